-- The wijken in which every area of a level lies: those inside it, or the one around a buurt.
SELECT DISTINCT
    whole.area_code,
    wijken.area_code AS wijk_code
FROM mart_members AS whole
INNER JOIN mart_members AS wijken ON whole.place_code = wijken.place_code
WHERE whole.level = $level AND wijken.level = 'wijk'
ORDER BY whole.area_code, wijk_code
