"""Small count rounding of the cubes of residents: cells, declared totals, and the search."""
