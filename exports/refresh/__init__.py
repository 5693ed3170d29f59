"""Presentations that a person edited, with the figures of another day in what is ours."""
