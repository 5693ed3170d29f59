"""Cards as slides: native charts, native tables and maps of shapes, all to be edited."""
