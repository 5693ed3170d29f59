-- For how long matches were agreed, in days, which of the agreed days were over on $day, and
-- which of the matches had ended before theirs.
SELECT
    mart_spells.agreed_until - mart_spells.starts_on AS agreed,
    mart_spells.agreed_until <= $day AS is_over,
    coalesce(mart_spells.ends_on <= $day AND mart_spells.ends_on < mart_spells.agreed_until, FALSE)
        AS is_early,
    sum(mart_spells.total)::BIGINT AS total
FROM mart_spells
INNER JOIN mart_members ON mart_spells.buurt_code = mart_members.place_code
WHERE
    mart_spells.spell = 'stay'
    AND mart_spells.facet = 'afspraak'
    AND mart_spells.starts_on <= $day
    AND mart_members.level = $level
    AND mart_members.area_code = $area
GROUP BY ALL
ORDER BY ALL
