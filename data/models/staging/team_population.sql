-- The inhabitants of teams: those of their wijken, in every year.
INSERT INTO population
SELECT
    coalesce(rollout.team, 'Zonder team') AS area_code,
    population.year,
    sum(population.inhabitants)::INTEGER AS inhabitants,
    if(count(population.households) = count(*), sum(population.households), NULL)::INTEGER
        AS households,
    string_agg(DISTINCT population.source, '; ' ORDER BY population.source) AS source
FROM population
INNER JOIN areas AS wijken ON population.area_code = wijken.code
LEFT JOIN rollout ON wijken.code = rollout.wijk_code
WHERE wijken.level = 'wijk'
GROUP BY rollout.team, population.year
