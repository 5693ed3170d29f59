"""Plots with axes, as Vega-Lite: one module a kind."""
