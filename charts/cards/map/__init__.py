"""The cards of one indicator: the page Kaart."""
