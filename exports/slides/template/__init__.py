"""The presentation that slides stand in: ours or the organisation's own, and its properties."""
