-- Free positions for the protected audience: per buurt the positions of open vacatures less the
-- protected matches that run on them, never below zero. A vacature by itself is too small to
-- subtract a rounded count from.
WITH vacancy_changes AS (
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
),

runs AS (
    SELECT
        match_id,
        vacancy_id,
        weight,
        coalesce(started_on, matched_on) AS starts_on,
        coalesce(ended_on, DATE 'infinity') AS ends_on
    FROM weighted_matches
    WHERE vacancy_id IS NOT NULL
),

-- A match that starts when all positions are taken fills none.
ahead AS (
    SELECT
        runs.match_id,
        count(earlier.match_id) AS taken
    FROM runs
    LEFT JOIN runs AS earlier
        ON
            runs.vacancy_id = earlier.vacancy_id
            AND (earlier.starts_on, earlier.match_id) < (runs.starts_on, runs.match_id)
            AND runs.starts_on < earlier.ends_on
    GROUP BY runs.match_id
),

filled AS (
    SELECT
        vacancies.place_id,
        runs.weight,
        greatest(runs.starts_on, vacancies.opened_on) AS starts_on,
        least(runs.ends_on, coalesce(vacancies.closed_on, DATE 'infinity')) AS ends_on
    FROM runs
    INNER JOIN ahead ON runs.match_id = ahead.match_id
    INNER JOIN vacancies ON runs.vacancy_id = vacancies.vacancy_id
    WHERE ahead.taken < vacancies.positions
),

changes AS (
    SELECT * FROM vacancy_changes
    UNION ALL
    SELECT
        place_id,
        starts_on AS day,
        -weight AS delta
    FROM filled
    WHERE starts_on < ends_on
    UNION ALL
    SELECT
        place_id,
        ends_on AS day,
        weight AS delta
    FROM filled
    WHERE starts_on < ends_on AND ends_on < DATE 'infinity'
),

per_day AS (
    SELECT
        places.buurt_code,
        changes.day,
        sum(changes.delta) AS delta
    FROM changes
    INNER JOIN places ON changes.place_id = places.place_id
    GROUP BY places.buurt_code, changes.day
),

standing AS (
    SELECT
        buurt_code,
        day,
        greatest(sum(delta) OVER (PARTITION BY buurt_code ORDER BY day), 0) AS positions
    FROM per_day
)

SELECT
    day,
    buurt_code AS place_code,
    positions - lag(positions, 1, 0) OVER (PARTITION BY buurt_code ORDER BY day) AS delta
FROM standing
