-- Which wijken are in which team: published with the areas.
SELECT
    members.area_code AS team,
    members.place_code AS wijk_code
FROM mart_members AS members
INNER JOIN areas ON members.place_code = areas.code AND areas.level = 'wijk'
WHERE members.level = 'team'
ORDER BY members.area_code, members.place_code
