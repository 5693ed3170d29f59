"""From the records of the data file to figures: the two doors, the SQL, the results."""
