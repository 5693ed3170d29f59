-- The ontwikkelplaatsen that take part on a day.
SELECT
    place_id,
    name AS place_name,
    sector,
    buurt_code AS buurt
FROM places
WHERE joined_on <= $as_of::DATE AND (left_on IS NULL OR left_on > $as_of::DATE)
ORDER BY place_id
