-- Records whose postcode lies for too small a part in their buurt, as noted while reading.
WITH placed AS (
    SELECT
        'places' AS record_table,
        place_id AS record,
        buurt_code AS place,
        joined_on AS since,
        'ontwikkelplaats' AS kind
    FROM places
    UNION ALL
    SELECT
        'scans' AS record_table,
        scan_id AS record,
        buurt_code AS place,
        scanned_on AS since,
        'scan' AS kind
    FROM scans
)

SELECT
    placed.record,
    placed.place,
    placed.since,
    placed.kind || ', postcode voor hoogstens ' || round(100 * split_postcodes.share)::INTEGER
    || '% in deze buurt' AS detail
FROM split_postcodes
INNER JOIN placed
    ON
        split_postcodes.record_table = placed.record_table
        AND split_postcodes.record_id = placed.record
WHERE placed.since <= $day::DATE
