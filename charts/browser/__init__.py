"""What our own scripts draw in a browser: their data and their look, without any library."""
