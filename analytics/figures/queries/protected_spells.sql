-- How long spells had lasted at the end of the month of $day, in whole months, and how they had
-- ended by then; rounded. They are followed from the end of the month of $since on: a spell that
-- began in that month has its first whole month in it, followed for a part.
SELECT
    mart_members.area_code,
    spells.facet_value,
    greatest(datediff('month', spells.starts_in, $since::DATE) + 1, 0) AS entered,
    if(
        spells.ends_in <= $day, spells.months, datediff('month', spells.starts_in, $day)
    ) AS lasted,
    if(spells.ends_in <= $day, spells.outcome, '') AS outcome,
    sum(spells.total)::BIGINT AS total,
    sum(spells.records)::BIGINT AS records
FROM protected_spells AS spells
INNER JOIN mart_members ON spells.buurt_code = mart_members.place_code
WHERE
    spells.spell = $spell
    AND spells.facet = $facet
    AND spells.starts_in <= $day
    AND coalesce(spells.ends_in > $since, TRUE)
    AND spells.known_in = (
        SELECT min(versions.known_in)
        FROM protected_spells AS versions
        WHERE last_day(versions.known_in) >= $day
    )
    AND mart_members.level = $level
    AND $area IN ('', mart_members.area_code)
GROUP BY ALL
ORDER BY ALL
