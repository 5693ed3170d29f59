-- The areas of a level that lie inside an area or share part of it, the area itself included.
SELECT DISTINCT parts.area_code
FROM mart_members AS parts
INNER JOIN mart_members AS whole ON parts.place_code = whole.place_code
WHERE parts.level = $level AND whole.area_code = $area
