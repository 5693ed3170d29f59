"""From the tables and texts of files to figures: every number with the sum that it speaks of."""
