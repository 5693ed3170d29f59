-- The buurten inside every area of a level.
SELECT
    members.area_code,
    members.place_code AS buurt_code
FROM mart_members AS members
INNER JOIN areas ON members.place_code = areas.code
WHERE members.level = $level AND areas.level = 'buurt'
ORDER BY members.area_code, members.place_code
