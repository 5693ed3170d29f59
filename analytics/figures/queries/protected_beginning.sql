-- The first month with protected figures.
SELECT min(month) AS month
FROM protected_months
