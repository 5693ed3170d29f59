"""The kijkdoos: one page in one file, with a map, lines and a table that need no network."""
