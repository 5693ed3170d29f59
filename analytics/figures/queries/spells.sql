-- How long spells had lasted on the evening of $day, in days, and how they had ended by then.
-- They are followed from the evening of $since on: from their first day if they began on it or
-- later, else from the day after it.
SELECT
    mart_members.area_code,
    mart_spells.facet_value,
    if(mart_spells.starts_on < $since::DATE, $since::DATE - mart_spells.starts_on + 1, 0)
        AS entered,
    least(coalesce(mart_spells.ends_on, $day), $day) - mart_spells.starts_on AS lasted,
    if(mart_spells.ends_on <= $day, mart_spells.outcome, '') AS outcome,
    sum(mart_spells.total)::BIGINT AS total
FROM mart_spells
INNER JOIN mart_members ON mart_spells.buurt_code = mart_members.place_code
WHERE
    mart_spells.spell = $spell
    AND mart_spells.facet = $facet
    AND mart_spells.starts_on <= $day
    AND ($since::DATE <= mart_spells.starts_on OR coalesce(mart_spells.ends_on > $since, TRUE))
    AND mart_members.level = $level
    AND $area IN ('', mart_members.area_code)
GROUP BY ALL
ORDER BY ALL
