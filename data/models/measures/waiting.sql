-- Residents waiting, each counted once, in the buurt of the first scan.
WITH changes AS (
    SELECT
        resident_id,
        starts_on AS day,
        1 AS step
    FROM waiting
    UNION ALL
    SELECT
        resident_id,
        ends_on AS day,
        -1 AS step
    FROM waiting
    WHERE ends_on IS NOT NULL
)

SELECT
    changes.day,
    weighted_residents.buurt_code AS place_code,
    sum(changes.step * weighted_residents.weight) AS delta
FROM changes
INNER JOIN weighted_residents ON changes.resident_id = weighted_residents.resident_id
GROUP BY ALL
