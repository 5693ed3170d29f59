-- How long spells had lasted on the evening of $day, in days, and how they had ended by then.
SELECT
    mart_members.area_code,
    mart_spells.facet_value,
    least(coalesce(mart_spells.ends_on, $day), $day) - mart_spells.starts_on AS lasted,
    if(mart_spells.ends_on <= $day, mart_spells.outcome, '') AS outcome,
    sum(mart_spells.total)::BIGINT AS total
FROM mart_spells
INNER JOIN mart_members ON mart_spells.buurt_code = mart_members.place_code
WHERE
    mart_spells.spell = $spell
    AND mart_spells.facet = $facet
    AND mart_spells.starts_on <= $day
    AND mart_members.level = $level
    AND $area IN ('', mart_members.area_code)
GROUP BY ALL
ORDER BY ALL
