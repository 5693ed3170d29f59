-- The changes that were published, of the months before $first_open.
CREATE OR REPLACE TEMP TABLE frozen_deltas AS
SELECT
    measure,
    place_code,
    month::DATE AS month,
    delta::BIGINT AS delta
FROM past_deltas
WHERE month::DATE < $first_open
