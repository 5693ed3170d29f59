"""What a reader typed: words that become pages, figures, areas and periods."""
