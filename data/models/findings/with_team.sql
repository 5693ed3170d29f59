-- The records that break a rule, each with the team of its place.
WITH odd AS (
    $rule
)

SELECT
    odd.record,
    if(members.area_code IS NULL, '', odd.place) AS buurt_code,
    coalesce(members.area_code, odd.place) AS team,
    odd.since,
    odd.detail
FROM odd
LEFT JOIN mart_members AS members ON odd.place = members.place_code AND members.level = 'team'
ORDER BY odd.since DESC, odd.record ASC
