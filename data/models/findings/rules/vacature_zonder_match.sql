-- Vacatures that have been open for more than a year and never had a match.
WITH matched AS (
    SELECT DISTINCT vacancy_id
    FROM matches
    WHERE vacancy_id IS NOT NULL AND matched_on <= $day::DATE
)

SELECT
    vacancies.vacancy_id AS record,
    places.buurt_code AS place,
    (vacancies.opened_on + INTERVAL 1 YEAR)::DATE + 1 AS since,
    'open sinds ' || strftime(vacancies.opened_on, '%d-%m-%Y') || ', ' || places.name AS detail
FROM vacancies
INNER JOIN places ON vacancies.place_id = places.place_id
LEFT JOIN matched ON vacancies.vacancy_id = matched.vacancy_id
WHERE
    matched.vacancy_id IS NULL
    AND (vacancies.opened_on + INTERVAL 1 YEAR)::DATE < $day
    AND (vacancies.closed_on IS NULL OR vacancies.closed_on > $day)
