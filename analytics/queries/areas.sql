-- The areas of a level with their inhabitants and hectares.
SELECT
    code AS area_code,
    name AS area_name,
    parent,
    inhabitants,
    area_ha
FROM areas
WHERE level = $level
ORDER BY code
