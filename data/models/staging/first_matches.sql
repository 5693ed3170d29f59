-- The first match of every resident who has one.
CREATE OR REPLACE TEMP VIEW first_matches AS
SELECT
    scans.resident_id,
    min(matches.matched_on) AS matched_on,
    arg_min(matches.match_id, (matches.matched_on, matches.match_id)) AS match_id
FROM matches
INNER JOIN scans ON matches.scan_id = scans.scan_id
GROUP BY scans.resident_id
