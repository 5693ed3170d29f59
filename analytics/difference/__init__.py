"""What differs between two data files: records, figures, and what of it is worth a warning."""
