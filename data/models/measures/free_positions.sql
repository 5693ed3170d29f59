-- Free positions of open vacatures, where the ontwikkelplaats is.
WITH steps AS (
    SELECT
        place_id,
        starts_on AS day,
        free AS delta
    FROM mart_positions
    UNION ALL
    SELECT
        place_id,
        ends_on AS day,
        -free AS delta
    FROM mart_positions
    WHERE ends_on IS NOT NULL
)

SELECT
    steps.day,
    places.buurt_code AS place_code,
    sum(steps.delta) AS delta
FROM steps
INNER JOIN places ON steps.place_id = places.place_id
GROUP BY ALL
