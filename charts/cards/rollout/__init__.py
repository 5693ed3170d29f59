"""The cards of the section Uitrol."""
