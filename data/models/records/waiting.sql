-- The days between which each resident waits, for waiting that began up to $until.
SELECT
    resident_id,
    starts_on,
    ends_on
FROM waiting
WHERE starts_on <= $until
ORDER BY resident_id, starts_on
