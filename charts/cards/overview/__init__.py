"""The cards of the page Overzicht."""
