-- When a match runs: from its start (from the match itself when no start is known) up to, not
-- including, the day of its end.
CREATE VIEW running_matches AS
SELECT
    match_id,
    vacancy_id,
    coalesce(started_on, matched_on) AS runs_from,
    ended_on AS runs_until
FROM matches
