"""Figures drawn: a result goes in, a plotly figure comes out."""
