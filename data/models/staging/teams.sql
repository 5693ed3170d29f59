-- Teams as areas: their wijken come from the rollout table; wijken without a team stand together,
-- so that the teams add up to the city.
INSERT INTO areas
SELECT
    'team' AS level,
    coalesce(rollout.team, 'Zonder team') AS code,
    coalesce(rollout.team, 'Zonder team') AS name,
    min(stadsdelen.parent) AS parent,
    sum(wijken.area_ha) AS area_ha
FROM areas AS wijken
LEFT JOIN rollout ON wijken.code = rollout.wijk_code
INNER JOIN areas AS stadsdelen ON wijken.parent = stadsdelen.code
WHERE wijken.level = 'wijk'
GROUP BY rollout.team
ORDER BY code
