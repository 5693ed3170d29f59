-- Matches that are over without a word on why.
SELECT
    matches.match_id AS record,
    scans.buurt_code AS place,
    matches.ended_on AS since,
    'geëindigd op ' || strftime(matches.ended_on, '%d-%m-%Y') AS detail
FROM matches
INNER JOIN scans ON matches.scan_id = scans.scan_id
WHERE matches.ended_on <= $day::DATE AND coalesce(trim(matches.end_reason), '') = ''
