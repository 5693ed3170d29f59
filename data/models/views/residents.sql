-- Residents: each once, on the day and in the buurt of the first scan.
CREATE VIEW residents AS
SELECT
    resident_id,
    min(scanned_on) AS scanned_on,
    arg_min(buurt_code, (scanned_on, scan_id)) AS buurt_code
FROM scans
GROUP BY resident_id
