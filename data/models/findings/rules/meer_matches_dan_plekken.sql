-- Vacatures that more matches run on than there are positions, since the day of one too many.
WITH running AS (
    SELECT
        vacancy_id,
        list_sort(list(coalesce(started_on, matched_on))) AS starts
    FROM matches
    WHERE
        coalesce(started_on, matched_on) <= $day::DATE
        AND (ended_on IS NULL OR ended_on > $day)
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
