-- Journeys as counts by day.
SELECT
    buurt_code,
    scanned_on,
    matched_on,
    started_on,
    ended_on,
    sum(weight)::BIGINT AS total
FROM journeys
GROUP BY ALL
ORDER BY ALL
