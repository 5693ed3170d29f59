-- Residents waiting: scanned, never matched on any scan, and not left. A resident with several
-- scans waits as long as one of them has not ended in leaving, and counts once. A step of +1 is
-- a day on which the waiting begins, of -1 a day on which it is over.
CREATE TEMP VIEW waits AS
WITH first_matches AS (
    SELECT
        scans.resident_id,
        min(matches.matched_on) AS matched_on
    FROM matches
    INNER JOIN scans ON matches.scan_id = scans.scan_id
    GROUP BY scans.resident_id
),

spells AS (
    SELECT
        scans.resident_id,
        scans.scanned_on AS starts_on,
        least(
            coalesce(scans.left_on, DATE 'infinity'),
            coalesce(first_matches.matched_on, DATE 'infinity')
        ) AS ends_on
    FROM scans
    LEFT JOIN first_matches ON scans.resident_id = first_matches.resident_id
),

changes AS (
    SELECT
        resident_id,
        starts_on AS day,
        1 AS delta
    FROM spells
    WHERE starts_on < ends_on
    UNION ALL
    SELECT
        resident_id,
        ends_on AS day,
        -1 AS delta
    FROM spells
    WHERE starts_on < ends_on AND ends_on < DATE 'infinity'
),

per_day AS (
    SELECT
        resident_id,
        day,
        sum(delta) AS delta
    FROM changes
    GROUP BY resident_id, day
),

standing AS (
    SELECT
        resident_id,
        day,
        sum(delta) OVER (PARTITION BY resident_id ORDER BY day) > 0 AS waits
    FROM per_day
),

steps AS (
    SELECT
        resident_id,
        day,
        waits::INTEGER - lag(waits::INTEGER, 1, 0) OVER (
            PARTITION BY resident_id ORDER BY day
        ) AS step
    FROM standing
)

SELECT
    resident_id,
    day,
    step
FROM steps
WHERE step <> 0;

-- The days between which each resident waits: from starts_on up to, not including, ends_on.
CREATE TEMP VIEW waiting_turns AS
WITH turns AS (
    SELECT
        resident_id,
        step,
        day AS starts_on,
        lead(day) OVER (PARTITION BY resident_id ORDER BY day) AS ends_on
    FROM waits
)

SELECT
    resident_id,
    starts_on,
    ends_on
FROM turns
WHERE step = 1
