-- How many records break one rule in every area; of the whole city those without a place too.
INSERT INTO mart_findings
WITH odd AS (
    $rule
),

teams AS (
    SELECT DISTINCT
        level,
        area_code
    FROM mart_members
    WHERE level = 'team'
),

cities AS (
    SELECT
        level,
        code
    FROM areas
    WHERE level = 'gemeente'
),

placed AS (
    SELECT
        members.level,
        members.area_code
    FROM odd
    INNER JOIN mart_members AS members ON odd.place = members.place_code
    UNION ALL
    SELECT
        teams.level,
        teams.area_code
    FROM odd
    INNER JOIN teams ON odd.place = teams.area_code
    UNION ALL
    SELECT
        cities.level,
        cities.code AS area_code
    FROM odd
    CROSS JOIN cities
    WHERE odd.place NOT IN (SELECT mart_members.place_code FROM mart_members)
)

SELECT
    '$name' AS rule,
    level,
    area_code,
    count(*) AS total
FROM placed
GROUP BY level, area_code
ORDER BY level, area_code
