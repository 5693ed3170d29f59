-- The vacatures that are open on a day, with their free positions.
SELECT
    vacatures.vacancy_id,
    vacatures.place_id,
    places.name AS place_name,
    places.sector,
    places.buurt_code AS buurt,
    vacatures.talent,
    vacatures.kind,
    vacatures.positions,
    vacatures.free
FROM mart_positions AS vacatures
INNER JOIN places ON vacatures.place_id = places.place_id
WHERE
    (vacatures.ends_on IS NULL OR vacatures.ends_on > $as_of::DATE)
    AND vacatures.starts_on <= $as_of::DATE
ORDER BY buurt, vacatures.vacancy_id
