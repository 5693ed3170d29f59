"""What the pages share: the view, the data, the filters and the building blocks."""
