-- Talents that residents named and that no vacature asked for up to the day; of the whole city.
-- Each talent is looked up once: beside every vacature that asks for it, rows would multiply.
WITH asked AS (
    SELECT DISTINCT talent
    FROM vacancies
    WHERE opened_on <= $day::DATE
)

SELECT
    scan_talents.talent AS record,
    '' AS place,
    min(scans.scanned_on) AS since,
    'genoemd bij scans: ' || count(*) AS detail
FROM scan_talents
INNER JOIN scans ON scan_talents.scan_id = scans.scan_id
LEFT JOIN asked ON scan_talents.talent = asked.talent
WHERE scans.scanned_on <= $day AND asked.talent IS NULL
GROUP BY scan_talents.talent
