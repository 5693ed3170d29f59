-- Matches up to $until as the protection sees them: the place of the resident and that of the
-- ontwikkelplaats, kind, talent, and the days between which they run.
SELECT
    matches.match_id,
    scans.buurt_code AS buurt,
    wijken.parent AS wijk,
    stadsdelen.parent AS stadsdeel,
    coalesce(rollout.team, 'Zonder team') AS team,
    coalesce(places.buurt_code, '') AS place_buurt,
    matches.vacancy_id IS NOT NULL AS fills,
    matches.matched_on,
    matches.kind,
    coalesce(vacancies.talent, '') AS talent,
    coalesce(matches.started_on, matches.matched_on) AS runs_from,
    matches.ended_on AS runs_until
FROM matches
INNER JOIN scans ON matches.scan_id = scans.scan_id
INNER JOIN areas AS wijken ON scans.buurt_code = wijken.code
INNER JOIN areas AS stadsdelen ON wijken.parent = stadsdelen.code
LEFT JOIN rollout ON wijken.parent = rollout.wijk_code
LEFT JOIN vacancies ON matches.vacancy_id = vacancies.vacancy_id
LEFT JOIN places ON vacancies.place_id = places.place_id
WHERE matches.matched_on <= $until
ORDER BY matches.match_id
