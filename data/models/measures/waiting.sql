-- Residents waiting, each counted once, in the buurt of the first scan.
SELECT
    waits.day,
    weighted_residents.buurt_code AS place_code,
    sum(waits.step * weighted_residents.weight) AS delta
FROM waits
INNER JOIN weighted_residents ON waits.resident_id = weighted_residents.resident_id
GROUP BY ALL
