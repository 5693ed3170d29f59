-- Matches made, on the day of the match, where the resident lives.
SELECT
    weighted_matches.counted_on AS day,
    scans.buurt_code AS place_code,
    sum(weighted_matches.weight) AS delta
FROM weighted_matches
INNER JOIN scans ON weighted_matches.scan_id = scans.scan_id
GROUP BY ALL
