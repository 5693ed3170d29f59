"""The doors to figures, one an audience: exact, rounded, and exact for a team in its own areas."""
