-- Residents with scans in more than one buurt within one month of the calendar.
SELECT
    resident_id AS record,
    arg_max(buurt_code, (scanned_on, scan_id)) AS place,
    max(scanned_on) AS since,
    'scans ' || string_agg(scan_id, ', ' ORDER BY scanned_on, scan_id) AS detail
FROM scans
WHERE scanned_on <= $day::DATE
GROUP BY resident_id, date_trunc('month', scanned_on)
HAVING count(DISTINCT buurt_code) > 1
