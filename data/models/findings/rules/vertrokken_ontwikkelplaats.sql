-- Ontwikkelplaatsen that left while a vacature is open or a match runs on one of them.
WITH open_vacancies AS (
    SELECT
        place_id,
        count(*) AS total
    FROM vacancies
    WHERE opened_on <= $day::DATE AND (closed_on IS NULL OR closed_on > $day)
    GROUP BY place_id
),

running AS (
    SELECT
        vacancies.place_id,
        count(*) AS total
    FROM running_matches
    INNER JOIN vacancies ON running_matches.vacancy_id = vacancies.vacancy_id
    WHERE
        running_matches.runs_from <= $day
        AND (running_matches.runs_until IS NULL OR running_matches.runs_until > $day)
    GROUP BY vacancies.place_id
)

SELECT
    places.place_id AS record,
    places.buurt_code AS place,
    places.left_on AS since,
    'open vacatures: ' || coalesce(open_vacancies.total, 0)
    || ', lopende matches: ' || coalesce(running.total, 0) AS detail
FROM places
LEFT JOIN open_vacancies ON places.place_id = open_vacancies.place_id
LEFT JOIN running ON places.place_id = running.place_id
WHERE places.left_on <= $day AND coalesce(open_vacancies.total, running.total) IS NOT NULL
