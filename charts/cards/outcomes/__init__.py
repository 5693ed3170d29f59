"""The cards of the section Uitkomsten."""
