"""Files of a delivery: found, judged on their size, and read into rows of plain values."""
