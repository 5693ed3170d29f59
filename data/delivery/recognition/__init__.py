"""What a delivered sheet is: its table, its headings, how sure that is and what to ask."""
