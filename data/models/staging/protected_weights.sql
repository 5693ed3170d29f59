-- Every record counts for its protected weight; a resident for that of the scan that counts first.
-- Flows count a record in its own month, or in a later one when that was published before it came.
CREATE OR REPLACE TEMP VIEW weighted_scans AS
SELECT
    scans.*,
    scan_weights.weight,
    coalesce(scan_weights.moved_to::DATE, scans.scanned_on) AS counted_on
FROM scans
INNER JOIN scan_weights ON scans.scan_id = scan_weights.scan_id;

CREATE OR REPLACE TEMP VIEW weighted_matches AS
SELECT
    matches.*,
    match_weights.weight,
    coalesce(match_weights.moved_to::DATE, matches.matched_on) AS counted_on
FROM matches
INNER JOIN match_weights ON matches.match_id = match_weights.match_id;

-- A match for the position that it takes, from its start to its end while the vacature is open.
CREATE OR REPLACE TEMP VIEW weighted_fills AS
WITH taken AS (
    SELECT
        taken_positions.place_id,
        fill_weights.weight,
        taken_positions.fills_from AS starts_on,
        taken_positions.fills_until AS ends_on
    FROM taken_positions
    INNER JOIN fill_weights ON taken_positions.match_id = fill_weights.match_id
    WHERE fill_weights.weight > 0
)

SELECT *
FROM taken
WHERE coalesce(ends_on > starts_on, TRUE);

CREATE OR REPLACE TEMP VIEW weighted_residents AS
SELECT
    resident_id,
    min(scanned_on) AS scanned_on,
    arg_min(counted_on, (date_trunc('month', counted_on), scanned_on, scan_id)) AS counted_on,
    arg_min(buurt_code, (date_trunc('month', counted_on), scanned_on, scan_id)) AS buurt_code,
    arg_min(weight, (date_trunc('month', counted_on), scanned_on, scan_id)) AS weight
FROM weighted_scans
GROUP BY resident_id;
