"""Maps as Vega-Lite: what fills the frame, the layers of areas, what lies on top."""
