"""Files of programs for data: GeoPackage, parquet, Feather."""
