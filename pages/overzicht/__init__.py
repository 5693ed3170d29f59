"""The page Overzicht."""
