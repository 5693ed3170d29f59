-- The protected changes by place and month, as texts.
SELECT
    measure,
    place_code,
    date_trunc('month', day)::DATE::VARCHAR AS month,
    sum(delta)::BIGINT::VARCHAR AS delta
FROM deltas
WHERE measure IN (SELECT unnest($measures))
GROUP BY measure, place_code, date_trunc('month', day)
HAVING sum(delta) <> 0
ORDER BY measure, place_code, date_trunc('month', day)
