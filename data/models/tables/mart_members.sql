-- Every area with the buurten and wijken in it: the path along which a place is rolled up.
WITH RECURSIVE inside AS (
    SELECT
        level,
        code AS area_code,
        code AS place_code
    FROM areas
    WHERE level <> 'team'
    UNION ALL
    SELECT
        inside.level,
        inside.area_code,
        areas.code AS place_code
    FROM inside
    INNER JOIN areas ON inside.place_code = areas.parent AND areas.level <> 'team'
),

team_wijken AS (
    SELECT
        'team' AS level,
        coalesce(rollout.team, 'Zonder team') AS area_code,
        wijken.code AS wijk_code
    FROM areas AS wijken
    LEFT JOIN rollout ON wijken.code = rollout.wijk_code
    WHERE wijken.level = 'wijk'
),

all_members AS (
    SELECT * FROM inside
    UNION ALL
    SELECT
        team_wijken.level,
        team_wijken.area_code,
        inside.place_code
    FROM team_wijken
    INNER JOIN inside ON team_wijken.wijk_code = inside.area_code
)

SELECT all_members.*
FROM all_members
INNER JOIN areas ON all_members.place_code = areas.code AND areas.level IN ('wijk', 'buurt')
ORDER BY all_members.level, all_members.area_code, all_members.place_code
