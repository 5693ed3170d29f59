"""The gap index: what makes an area a white spot, why, and how sure that is."""
