-- The days between which each resident waits, from starts_on up to, not including, ends_on: taking
-- part, and never matched on any scan. Who left and comes back waits again.
CREATE OR REPLACE TEMP VIEW waiting AS
WITH switches AS (
    SELECT
        resident_id,
        day,
        scans > 0 AS takes_part,
        lag(scans > 0, 1, FALSE) OVER (PARTITION BY resident_id ORDER BY day) AS took_part
    FROM presence
),

turns AS (
    SELECT
        resident_id,
        takes_part,
        day AS starts_on,
        lead(day) OVER (PARTITION BY resident_id ORDER BY day) AS ends_on
    FROM switches
    WHERE takes_part <> took_part
)

SELECT
    turns.resident_id,
    turns.starts_on,
    least(turns.ends_on, first_matches.matched_on) AS ends_on
FROM turns
LEFT JOIN first_matches ON turns.resident_id = first_matches.resident_id
WHERE
    turns.takes_part
    AND (first_matches.matched_on IS NULL OR turns.starts_on < first_matches.matched_on)
