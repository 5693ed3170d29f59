-- The changes that were published, of the months before $first_open.
CREATE OR REPLACE TEMP TABLE frozen_deltas AS
SELECT
    measure,
    place_code,
    CAST(month AS DATE) AS month,
    CAST(delta AS BIGINT) AS delta
FROM past_deltas
WHERE CAST(month AS DATE) < $first_open
