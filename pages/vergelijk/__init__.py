"""The page Vergelijk."""
