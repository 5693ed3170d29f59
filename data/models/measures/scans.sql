-- Talentenscans, on the day of the scan, where the resident lives.
SELECT
    counted_on AS day,
    buurt_code AS place_code,
    sum(weight) AS delta
FROM weighted_scans
GROUP BY ALL
