-- Free positions for the protected audience, from public positions and protected weights alone:
-- what is free at the end of a month in a stadsdeel is the positions of its open vacatures less
-- the weights of the matches that take them. It is shared out over the buurten by what each has
-- left; a buurt whose weights exceed its positions has none, and the others have that much less.
WITH changes AS (
    SELECT
        place_id,
        opened_on AS day,
        positions AS delta
    FROM vacancies
    UNION ALL
    SELECT
        place_id,
        closed_on AS day,
        -positions AS delta
    FROM vacancies
    WHERE closed_on IS NOT NULL
    UNION ALL
    SELECT
        place_id,
        starts_on AS day,
        -weight AS delta
    FROM weighted_fills
    UNION ALL
    SELECT
        place_id,
        ends_on AS day,
        weight AS delta
    FROM weighted_fills
    WHERE ends_on IS NOT NULL
),

by_month AS (
    SELECT
        places.buurt_code,
        date_trunc('month', changes.day)::DATE AS month,
        sum(changes.delta) AS delta
    FROM changes
    INNER JOIN places ON changes.place_id = places.place_id
    GROUP BY ALL
),

buurten AS (
    SELECT DISTINCT
        by_month.buurt_code,
        wijken.parent AS stadsdeel
    FROM by_month
    INNER JOIN areas AS buurten ON by_month.buurt_code = buurten.code AND buurten.level = 'buurt'
    INNER JOIN areas AS wijken ON buurten.parent = wijken.code AND wijken.level = 'wijk'
),

months AS (
    SELECT DISTINCT month
    FROM by_month
),

standing AS (
    SELECT
        buurten.buurt_code,
        buurten.stadsdeel,
        months.month,
        sum(coalesce(by_month.delta, 0)) OVER (
            PARTITION BY buurten.buurt_code ORDER BY months.month
        )::BIGINT AS positions
    FROM buurten
    CROSS JOIN months
    LEFT JOIN by_month
        ON buurten.buurt_code = by_month.buurt_code AND months.month = by_month.month
),

together AS (
    SELECT
        buurt_code,
        stadsdeel,
        month,
        greatest(sum(positions) OVER stadsdelen, 0)::BIGINT AS free,
        sum(greatest(positions, 0)) OVER stadsdelen::BIGINT AS remaining,
        sum(greatest(positions, 0)) OVER up_to_buurt::BIGINT AS so_far
    FROM standing
    WINDOW
        stadsdelen AS (PARTITION BY stadsdeel, month),
        up_to_buurt AS (PARTITION BY stadsdeel, month ORDER BY buurt_code)
),

shared AS (
    SELECT
        buurt_code,
        stadsdeel,
        month,
        if(remaining = 0, 0, (2 * so_far * free + remaining) // (2 * remaining)) AS free_so_far
    FROM together
),

shown AS (
    SELECT
        buurt_code,
        month,
        free_so_far - lag(free_so_far, 1, 0) OVER (
            PARTITION BY stadsdeel, month ORDER BY buurt_code
        ) AS positions
    FROM shared
)

SELECT
    month AS day,
    buurt_code AS place_code,
    positions - lag(positions, 1, 0) OVER (PARTITION BY buurt_code ORDER BY month) AS delta
FROM shown
