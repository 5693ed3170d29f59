-- Every record counts for its protected weight; a resident for that of the first scan.
CREATE OR REPLACE TEMP VIEW weighted_scans AS
SELECT
    scans.*,
    scan_weights.weight
FROM scans
INNER JOIN scan_weights ON scans.scan_id = scan_weights.scan_id;

CREATE OR REPLACE TEMP VIEW weighted_matches AS
SELECT
    matches.*,
    match_weights.weight
FROM matches
INNER JOIN match_weights ON matches.match_id = match_weights.match_id;

CREATE OR REPLACE TEMP VIEW weighted_residents AS
SELECT
    resident_id,
    min(scanned_on) AS scanned_on,
    arg_min(buurt_code, (scanned_on, scan_id)) AS buurt_code,
    arg_min(weight, (scanned_on, scan_id)) AS weight
FROM weighted_scans
GROUP BY resident_id;
