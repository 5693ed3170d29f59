"""What words and numbers on paper stand for: areas, days, what is counted."""
