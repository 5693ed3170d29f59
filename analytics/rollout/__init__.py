"""The analyses of the section Uitrol: starts, ages, targets, fair comparison, change."""
