"""Witte vlekken: where placements lack, of which kind, and where to go."""
