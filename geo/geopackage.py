"""A layer as a GeoPackage for a GIS, with real days, aliases and colours.

Sources: OGC GeoPackage 1.3, with its extension gpkg_schema for the aliases; the table layer_styles
as QGIS writes it, which opens the layer in these colours.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from io import BytesIO
from threading import Lock
from xml.sax.saxutils import quoteattr

from geo.layers import CRS, VALUE, Layer, Shade

RD_NEW = "EPSG:28992"
DAY = "peildatum"
_ONE_AT_A_TIME = Lock()
_TABLES = """
CREATE TABLE gpkg_data_columns (
    table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
    mime_type TEXT, constraint_name TEXT,
    CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
    CONSTRAINT gdc_tn UNIQUE (table_name, name)
);
INSERT INTO gpkg_extensions VALUES (
    'gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec/#extension_schema',
    'read-write'
);
CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT, f_table_schema TEXT,
    f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT,
    useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, update_time DATETIME
);
"""
_ALIAS = "INSERT INTO gpkg_data_columns (table_name, column_name, name) VALUES (?, ?, ?)"
_STYLE = (
    "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,"
    " styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time)"
    " VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '', ?)"
)
_CONTENTS = (
    "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)"
    " VALUES ('layer_styles', 'attributes', 'layer_styles', ?)"
)


def geopackage(layer: Layer, day: date, crs: str = RD_NEW) -> bytes:
    """A GeoPackage with one layer and its style, made in memory; in metres (RD New) or degrees.

    `day` stands in it as the day of the last change, so that the same layer gives the same bytes.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(_bare(layer, day, crs))
        connection.executescript(_TABLES)
        aliases = [(layer.name, field, alias) for field, alias in layer.aliases.items()]
        connection.executemany(_ALIAS, aliases)
        moment = f"{day.isoformat()}T00:00:00.000Z"
        style = (layer.name, layer.title, qml(layer), layer.description, moment)
        connection.execute(_STYLE, style)
        connection.execute(_CONTENTS, (moment,))
        connection.commit()
        return connection.serialize()


def _bare(layer: Layer, day: date, crs: str) -> bytes:
    """The layer as GDAL writes it."""
    # Slow to load, and only needed when somebody takes a map along.
    import geopandas  # noqa: PLC0415

    rows = [{**one.fields, DAY: date.fromisoformat(one.texts[DAY])} for one in layer.features]
    frame = geopandas.GeoDataFrame(rows, geometry=layer.geometries(), crs=CRS)
    out = BytesIO()
    with _dated(day):
        frame.astype({VALUE: "float64"}).to_crs(crs).to_file(
            out,
            driver="GPKG",
            engine="pyogrio",
            layer=layer.name,
            promote_to_multi=True,
            use_arrow=True,  # without it a day becomes text
            layer_options={"IDENTIFIER": layer.title, "DESCRIPTION": layer.description},
        )
    return out.getvalue()


@contextmanager
def _dated(day: date) -> Iterator[None]:
    """The day that GDAL writes as today; it is one setting for all readers, so one at a time."""
    import pyogrio  # noqa: PLC0415 (slow to load, see above)

    with _ONE_AT_A_TIME:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{day.isoformat()}T00:00:00.000Z"})
        try:
            yield
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def qml(layer: Layer) -> str:
    """The style of a layer for QGIS: a colour for each class of the value, and the aliases."""
    ranges = "".join(_range(at, shade) for at, shade in enumerate(layer.shades))
    symbols = "".join(_symbol(at, shade) for at, shade in enumerate(layer.shades))
    aliases = "".join(
        f"<alias field={quoteattr(field)} name={quoteattr(alias)}/>"
        for field, alias in layer.aliases.items()
    )
    return (
        '<!DOCTYPE qgis PUBLIC "http://mrcc.com/qgis.dtd" "SYSTEM">'
        '<qgis version="3.34.0" styleCategories="Symbology|Fields">'
        f'<renderer-v2 type="graduatedSymbol" attr="{VALUE}" graduatedMethod="GraduatedColor">'
        f"<ranges>{ranges}</ranges><symbols>{symbols}</symbols></renderer-v2>"
        f"<aliases>{aliases}</aliases></qgis>"
    )


def _range(at: int, shade: Shade) -> str:
    return (
        f'<range symbol="{at}" lower="{shade.low}" upper="{shade.high}" render="true"'
        f" label={quoteattr(shade.label)}/>"
    )


def _symbol(at: int, shade: Shade) -> str:
    options: Sequence[tuple[str, str]] = (
        ("color", _rgba(shade.colour)), ("style", "solid"),
        ("outline_color", "255,255,255,255"), ("outline_width", "0.2"),
    )  # fmt: skip
    told = "".join(f'<Option type="QString" name="{name}" value="{v}"/>' for name, v in options)
    return (
        f'<symbol type="fill" name="{at}" alpha="1"><layer class="SimpleFill" enabled="1">'
        f'<Option type="Map">{told}</Option></layer></symbol>'
    )


def _rgba(colour: str) -> str:
    """#RRGGBB as QGIS writes it."""
    return ",".join([*(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)), "255"])
