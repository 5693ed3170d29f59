-- How far residents had come at the end of the month of $day: scanned, matched, started (a known
-- start), started at least $lasting months ago, and of those still running by then; rounded.
WITH journeys AS (
    SELECT protected_journeys.*
    FROM protected_journeys
    INNER JOIN mart_members ON protected_journeys.buurt_code = mart_members.place_code
    WHERE
        protected_journeys.scanned_in <= $day
        AND protected_journeys.known_in = (
            SELECT min(versions.known_in)
            FROM protected_journeys AS versions
            WHERE last_day(versions.known_in) >= $day
        )
        AND mart_members.level = $level
        AND mart_members.area_code = $area
)

SELECT
    coalesce(sum(records), 0)::BIGINT AS records,
    coalesce(sum(total), 0)::BIGINT AS scanned,
    coalesce(sum(total) FILTER (WHERE matched_in <= $day), 0)::BIGINT AS matched,
    coalesce(sum(total) FILTER (WHERE started_in <= $day), 0)::BIGINT AS started,
    coalesce(
        sum(total) FILTER (WHERE datediff('month', started_in, $day) >= $lasting), 0
    )::BIGINT AS judged,
    coalesce(
        sum(total) FILTER (
            WHERE datediff('month', started_in, $day) >= $lasting
            AND (coalesce(ended_in > $day, TRUE) OR months >= $lasting)
        ),
        0
    )::BIGINT AS still_running
FROM journeys
