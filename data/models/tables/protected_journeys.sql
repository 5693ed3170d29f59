-- Journeys by month up to $until; what happened later has not happened yet. `months` are the whole
-- months that the first match ran.
SELECT
    buurt_code,
    date_trunc('month', scanned_on)::DATE AS scanned_in,
    CASE WHEN matched_on <= $until THEN date_trunc('month', matched_on)::DATE END AS matched_in,
    CASE WHEN started_on <= $until THEN date_trunc('month', started_on)::DATE END AS started_in,
    CASE WHEN ended_on <= $until THEN date_trunc('month', ended_on)::DATE END AS ended_in,
    CASE WHEN ended_on <= $until THEN datesub('month', started_on, ended_on - 1) END AS months,
    sum(weight)::BIGINT AS total,
    count(*) AS records,
    date_trunc('month', $until::DATE)::DATE AS known_in
FROM journeys
WHERE weight > 0 AND scanned_on <= $until
GROUP BY ALL
ORDER BY ALL
