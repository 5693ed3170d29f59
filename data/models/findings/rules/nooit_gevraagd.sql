-- Talents that residents named and that no vacature asked for up to the day; of the whole city.
SELECT
    scan_talents.talent AS record,
    '' AS place,
    min(scans.scanned_on) AS since,
    'genoemd bij scans: ' || count(*) AS detail
FROM scan_talents
INNER JOIN scans ON scan_talents.scan_id = scans.scan_id
LEFT JOIN vacancies
    ON scan_talents.talent = vacancies.talent AND vacancies.opened_on <= $day::DATE
WHERE scans.scanned_on <= $day AND vacancies.vacancy_id IS NULL
GROUP BY scan_talents.talent
