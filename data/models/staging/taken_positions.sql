-- When a match takes a position: while it runs and its vacature is open; never where the first day
-- comes out later than the last.
CREATE OR REPLACE TEMP VIEW taken_positions AS
SELECT
    running_matches.match_id,
    vacancies.place_id,
    greatest(running_matches.runs_from, vacancies.opened_on) AS fills_from,
    least(running_matches.runs_until, vacancies.closed_on) AS fills_until
FROM running_matches
INNER JOIN vacancies ON running_matches.vacancy_id = vacancies.vacancy_id
