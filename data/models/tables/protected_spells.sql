-- Spells by month up to $until; what happened later has not happened yet. `months` are the whole
-- months that a spell lasted: on the day three months after its start it has lasted two.
SELECT
    spell,
    facet,
    facet_value,
    buurt_code,
    date_trunc('month', starts_on)::DATE AS starts_in,
    CASE WHEN ends_on <= $until THEN date_trunc('month', ends_on)::DATE END AS ends_in,
    CASE WHEN ends_on <= $until THEN datesub('month', starts_on, ends_on - 1) END AS months,
    if(ends_on <= $until, outcome, '') AS outcome,
    date_trunc('month', agreed_until)::DATE AS agreed_in,
    datesub('month', starts_on, agreed_until - 1) AS agreed_months,
    coalesce(ends_on <= $until AND ends_on < agreed_until, FALSE) AS is_early,
    sum(weight)::BIGINT AS total,
    count(*) AS records,
    date_trunc('month', $until::DATE)::DATE AS known_in
FROM spells
WHERE weight > 0 AND starts_on <= $until
GROUP BY ALL
ORDER BY ALL
