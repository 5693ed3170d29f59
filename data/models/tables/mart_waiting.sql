-- Residents waiting, in the buurt of the first scan, in the order in which they are looked up.
SELECT
    waiting.resident_id,
    residents.buurt_code,
    waiting.starts_on,
    waiting.ends_on
FROM waiting
INNER JOIN residents ON waiting.resident_id = residents.resident_id
ORDER BY coalesce(waiting.ends_on, DATE 'infinity'), waiting.resident_id
