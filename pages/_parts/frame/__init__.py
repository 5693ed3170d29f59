"""What stands around every page: the menu, the search field, the bar, the style sheet."""
