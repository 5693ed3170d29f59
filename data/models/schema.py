"""The schema of the data file, derived from the contract: keys, references, checks, comments."""

import pandas as pd
from duckdb import DuckDBPyConnection

from data.contract.columns import Column, Kind, Table
from data.contract.tables import STORED_TABLES
from data.models.comments import comment_as_told, comment_on
from data.models.files import sql
from data.models.meta import META_COLUMNS
from data.reference.areas import areas
from data.reference.code_lists import code_lists
from data.reference.population import population

SQL_TYPES = {
    Kind.DATE: "DATE",
    Kind.PLANNED_DATE: "DATE",
    Kind.MONTH: "DATE",
    Kind.COUNT: "INTEGER",
    Kind.NUMBER: "DOUBLE",
}

AREA_KINDS = (Kind.BUURT, Kind.WIJK)  # a target or event may also name a team

CODE_LIST_TABLES = {
    "kind": ("kinds", "Soorten plekken en matches"),
    "talent": ("talents", "Talenten"),
    "sector": ("sectors", "Sectoren van ontwikkelplaatsen"),
    "channel": ("channels", "Wegen waarlangs een inwoner komt"),
    "age_band": ("age_bands", "Leeftijdsgroepen"),
}

AREA_COLUMNS = {
    "level": ("VARCHAR NOT NULL", "Niveau: gemeente, stadsdeel, wijk, buurt of team"),
    "code": ("VARCHAR PRIMARY KEY", "CBS-code, nummer van het stadsdeel of naam van het team"),
    "name": ("VARCHAR NOT NULL", "Naam van het gebied"),
    "parent": ("VARCHAR", "Code van het gebied eromheen; leeg voor de gemeente"),
    "area_ha": ("DOUBLE", "Oppervlakte in hectare"),
}

POPULATION_COLUMNS = {
    "area_code": ("VARCHAR NOT NULL", "Code van het gebied"),
    "year": ("INTEGER NOT NULL", "Jaar: de stand van 1 januari"),
    "inhabitants": ("INTEGER NOT NULL", "Aantal inwoners"),
    "households": ("INTEGER", "Aantal huishoudens; leeg als het niet bekend is"),
    "source": ("VARCHAR NOT NULL", "Bron van de aantallen"),
}

PROTECTION_COLUMNS = {
    "threshold": ("INTEGER NOT NULL", "Aantallen van 1 tot deze drempel komen niet naar buiten"),
    "ledger": ("VARCHAR NOT NULL", "Zegel van het grootboek waarop de afronding rust"),
}

VIEWS = ("residents", "running_matches")


def create_schema(con: DuckDBPyConnection) -> None:
    """Creates every table of the contract, with code lists and areas filled in."""
    _create_plain(con, "meta", "Herkomst en peildatum van dit bestand: een rij", META_COLUMNS)
    _create_plain(con, "protection", "Afronding voor wie buiten staat", PROTECTION_COLUMNS)
    _create_plain(con, "areas", "Gebieden van de gemeente en de teams", AREA_COLUMNS)
    _create_plain(con, "population", "Inwoners per gebied en jaar", POPULATION_COLUMNS)
    _fill_areas(con)
    _fill_population(con)
    _create_code_lists(con)
    for table in STORED_TABLES:
        _create_table(con, table)
    for view in VIEWS:
        con.execute(sql("views", view))
        comment_as_told(con, view, kind="VIEW")


def _create_plain(
    con: DuckDBPyConnection, name: str, comment: str, columns: dict[str, tuple[str, str]]
) -> None:
    definitions = ", ".join(f"{column} {kind}" for column, (kind, _) in columns.items())
    con.execute(f"CREATE TABLE {name} ({definitions})")
    comment_on(con, name, comment, {column: text for column, (_, text) in columns.items()})


def _fill_areas(con: DuckDBPyConnection) -> None:
    rows = [
        (area.level, area.code, area.name, area.parent or None, area.area_ha) for area in areas()
    ]
    con.executemany("INSERT INTO areas VALUES (?, ?, ?, ?, ?)", rows)


def _fill_population(con: DuckDBPyConnection) -> None:
    con.execute("ALTER TABLE population ADD PRIMARY KEY (area_code, year)")
    con.register("counted", pd.DataFrame(population()))
    con.execute(f"INSERT INTO population SELECT {', '.join(POPULATION_COLUMNS)} FROM counted")
    con.unregister("counted")


def _create_code_lists(con: DuckDBPyConnection) -> None:
    for name, values in code_lists().items():
        table, comment = CODE_LIST_TABLES[name]
        _create_plain(
            con,
            table,
            comment,
            {
                "value": ("VARCHAR PRIMARY KEY", "Waarde zoals een lezer haar ziet"),
                "position": ("INTEGER NOT NULL", "Volgorde in lijsten"),
            },
        )
        rows = [(value, position) for position, value in enumerate(values)]
        con.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)


def _create_table(con: DuckDBPyConnection, table: Table) -> None:
    parts = [_definition(column) for column in table.stored]
    parts.append(f"PRIMARY KEY ({', '.join(table.key)})")
    parts += [f"CHECK ({order.earlier} <= {order.later})" for order in table.orders]
    con.execute(f"CREATE TABLE {table.name} ({', '.join(parts)})")
    comment_on(con, table.name, table.comment, {c.name: c.comment for c in table.stored})


def _definition(column: Column) -> str:
    text = f"{column.name} {SQL_TYPES.get(column.kind, 'VARCHAR')}"
    text += " NOT NULL" if column.required else ""
    if column.kind is Kind.COUNT:
        text += f" CHECK ({column.name} >= 1)"
    if column.kind is Kind.CODE:
        text += f" REFERENCES {CODE_LIST_TABLES[column.refers_to][0]} (value)"
    if column.kind is Kind.REFERENCE:
        text += f" REFERENCES {column.refers_to} ({column.name})"
    if column.kind in AREA_KINDS:
        text += " REFERENCES areas (code)"
    return text
