-- Changes by day for every area of every level, in the order in which they are looked up.
SELECT
    deltas.measure,
    members.level,
    members.area_code,
    deltas.day,
    sum(deltas.delta)::BIGINT AS delta
FROM deltas
INNER JOIN mart_members AS members ON deltas.place_code = members.place_code
GROUP BY ALL
HAVING sum(deltas.delta) <> 0
ORDER BY deltas.measure, members.level, deltas.day, members.area_code
