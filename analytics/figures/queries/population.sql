-- The inhabitants of the areas of a level on 1 January of some years, where they are counted.
SELECT
    population.year,
    population.area_code,
    population.inhabitants
FROM population
INNER JOIN areas ON population.area_code = areas.code
WHERE areas.level = $level AND list_contains($years::INTEGER[], population.year)
