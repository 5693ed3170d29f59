-- The way of every resident from the first scan: to the first match and what became of it, or to
-- leaving. A resident with several scans has left on the first day on which every scan so far has
-- ended in leaving. Who leaves before a first match has left, also when he or she comes back.
CREATE OR REPLACE TEMP VIEW journeys AS
WITH leavings AS (
    SELECT
        resident_id,
        min(day) AS left_on
    FROM presence
    WHERE scans = 0
    GROUP BY resident_id
),

known AS (
    SELECT
        weighted_residents.resident_id,
        weighted_residents.buurt_code,
        weighted_residents.weight,
        weighted_residents.scanned_on,
        leavings.left_on,
        matches.matched_on,
        matches.started_on,
        matches.ended_on,
        coalesce(matches.matched_on <= coalesce(leavings.left_on, DATE 'infinity'), FALSE)
            AS is_matched
    FROM weighted_residents
    LEFT JOIN leavings ON weighted_residents.resident_id = leavings.resident_id
    LEFT JOIN first_matches ON weighted_residents.resident_id = first_matches.resident_id
    LEFT JOIN matches ON first_matches.match_id = matches.match_id
)

SELECT
    resident_id,
    buurt_code,
    weight,
    scanned_on,
    CASE WHEN is_matched THEN matched_on END AS matched_on,
    CASE WHEN is_matched THEN started_on END AS started_on,
    CASE WHEN is_matched THEN ended_on END AS ended_on,
    CASE WHEN NOT is_matched THEN left_on END AS left_on
FROM known
