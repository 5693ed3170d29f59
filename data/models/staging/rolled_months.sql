-- Changes and standing by month, without gaps from the first month to the month of $until.
WITH span AS (
    SELECT unnest(
        generate_series(
            date_trunc('month', least((SELECT min(day) FROM deltas), $until::DATE)),
            date_trunc('month', $until::DATE),
            INTERVAL 1 MONTH
        )
    )::DATE AS month
),

grid AS (
    SELECT
        measures.measure,
        areas.level,
        areas.code AS area_code,
        span.month
    FROM (SELECT unnest($measures::VARCHAR[]) AS measure) AS measures
    CROSS JOIN areas
    CROSS JOIN span
),

by_month AS (
    SELECT
        measure,
        level,
        area_code,
        date_trunc('month', day)::DATE AS month,
        sum(delta)::BIGINT AS delta
    FROM rolled_days
    GROUP BY ALL
)

SELECT
    grid.measure,
    grid.level,
    grid.area_code,
    grid.month,
    coalesce(by_month.delta, 0) AS delta,
    sum(coalesce(by_month.delta, 0)) OVER (
        PARTITION BY grid.measure, grid.level, grid.area_code
        ORDER BY grid.month
    )::BIGINT AS total
FROM grid
LEFT JOIN by_month
    ON
        grid.measure = by_month.measure
        AND grid.level = by_month.level
        AND grid.area_code = by_month.area_code
        AND grid.month = by_month.month
ORDER BY grid.measure, grid.level, grid.month, grid.area_code
