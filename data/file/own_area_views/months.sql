-- Standings by month, exact or rounded, with those of the own area: the sum of its buurten.
CREATE TEMP VIEW $months AS
SELECT *
FROM $file.main.$months
UNION ALL
SELECT
    months.measure,
    'eigen gebied' AS level,
    own_area.area_code,
    months.month,
    sum(months.delta)::BIGINT AS delta,
    sum(months.total)::BIGINT AS total
FROM own_area
INNER JOIN $file.main.$months AS months
    ON own_area.buurt_code = months.area_code AND months.level = 'buurt'
GROUP BY months.measure, own_area.area_code, months.month
