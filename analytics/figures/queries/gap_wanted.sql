-- The talents with which residents wait on a day: each resident and talent once.
SELECT DISTINCT
    resident_id,
    buurt_code AS buurt,
    talent,
    date_diff('day', waits_since, $as_of::DATE)::INTEGER AS days
FROM mart_waiting_talents
WHERE (ends_on IS NULL OR ends_on > $as_of::DATE) AND starts_on <= $as_of::DATE
ORDER BY buurt, talent, days, resident_id
