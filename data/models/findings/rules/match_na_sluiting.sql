-- Matches that were made later than the day on which their vacature closed.
SELECT
    matches.match_id AS record,
    scans.buurt_code AS place,
    matches.matched_on AS since,
    'vacature ' || vacancies.vacancy_id || ' sloot op ' || strftime(vacancies.closed_on, '%d-%m-%Y')
        AS detail
FROM matches
INNER JOIN vacancies ON matches.vacancy_id = vacancies.vacancy_id
INNER JOIN scans ON matches.scan_id = scans.scan_id
WHERE matches.matched_on > vacancies.closed_on AND matches.matched_on <= $day::DATE
