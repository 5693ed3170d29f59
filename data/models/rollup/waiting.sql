-- Residents waiting, in the buurt of the first scan, in the order in which they are looked up.
CREATE TABLE mart_waiting AS
SELECT
    waiting_turns.resident_id,
    residents.buurt_code,
    waiting_turns.starts_on,
    waiting_turns.ends_on
FROM waiting_turns
INNER JOIN residents ON waiting_turns.resident_id = residents.resident_id
ORDER BY coalesce(waiting_turns.ends_on, DATE 'infinity'), waiting_turns.resident_id
