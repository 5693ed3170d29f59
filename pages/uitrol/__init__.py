"""Uitrol: how far, how fast, ahead or behind."""
