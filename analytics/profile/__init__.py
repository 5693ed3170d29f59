"""The analyses of one area: its profile, its quarters, areas like it."""
