"""A careful page of Streamlit: `streamlit run`, with BENCH_CUBE and this project in PYTHONPATH."""

import streamlit as st

from tests.bench.peers.shown import PERIODS, cube, places, shown

st.set_page_config(page_title="Buurt in Bloei", layout="wide")
st.title("Hoe ver is de uitrol?")
place = st.radio("Gebied", places(), horizontal=True)
period = st.radio("Periode", list(PERIODS), horizontal=True)
found = shown(place, period)
st.subheader(place)
for column, (name, number) in zip(
    st.columns(len(found.figures)), found.figures.items(), strict=True
):
    column.metric(name, number)
left, right = st.columns(2)
left.plotly_chart(found.area_map, key="map")
right.plotly_chart(found.trend, key="trend")
headings = ["Wijk", *cube()["figures"]]
st.table([dict(zip(headings, row, strict=True)) for row in found.rows])
