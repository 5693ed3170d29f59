"""What a delivery changes and what is odd in it: differences, warnings, findings on quality."""
