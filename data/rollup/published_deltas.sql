-- The protected changes by place and month, as texts.
SELECT
    measure,
    place_code,
    CAST(CAST(date_trunc('month', day) AS DATE) AS VARCHAR) AS month,
    CAST(CAST(sum(delta) AS BIGINT) AS VARCHAR) AS delta
FROM deltas
WHERE measure IN (SELECT unnest($measures))
GROUP BY ALL
HAVING sum(deltas.delta) <> 0
ORDER BY ALL
