-- Free positions: in each open vacature its positions less its running matches, never below zero,
-- so that a vacature with too many matches takes no free position away from another.
WITH changes AS (
    SELECT
        vacancy_id,
        opened_on AS day,
        1 AS opened,
        0 AS filled
    FROM vacancies
    UNION ALL
    SELECT
        vacancy_id,
        closed_on AS day,
        -1 AS opened,
        0 AS filled
    FROM vacancies
    WHERE closed_on IS NOT NULL
    UNION ALL
    SELECT
        vacancy_id,
        coalesce(started_on, matched_on) AS day,
        0 AS opened,
        weight AS filled
    FROM weighted_matches
    WHERE vacancy_id IS NOT NULL
    UNION ALL
    SELECT
        vacancy_id,
        ended_on AS day,
        0 AS opened,
        -weight AS filled
    FROM weighted_matches
    WHERE vacancy_id IS NOT NULL AND ended_on IS NOT NULL
),

per_day AS (
    SELECT
        vacancy_id,
        day,
        sum(opened) AS opened,
        sum(filled) AS filled
    FROM changes
    GROUP BY vacancy_id, day
),

standing AS (
    SELECT
        vacancy_id,
        day,
        sum(opened) OVER until_today AS is_open,
        sum(filled) OVER until_today AS running
    FROM per_day
    WINDOW until_today AS (PARTITION BY vacancy_id ORDER BY day)
),

free AS (
    SELECT
        standing.vacancy_id,
        standing.day,
        places.buurt_code,
        standing.is_open * greatest(vacancies.positions - standing.running, 0) AS positions
    FROM standing
    INNER JOIN vacancies ON standing.vacancy_id = vacancies.vacancy_id
    INNER JOIN places ON vacancies.place_id = places.place_id
),

steps AS (
    SELECT
        day,
        buurt_code,
        positions - lag(positions, 1, 0) OVER (PARTITION BY vacancy_id ORDER BY day) AS delta
    FROM free
)

SELECT
    day,
    buurt_code AS place_code,
    sum(delta) AS delta
FROM steps
GROUP BY ALL
