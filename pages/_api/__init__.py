"""`/api/v1`: figures, areas and catalogue for programs, read-only; off unless BLOEI_API=1."""
