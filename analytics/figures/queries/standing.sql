-- The running total of a measure per area on the evening of each asked day: the total of the last
-- whole month before it, plus the days of its own month.
WITH days_asked AS (
    SELECT unnest($days::DATE[]) AS day
),

asked AS (
    SELECT
        day,
        CASE
            WHEN day = last_day(day) THEN date_trunc('month', day)
            ELSE date_trunc('month', day) - INTERVAL 1 MONTH
        END::DATE AS whole_month
    FROM days_asked
),

part_months AS (
    SELECT
        asked.day,
        mart_days.area_code,
        sum(mart_days.delta)::BIGINT AS total
    FROM asked
    INNER JOIN mart_days
        ON mart_days.day BETWEEN last_day(asked.whole_month) + 1 AND asked.day
    WHERE
        mart_days.measure = $measure
        AND mart_days.level = $level
        AND mart_days.day >= (SELECT min(days_asked.day) - 31 FROM days_asked)
    GROUP BY ALL
)

SELECT
    asked.day,
    areas.code AS area_code,
    (coalesce(whole_months.total, 0) + coalesce(part_months.total, 0))::BIGINT AS total
FROM asked
CROSS JOIN areas
LEFT JOIN mart_months AS whole_months
    ON
        areas.code = whole_months.area_code
        AND areas.level = whole_months.level
        AND asked.whole_month = whole_months.month
        AND whole_months.measure = $measure
LEFT JOIN part_months ON asked.day = part_months.day AND areas.code = part_months.area_code
WHERE areas.level = $level
