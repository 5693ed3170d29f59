-- Keys of one kind that differ only in case, in O or 0, in I, l or 1, or in what separates the
-- letters and the digits; every one of them, with its twins.
WITH keys AS (
    SELECT
        'ontwikkelplaats' AS kind,
        place_id AS record,
        buurt_code AS place,
        joined_on AS since
    FROM places
    UNION ALL
    SELECT
        'vacature' AS kind,
        vacancies.vacancy_id AS record,
        places.buurt_code AS place,
        vacancies.opened_on AS since
    FROM vacancies
    INNER JOIN places ON vacancies.place_id = places.place_id
    UNION ALL
    SELECT
        'scan' AS kind,
        scan_id AS record,
        buurt_code AS place,
        scanned_on AS since
    FROM scans
    UNION ALL
    SELECT
        'inwoner' AS kind,
        resident_id AS record,
        buurt_code AS place,
        scanned_on AS since
    FROM residents
    UNION ALL
    SELECT
        'match' AS kind,
        matches.match_id AS record,
        scans.buurt_code AS place,
        matches.matched_on AS since
    FROM matches
    INNER JOIN scans ON matches.scan_id = scans.scan_id
),

plain AS (
    SELECT
        kind,
        record,
        place,
        since,
        translate(
            regexp_replace(
                regexp_replace(upper(record), '[-_./ ]+', '-', 'g'), '([A-Z])-([0-9])', '\1\2', 'g'
            ),
            'OIL', '011'
        ) AS shape
    FROM keys
    WHERE since <= $day::DATE
),

alike AS (
    SELECT
        plain.record,
        plain.place,
        plain.since,
        plain.kind,
        list(twins.record ORDER BY twins.record) AS twins
    FROM plain
    INNER JOIN plain AS twins
        ON plain.kind = twins.kind AND plain.shape = twins.shape AND plain.record <> twins.record
    GROUP BY ALL
)

SELECT
    record,
    place,
    since,
    kind || ', lijkt op ' || array_to_string(twins, ', ') AS detail
FROM alike
