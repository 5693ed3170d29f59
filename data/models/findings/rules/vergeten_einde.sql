-- Matches that run on 90 days after the day that was agreed: probably someone forgot to end them.
SELECT
    matches.match_id AS record,
    scans.buurt_code AS place,
    matches.agreed_until + 90 AS since,
    'afgesproken tot ' || strftime(matches.agreed_until, '%d-%m-%Y') AS detail
FROM matches
INNER JOIN scans ON matches.scan_id = scans.scan_id
WHERE
    matches.agreed_until + 90 <= $day::DATE
    AND matches.matched_on <= $day
    AND (matches.ended_on IS NULL OR matches.ended_on > $day)
