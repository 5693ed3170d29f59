-- What a stock must change in the first open month to stand again where the records say.
WITH both_sides AS (
    SELECT
        measure,
        place_code,
        delta
    FROM deltas
    WHERE day < $first_open
    UNION ALL
    SELECT
        measure,
        place_code,
        -delta AS delta
    FROM frozen_deltas
)

SELECT
    measure,
    $first_open AS day,
    place_code,
    sum(delta)::BIGINT AS delta
FROM both_sides
WHERE measure IN (SELECT unnest($stocks))
GROUP BY measure, place_code
HAVING sum(delta) <> 0
