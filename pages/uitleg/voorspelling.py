"""Hoe goed is de voorspelling?: how forecasts are made, and how often they were right."""

import streamlit as st

from analytics.rollout.forecast_page import forecast_page
from pages._parts import cards


def show() -> None:
    """Draws the page from the text that also stands in the documentation."""
    cards.begin("uitleg/voorspelling")
    _, _, text = forecast_page().partition("\n\n")
    st.markdown(text)


show()
