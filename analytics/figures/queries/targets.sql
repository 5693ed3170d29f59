-- What was agreed to be reached, in which area and between which days.
SELECT
    targets.area_code,
    areas.name AS area_name,
    areas.level,
    targets.indicator,
    targets.from_month AS first_day,
    last_day(targets.to_month) AS last_day,
    targets.value
FROM targets
INNER JOIN areas ON targets.area_code = areas.code
ORDER BY targets.to_month, targets.from_month, targets.indicator, areas.level, targets.area_code
