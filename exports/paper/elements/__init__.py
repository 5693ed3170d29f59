"""What is drawn as SVG itself: shapes, words, legend, table and the sheet around a picture."""
