"""The cards of the page Gebied."""
