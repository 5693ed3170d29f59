"""One indicator in a scope: its figures, ranks, extremes and moments."""
