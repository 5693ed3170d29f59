"""Uitkomsten: whether matches last, and how long it takes to get one."""
