-- Every wijk with its team and the day of its start, both empty where nothing has begun.
SELECT
    wijken.code AS area_code,
    wijken.name AS area_name,
    wijken.inhabitants,
    rollout.team,
    if(rollout.started_on <= $until, rollout.started_on, NULL) AS started_on
FROM areas AS wijken
LEFT JOIN rollout ON wijken.code = rollout.wijk_code
WHERE wijken.level = 'wijk'
ORDER BY started_on NULLS LAST, area_code
