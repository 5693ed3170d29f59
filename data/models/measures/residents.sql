-- Residents reached: each counts once, at the first scan, in the buurt of that scan.
SELECT
    counted_on AS day,
    buurt_code AS place_code,
    sum(weight) AS delta
FROM weighted_residents
GROUP BY ALL
