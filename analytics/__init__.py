"""Pure functions from a selection to figures: no drawing, no Streamlit."""
