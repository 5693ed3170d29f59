-- The days between which each resident waits: from starts_on up to, not including, ends_on.
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
WHERE step = 1 AND starts_on <= $until
ORDER BY resident_id, starts_on
