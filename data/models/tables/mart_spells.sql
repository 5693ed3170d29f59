-- Spells as counts by day, in the order in which they are looked up.
SELECT
    spell,
    facet,
    facet_value,
    buurt_code,
    starts_on,
    ends_on,
    outcome,
    agreed_until,
    sum(weight)::BIGINT AS total
FROM spells
GROUP BY ALL
ORDER BY ALL
