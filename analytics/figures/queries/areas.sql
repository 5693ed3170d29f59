-- The areas of a level with their hectares, and their inhabitants on 1 January of a year.
SELECT
    areas.code AS area_code,
    areas.name AS area_name,
    areas.parent,
    population.inhabitants,
    areas.area_ha
FROM areas
LEFT JOIN population ON areas.code = population.area_code AND population.year = $year
WHERE areas.level = $level
ORDER BY areas.code
