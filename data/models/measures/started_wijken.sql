-- Wijken in which Buurt in Bloei has started.
SELECT
    started_on AS day,
    wijk_code AS place_code,
    count(*) AS delta
FROM rollout
GROUP BY ALL
