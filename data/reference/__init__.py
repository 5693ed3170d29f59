"""What stands beside the records: areas, inhabitants, code lists and settings, each a csv."""
