-- Matches up to $until as the protection sees them: the place of the resident and that of the
-- ontwikkelplaats, kind, talent, the days between which they run, and those between which they are
-- on a vacature that is open.
SELECT
    matches.match_id,
    scans.buurt_code AS buurt,
    wijken.parent AS wijk,
    stadsdelen.parent AS stadsdeel,
    coalesce(rollout.team, 'Zonder team') AS team,
    places.buurt_code AS place_buurt,
    place_wijken.parent AS place_wijk,
    place_stadsdelen.parent AS place_stadsdeel,
    matches.vacancy_id,
    vacancies.positions,
    matches.matched_on,
    matches.kind,
    coalesce(vacancies.talent, '') AS talent,
    running_matches.runs_from,
    running_matches.runs_until,
    coalesce(taken_positions.fills_from, running_matches.runs_from) AS fills_from,
    coalesce(taken_positions.fills_until, running_matches.runs_until) AS fills_until
FROM matches
INNER JOIN running_matches ON matches.match_id = running_matches.match_id
LEFT JOIN taken_positions ON matches.match_id = taken_positions.match_id
INNER JOIN scans ON matches.scan_id = scans.scan_id
INNER JOIN areas AS wijken ON scans.buurt_code = wijken.code
INNER JOIN areas AS stadsdelen ON wijken.parent = stadsdelen.code
LEFT JOIN rollout ON wijken.parent = rollout.wijk_code
LEFT JOIN vacancies ON matches.vacancy_id = vacancies.vacancy_id
LEFT JOIN places ON vacancies.place_id = places.place_id
LEFT JOIN areas AS place_wijken ON places.buurt_code = place_wijken.code
LEFT JOIN areas AS place_stadsdelen ON place_wijken.parent = place_stadsdelen.code
WHERE matches.matched_on <= $until
ORDER BY matches.match_id
