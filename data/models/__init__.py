"""The tables that are built from the records, and what the file says of itself."""
