-- The rounded running total of a measure per area at the end of the month of each asked day.
WITH asked AS (
    SELECT unnest($days::DATE[]) AS day
)

SELECT
    asked.day,
    areas.code AS area_code,
    coalesce(protected_months.total, 0)::BIGINT AS total
FROM asked
CROSS JOIN areas
LEFT JOIN protected_months
    ON
        areas.code = protected_months.area_code
        AND areas.level = protected_months.level
        AND date_trunc('month', asked.day) = protected_months.month
        AND protected_months.measure = $measure
WHERE areas.level = $level
