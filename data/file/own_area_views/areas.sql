-- All areas, and the own one.
CREATE TEMP VIEW areas AS
SELECT *
FROM $file.main.areas
UNION ALL
SELECT
    'eigen gebied' AS level,
    own_area.area_code AS code,
    own_area.area_name AS name,
    gemeente.code AS parent,
    sum(buurten.area_ha) AS area_ha
FROM own_area
INNER JOIN $file.main.areas AS gemeente ON gemeente.level = 'gemeente'
INNER JOIN $file.main.areas AS buurten ON own_area.buurt_code = buurten.code
GROUP BY own_area.area_code, own_area.area_name, gemeente.code
