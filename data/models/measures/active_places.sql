-- Active ontwikkelplaatsen: from the day of joining up to, not including, the day of leaving.
SELECT
    joined_on AS day,
    buurt_code AS place_code,
    count(*) AS delta
FROM places
GROUP BY ALL
UNION ALL
SELECT
    left_on AS day,
    buurt_code AS place_code,
    -count(*) AS delta
FROM places
WHERE left_on IS NOT NULL
GROUP BY ALL
