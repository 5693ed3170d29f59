-- Inhabitants per year, with those of the own area: the sum of its buurten.
CREATE TEMP VIEW population AS
SELECT *
FROM $file.main.population
UNION ALL
SELECT
    own_area.area_code,
    buurten.year,
    sum(buurten.inhabitants)::INTEGER AS inhabitants,
    if(count(buurten.households) = count(*), sum(buurten.households), NULL)::INTEGER AS households,
    string_agg(DISTINCT buurten.source, '; ' ORDER BY buurten.source) AS source
FROM own_area
INNER JOIN $file.main.population AS buurten ON own_area.buurt_code = buurten.area_code
GROUP BY own_area.area_code, buurten.year
