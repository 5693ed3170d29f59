-- The figures of the protected audience.
SELECT
    measure,
    level,
    area_code,
    strftime(month, '%Y-%m') AS month,
    delta,
    total
FROM protected_months
ORDER BY measure, level, area_code, month
