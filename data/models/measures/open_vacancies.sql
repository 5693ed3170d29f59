-- Open vacatures: open from the day of opening up to, not including, the day of closing.
WITH changes AS (
    SELECT
        place_id,
        opened_on AS day,
        1 AS delta
    FROM vacancies
    UNION ALL
    SELECT
        place_id,
        closed_on AS day,
        -1 AS delta
    FROM vacancies
    WHERE closed_on IS NOT NULL
)

SELECT
    changes.day,
    places.buurt_code AS place_code,
    sum(changes.delta) AS delta
FROM changes
INNER JOIN places ON changes.place_id = places.place_id
GROUP BY ALL
