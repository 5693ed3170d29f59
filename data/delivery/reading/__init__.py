"""Reading cells: what a delivered value means in its column."""
