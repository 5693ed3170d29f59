-- Vacatures that more matches run on than there are positions, since the day of one too many.
WITH running AS (
    SELECT
        vacancy_id,
        list_sort(list(runs_from)) AS starts
    FROM running_matches
    WHERE runs_from <= $day::DATE AND (runs_until IS NULL OR runs_until > $day)
    GROUP BY vacancy_id
)

SELECT
    vacancies.vacancy_id AS record,
    places.buurt_code AS place,
    running.starts[vacancies.positions + 1] AS since,
    len(running.starts)::VARCHAR || ' lopende matches, plekken: ' || vacancies.positions AS detail
FROM vacancies
INNER JOIN running ON vacancies.vacancy_id = running.vacancy_id
INNER JOIN places ON vacancies.place_id = places.place_id
WHERE len(running.starts) > vacancies.positions
