-- Matches up to a day, from the buurt of the resident to the ontwikkelplaats and its buurt.
SELECT
    flows.buurt_code AS buurt,
    coalesce(flows.place_id, '') AS place_id,
    coalesce(places.buurt_code, '') AS place_buurt,
    coalesce(flows.talent, '') AS talent,
    flows.kind,
    sum(flows.matches)::BIGINT AS matches
FROM mart_flows AS flows
LEFT JOIN places ON flows.place_id = places.place_id
WHERE flows.matched_on <= $as_of::DATE
GROUP BY ALL
ORDER BY ALL
