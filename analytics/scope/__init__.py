"""What a reader looks at: the view, what it asks, and how it is said."""
