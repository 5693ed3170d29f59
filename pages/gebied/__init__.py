"""The page Gebied."""
