-- What happened up to a day in an area or around it; events without an area hold everywhere.
SELECT
    happened_on,
    label
FROM events
WHERE
    happened_on <= $until
    AND (
        area_code IS NULL
        OR $area = ''
        OR area_code IN (
            SELECT theirs.area_code
            FROM mart_members AS theirs
            INNER JOIN mart_members AS ours ON theirs.place_code = ours.place_code
            WHERE ours.area_code = $area
        )
    )
ORDER BY happened_on, event_id
