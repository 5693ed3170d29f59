-- Running matches: one more on the day from which each runs, one less on the day of the end.
WITH changes AS (
    SELECT
        match_id,
        runs_from AS day,
        1 AS step
    FROM running_matches
    UNION ALL
    SELECT
        match_id,
        runs_until AS day,
        -1 AS step
    FROM running_matches
    WHERE runs_until IS NOT NULL
)

SELECT
    changes.day,
    scans.buurt_code AS place_code,
    sum(changes.step * weighted_matches.weight) AS delta
FROM changes
INNER JOIN weighted_matches ON changes.match_id = weighted_matches.match_id
INNER JOIN scans ON weighted_matches.scan_id = scans.scan_id
GROUP BY ALL
