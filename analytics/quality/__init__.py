"""The quality of the records: which are accepted but odd, of which team, and since when."""
