-- Running matches: one more on the day of the start, one less on the day of the end.
WITH changes AS (
    SELECT
        scan_id,
        coalesce(started_on, matched_on) AS day,
        weight AS delta
    FROM weighted_matches
    UNION ALL
    SELECT
        scan_id,
        ended_on AS day,
        -weight AS delta
    FROM weighted_matches
    WHERE ended_on IS NOT NULL
)

SELECT
    changes.day,
    scans.buurt_code AS place_code,
    sum(changes.delta) AS delta
FROM changes
INNER JOIN scans ON changes.scan_id = scans.scan_id
GROUP BY ALL
