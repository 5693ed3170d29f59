-- The members of every area, with the buurten of the own area.
CREATE TEMP VIEW mart_members AS
SELECT
    level,
    area_code,
    place_code
FROM $file.main.mart_members
UNION ALL
SELECT
    'eigen gebied' AS level,
    area_code,
    buurt_code AS place_code
FROM own_area
