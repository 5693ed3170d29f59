-- Scans up to $until as the protection sees them: place, moment, attributes, first or later visit.
WITH talent_sets AS (
    SELECT
        scan_id,
        string_agg(talent, '; ' ORDER BY talent) AS talent_set
    FROM scan_talents
    GROUP BY scan_id
),

ranked AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY resident_id ORDER BY scanned_on, scan_id) AS visit_number
    FROM scans
)

SELECT
    ranked.scan_id,
    ranked.buurt_code AS buurt,
    wijken.parent AS wijk,
    stadsdelen.parent AS stadsdeel,
    coalesce(rollout.team, 'Zonder team') AS team,
    ranked.scanned_on,
    coalesce(talent_sets.talent_set, '') AS talent_set,
    coalesce(ranked.age_band, '') AS age_band,
    if(ranked.visit_number = 1, 'first', 'later') AS visit,
    ranked.resident_id
FROM ranked
INNER JOIN areas AS wijken ON ranked.buurt_code = wijken.code
INNER JOIN areas AS stadsdelen ON wijken.parent = stadsdelen.code
LEFT JOIN rollout ON wijken.parent = rollout.wijk_code
LEFT JOIN talent_sets ON ranked.scan_id = talent_sets.scan_id
WHERE ranked.scanned_on <= $until
ORDER BY ranked.scan_id
