"""What changes a view: a choice, going into an area and out again, undoing."""
