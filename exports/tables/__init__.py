"""Figures as tables for other programs: which columns, and how as csv and json."""
