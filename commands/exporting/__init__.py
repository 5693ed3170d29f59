"""The commands that make files to take along: `export` and `report-run`."""
