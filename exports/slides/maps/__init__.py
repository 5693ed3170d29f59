"""Maps of shapes on a slide: one shape an area, named after it."""
