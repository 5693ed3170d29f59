-- Positions of open vacatures and how many of them are free: positions less running matches,
-- never below zero, so that a vacature with too many matches takes no free position away from
-- another. A row a vacature and span of days in which nothing changes.
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
        runs_from AS day,
        0 AS opened,
        1 AS filled
    FROM running_matches
    WHERE vacancy_id IS NOT NULL
    UNION ALL
    SELECT
        vacancy_id,
        runs_until AS day,
        0 AS opened,
        -1 AS filled
    FROM running_matches
    WHERE vacancy_id IS NOT NULL AND runs_until IS NOT NULL
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
        day AS starts_on,
        lead(day) OVER by_day AS ends_on,
        sum(opened) OVER by_day AS is_open,
        sum(filled) OVER by_day AS running
    FROM per_day
    WINDOW by_day AS (PARTITION BY vacancy_id ORDER BY day)
)

SELECT
    vacancies.vacancy_id,
    vacancies.place_id,
    vacancies.talent,
    vacancies.kind,
    vacancies.positions,
    greatest(vacancies.positions - standing.running, 0)::INTEGER AS free,
    standing.starts_on,
    standing.ends_on
FROM standing
INNER JOIN vacancies ON standing.vacancy_id = vacancies.vacancy_id
WHERE standing.is_open = 1
ORDER BY coalesce(standing.ends_on, DATE 'infinity'), vacancies.vacancy_id
