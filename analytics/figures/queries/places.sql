-- The ontwikkelplaatsen that are active on a day, in an area ('' is all of Eindhoven), each with
-- its open vacatures and the positions in them that no running match takes, never below zero.
WITH running AS (
    SELECT
        vacancy_id,
        count(*) AS matches
    FROM matches
    WHERE coalesce(started_on, matched_on) <= $day AND (ended_on IS NULL OR ended_on > $day)
    GROUP BY vacancy_id
),

open_vacancies AS (
    SELECT
        vacancies.place_id,
        count(*) AS vacancies,
        sum(greatest(vacancies.positions - coalesce(running.matches, 0), 0)) AS free_positions
    FROM vacancies
    LEFT JOIN running ON vacancies.vacancy_id = running.vacancy_id
    WHERE
        vacancies.opened_on <= $day
        AND (vacancies.closed_on IS NULL OR vacancies.closed_on > $day)
    GROUP BY vacancies.place_id
)

SELECT
    places.place_id,
    places.name,
    places.sector,
    places.buurt_code,
    coalesce(open_vacancies.vacancies, 0)::BIGINT AS open_vacancies,
    coalesce(open_vacancies.free_positions, 0)::BIGINT AS free_positions,
    places.joined_on
FROM places
LEFT JOIN open_vacancies ON places.place_id = open_vacancies.place_id
WHERE
    places.joined_on <= $day
    AND (places.left_on IS NULL OR places.left_on > $day)
    AND (
        $area = ''
        OR places.buurt_code IN (
            SELECT mart_members.place_code
            FROM mart_members
            WHERE mart_members.area_code = $area
        )
    )
ORDER BY places.name, places.place_id
