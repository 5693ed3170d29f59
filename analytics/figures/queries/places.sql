-- The ontwikkelplaatsen that are active on a day, in an area ('' is all of Eindhoven), each with
-- its open vacatures and the positions in them that no running match takes, never below zero.
WITH open_vacancies AS (
    SELECT
        place_id,
        count(*) AS vacancies,
        sum(free) AS free_positions
    FROM mart_positions
    WHERE starts_on <= $day AND (ends_on IS NULL OR ends_on > $day)
    GROUP BY place_id
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
