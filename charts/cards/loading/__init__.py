"""The cards of the section Beheer."""
