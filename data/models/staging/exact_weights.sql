-- Every record counts as one.
CREATE OR REPLACE TEMP VIEW weighted_scans AS
SELECT
    *,
    1::BIGINT AS weight,
    scanned_on AS counted_on
FROM scans;

CREATE OR REPLACE TEMP VIEW weighted_matches AS
SELECT
    *,
    1::BIGINT AS weight,
    matched_on AS counted_on
FROM matches;

CREATE OR REPLACE TEMP VIEW weighted_residents AS
SELECT
    *,
    1::BIGINT AS weight,
    scanned_on AS counted_on
FROM residents;
