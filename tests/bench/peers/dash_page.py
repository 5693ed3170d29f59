"""The same page of Dash: `python -m tests.bench.peers.dash_page PORT`, with BENCH_CUBE."""

import sys
from typing import Any

from dash import Dash, Input, Output, dcc, html

from tests.bench.peers.shown import PERIODS, cube, places, shown

app = Dash(__name__, title="Buurt in Bloei", serve_locally=True)
app.layout = html.Div(
    [
        html.H1("Hoe ver is de uitrol?"),
        dcc.RadioItems(places(), places()[0], id="place", inline=True),
        dcc.RadioItems(list(PERIODS), next(iter(PERIODS)), id="period", inline=True),
        html.H3(id="chosen"),
        html.Dl(id="figures"),
        dcc.Graph(id="map"),
        dcc.Graph(id="trend"),
        html.Table(id="table"),
    ]
)


@app.callback(  # type: ignore[untyped-decorator]
    [Output(part, "children") for part in ("chosen", "figures", "table")]
    + [Output(part, "figure") for part in ("map", "trend")],
    [Input("place", "value"), Input("period", "value")],
)
def draw(place: str, period: str) -> list[Any]:
    """All parts for what is chosen."""
    found = shown(place, period)
    figures = [
        part for name, number in found.figures.items() for part in (html.Dt(name), html.Dd(number))
    ]
    lines = [["Wijk", *cube()["figures"]], *found.rows]
    table = [html.Tr([html.Td(cell) for cell in line]) for line in lines]
    return [place, figures, table, found.area_map, found.trend]


if __name__ == "__main__":
    app.run(port=int(sys.argv[1]), debug=False)
