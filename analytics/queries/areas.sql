-- The areas of a level with their inhabitants.
SELECT
    code AS area_code,
    name AS area_name,
    parent,
    inhabitants
FROM areas
WHERE level = $level
ORDER BY code
