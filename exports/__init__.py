"""Results written out: for the terminal, for other programs."""
