-- Matches from the buurt of the resident to the ontwikkelplaats; without one they are between
-- residents.
SELECT
    matches.matched_on,
    scans.buurt_code,
    vacancies.place_id,
    vacancies.talent,
    matches.kind,
    count(*)::INTEGER AS matches
FROM matches
INNER JOIN scans ON matches.scan_id = scans.scan_id
LEFT JOIN vacancies ON matches.vacancy_id = vacancies.vacancy_id
GROUP BY ALL
ORDER BY ALL
