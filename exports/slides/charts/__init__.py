"""Native charts on a slide: a reader can change them and see their figures."""
