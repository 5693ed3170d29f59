"""The DuckDB file: contract, import, checks, marts, versions and demo data."""
