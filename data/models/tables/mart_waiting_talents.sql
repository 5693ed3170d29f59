-- The talents with which residents wait: those of each scan, from the day of the scan until the
-- resident left it. Several scans can name the same talent on the same day.
WITH named AS (
    SELECT
        mart_waiting.resident_id,
        mart_waiting.buurt_code,
        scan_talents.talent,
        mart_waiting.starts_on AS waits_since,
        greatest(mart_waiting.starts_on, scans.scanned_on) AS starts_on,
        least(mart_waiting.ends_on, scans.left_on) AS ends_on
    FROM mart_waiting
    INNER JOIN scans ON mart_waiting.resident_id = scans.resident_id
    INNER JOIN scan_talents ON scans.scan_id = scan_talents.scan_id
)

SELECT *
FROM named
WHERE ends_on IS NULL OR starts_on < ends_on
ORDER BY coalesce(ends_on, DATE 'infinity'), resident_id, talent, starts_on
