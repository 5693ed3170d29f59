-- Residents who wait on a day, each once, with the days that they wait.
SELECT
    resident_id,
    buurt_code AS buurt,
    date_diff('day', starts_on, $as_of::DATE)::INTEGER AS days
FROM mart_waiting
WHERE (ends_on IS NULL OR ends_on > $as_of::DATE) AND starts_on <= $as_of::DATE
ORDER BY buurt, days, resident_id
