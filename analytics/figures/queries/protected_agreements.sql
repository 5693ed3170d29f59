-- For how long matches were agreed, in whole months, which of the agreed months were over at the
-- end of the month of $day, and which of the matches had ended before the agreed day; rounded.
SELECT
    spells.agreed_months AS agreed,
    spells.agreed_in <= $day AS is_over,
    coalesce(spells.ends_in <= $day AND spells.is_early, FALSE) AS is_early,
    sum(spells.total)::BIGINT AS total,
    sum(spells.records)::BIGINT AS records
FROM protected_spells AS spells
INNER JOIN mart_members ON spells.buurt_code = mart_members.place_code
WHERE
    spells.spell = 'stay'
    AND spells.facet = 'afspraak'
    AND spells.starts_in <= $day
    AND spells.known_in = (
        SELECT min(versions.known_in)
        FROM protected_spells AS versions
        WHERE last_day(versions.known_in) >= $day
    )
    AND mart_members.level = $level
    AND mart_members.area_code = $area
GROUP BY ALL
ORDER BY ALL
