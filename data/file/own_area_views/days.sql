-- Changes by day, with those of the own area: the sum of its buurten.
CREATE TEMP VIEW mart_days AS
SELECT *
FROM $file.main.mart_days
UNION ALL
SELECT
    days.measure,
    'eigen gebied' AS level,
    own_area.area_code,
    days.day,
    sum(days.delta)::BIGINT AS delta
FROM own_area
INNER JOIN $file.main.mart_days AS days
    ON own_area.buurt_code = days.area_code AND days.level = 'buurt'
GROUP BY days.measure, own_area.area_code, days.day
