-- Scans in a buurt of a wijk in which Buurt in Bloei had not started on the day of the scan.
SELECT
    scans.scan_id AS record,
    scans.buurt_code AS place,
    scans.scanned_on AS since,
    coalesce('wijk gestart op ' || strftime(rollout.started_on, '%d-%m-%Y'), 'wijk niet gestart')
        AS detail
FROM scans
INNER JOIN areas ON scans.buurt_code = areas.code
LEFT JOIN rollout ON areas.parent = rollout.wijk_code
WHERE scans.scanned_on <= $day::DATE AND coalesce(scans.scanned_on < rollout.started_on, TRUE)
