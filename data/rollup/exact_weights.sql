-- Every record counts as one.
CREATE OR REPLACE TEMP VIEW weighted_scans AS
SELECT
    *,
    1::BIGINT AS weight
FROM scans;

CREATE OR REPLACE TEMP VIEW weighted_matches AS
SELECT
    *,
    1::BIGINT AS weight
FROM matches;

CREATE OR REPLACE TEMP VIEW weighted_residents AS
SELECT
    *,
    1::BIGINT AS weight
FROM residents;
