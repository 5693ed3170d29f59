-- Every spell with its weight, once for each facet by which it can be asked: the wait of a
-- resident from the first scan to a first match (or to leaving), and the time that a match runs.
CREATE OR REPLACE TEMP VIEW spells AS
WITH waits AS (
    SELECT
        resident_id,
        buurt_code,
        weight,
        scanned_on AS starts_on,
        coalesce(matched_on, left_on) AS ends_on,
        CASE
            WHEN matched_on IS NOT NULL THEN 'match'
            WHEN left_on IS NOT NULL THEN 'left'
            ELSE ''
        END AS outcome
    FROM journeys
),

first_scans AS (
    SELECT
        resident_id,
        arg_min(scan_id, (scanned_on, scan_id)) AS scan_id
    FROM scans
    GROUP BY resident_id
),

stays AS (
    SELECT
        scans.buurt_code,
        weighted_matches.weight,
        running_matches.runs_from AS starts_on,
        running_matches.runs_until AS ends_on,
        if(running_matches.runs_until IS NULL, '', 'ended') AS outcome,
        weighted_matches.kind,
        vacancies.talent,
        weighted_matches.agreed_until
    FROM weighted_matches
    INNER JOIN running_matches ON weighted_matches.match_id = running_matches.match_id
    INNER JOIN scans ON weighted_matches.scan_id = scans.scan_id
    LEFT JOIN vacancies ON weighted_matches.vacancy_id = vacancies.vacancy_id
),

facets AS (
    SELECT unnest(['', 'soort', 'talent', 'afspraak']) AS facet
),

faceted AS (
    SELECT
        'wait' AS spell,
        '' AS facet,
        '' AS facet_value,
        buurt_code,
        starts_on,
        ends_on,
        outcome,
        NULL::DATE AS agreed_until,
        weight
    FROM waits
    UNION ALL
    SELECT
        'wait' AS spell,
        'talent' AS facet,
        scan_talents.talent AS facet_value,
        waits.buurt_code,
        waits.starts_on,
        waits.ends_on,
        waits.outcome,
        NULL AS agreed_until,
        waits.weight
    FROM waits
    INNER JOIN first_scans ON waits.resident_id = first_scans.resident_id
    INNER JOIN scan_talents ON first_scans.scan_id = scan_talents.scan_id
    UNION ALL
    SELECT
        'stay' AS spell,
        facets.facet,
        CASE facets.facet WHEN 'soort' THEN stays.kind WHEN 'talent' THEN stays.talent ELSE '' END
            AS facet_value,
        stays.buurt_code,
        stays.starts_on,
        stays.ends_on,
        stays.outcome,
        CASE WHEN facets.facet = 'afspraak' THEN stays.agreed_until END AS agreed_until,
        stays.weight
    FROM stays
    CROSS JOIN facets
    WHERE
        (facets.facet <> 'talent' OR stays.talent IS NOT NULL)
        AND (facets.facet <> 'afspraak' OR stays.agreed_until >= stays.starts_on)
)

SELECT *
FROM faceted
