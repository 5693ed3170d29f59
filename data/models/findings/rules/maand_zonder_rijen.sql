-- Whole months in which nothing came from a team that had a row in an earlier month.
WITH happened AS (
    SELECT
        buurt_code,
        scanned_on AS happened_on
    FROM scans
    UNION ALL
    SELECT
        scans.buurt_code,
        matches.matched_on AS happened_on
    FROM matches
    INNER JOIN scans ON matches.scan_id = scans.scan_id
    UNION ALL
    SELECT
        places.buurt_code,
        vacancies.opened_on AS happened_on
    FROM vacancies
    INNER JOIN places ON vacancies.place_id = places.place_id
    UNION ALL
    SELECT
        buurt_code,
        joined_on AS happened_on
    FROM places
),

team_months AS (
    SELECT DISTINCT
        mart_members.area_code AS team,
        date_trunc('month', happened.happened_on)::DATE AS month
    FROM happened
    INNER JOIN mart_members ON happened.buurt_code = mart_members.place_code
    WHERE
        mart_members.level = 'team'
        AND mart_members.area_code <> 'Zonder team'
        AND happened.happened_on <= $day::DATE
),

expected AS (
    SELECT
        team,
        unnest(generate_series(min(month), $day::DATE, INTERVAL 1 MONTH))::DATE AS month
    FROM team_months
    GROUP BY team
)

SELECT
    expected.team || ' ' || strftime(expected.month, '%m-%Y') AS record,
    expected.team AS place,
    last_day(expected.month) AS since,
    'geen scan, vacature, match of ontwikkelplaats erbij' AS detail
FROM expected
LEFT JOIN team_months
    ON expected.team = team_months.team AND expected.month = team_months.month
WHERE team_months.team IS NULL AND last_day(expected.month) <= $day
