-- Every wijk with its inhabitants on 1 January of $year, its team and the day of its start; these
-- are empty where nothing has begun.
SELECT
    wijken.code AS area_code,
    wijken.name AS area_name,
    population.inhabitants,
    rollout.team,
    if(rollout.started_on <= $until, rollout.started_on, NULL) AS started_on
FROM areas AS wijken
LEFT JOIN population ON wijken.code = population.area_code AND population.year = $year
LEFT JOIN rollout ON wijken.code = rollout.wijk_code
WHERE wijken.level = 'wijk'
ORDER BY started_on NULLS LAST, area_code
