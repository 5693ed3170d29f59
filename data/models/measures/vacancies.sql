-- Vacatures opened, where the ontwikkelplaats is.
SELECT
    vacancies.opened_on AS day,
    places.buurt_code AS place_code,
    count(*) AS delta
FROM vacancies
INNER JOIN places ON vacancies.place_id = places.place_id
GROUP BY ALL
