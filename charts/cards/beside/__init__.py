"""The cards of the page Vergelijk."""
