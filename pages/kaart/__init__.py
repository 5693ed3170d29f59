"""The page Kaart."""
