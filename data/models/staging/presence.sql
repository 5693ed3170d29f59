-- How many scans of a resident have not ended in leaving, from each day on which that changes: a
-- resident with several scans takes part as long as one of them has not.
CREATE OR REPLACE TEMP VIEW presence AS
WITH changes AS (
    SELECT
        resident_id,
        scanned_on AS day,
        1 AS delta
    FROM scans
    UNION ALL
    SELECT
        resident_id,
        left_on AS day,
        -1 AS delta
    FROM scans
    WHERE left_on IS NOT NULL
),

per_day AS (
    SELECT
        resident_id,
        day,
        sum(delta) AS delta
    FROM changes
    GROUP BY resident_id, day
)

SELECT
    resident_id,
    day,
    sum(delta) OVER (PARTITION BY resident_id ORDER BY day) AS scans
FROM per_day
