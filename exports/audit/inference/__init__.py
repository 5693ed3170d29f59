"""What figures tell together: a linear system of cells, narrowed as far as it goes."""
