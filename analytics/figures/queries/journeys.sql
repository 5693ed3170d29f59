-- How far residents had come on $day: scanned, matched, started (a known start), started at least
-- $lasting days ago, and of those still running on that day.
WITH journeys AS (
    SELECT mart_journeys.*
    FROM mart_journeys
    INNER JOIN mart_members ON mart_journeys.buurt_code = mart_members.place_code
    WHERE
        mart_journeys.scanned_on <= $day
        AND mart_members.level = $level
        AND mart_members.area_code = $area
)

SELECT
    coalesce(sum(total), 0)::BIGINT AS scanned,
    coalesce(sum(total) FILTER (WHERE matched_on <= $day), 0)::BIGINT AS matched,
    coalesce(sum(total) FILTER (WHERE started_on <= $day), 0)::BIGINT AS started,
    coalesce(sum(total) FILTER (WHERE started_on + $lasting <= $day), 0)::BIGINT AS judged,
    coalesce(
        sum(total) FILTER (
            WHERE started_on + $lasting <= $day
            AND coalesce(ended_on > started_on + $lasting, TRUE)
        ),
        0
    )::BIGINT AS still_running
FROM journeys
