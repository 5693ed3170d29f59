"""What is coded, packed in columns or sent as mail is read like any other file."""

import base64
import json
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow
import pytest
from pyarrow import feather, parquet

from exports.audit import audit

AREAS = ["Kortonjo", "Binnenstad"]
LAYOUT = {"title": {"text": "Matches per wijk"}}
ROWS = "wijk;matches\nKortonjo;{}\nBinnenstad;40\n"


def failed(path: Path) -> bool:
    report = audit([path])
    assert report.unread == ()
    return report.failed


def array(*values: int) -> dict[str, str]:
    """Numbers as plotly writes them."""
    return {"dtype": "i1", "bdata": base64.b64encode(np.array(values, "i1").tobytes()).decode()}


def figure(trace: dict[str, Any]) -> dict[str, Any]:
    return {"data": [trace], "layout": LAYOUT}


@pytest.mark.parametrize("number", [3, 40])
@pytest.mark.parametrize(
    "make",
    [
        lambda n: figure({"type": "bar", "x": AREAS, "y": array(n, 40)}),
        lambda n: figure({"type": "heatmap", "x": AREAS, "z": array(n, 40) | {"shape": "1, 2"}}),
        lambda n: figure({"type": "scatter", "x": AREAS, "y": [50, 60], "customdata": array(n, 7)}),
        lambda n: figure({"type": "table", "header": {"values": ["wijk", "matches"]},
                          "cells": {"values": [AREAS, [n, 40]]}}),
        lambda n: figure({"type": "indicator", "value": n}),
        lambda n: figure({"type": "sankey", "link": {"source": [0], "target": [1], "value": [n]}}),
        lambda n: {"titel": "Matches per wijk", "wijken": AREAS, "aantallen": array(n, 40)},
        lambda n: {"bron": base64.b64encode(ROWS.format(n).encode()).decode()},
    ],
)  # fmt: skip
def test_values_in_json(tmp_path: Path, make: Any, number: int) -> None:
    (tmp_path / "a.json").write_text(json.dumps(make(number)))
    assert failed(tmp_path / "a.json") is (number == 3)


def test_what_only_looks_coded_is_no_file(tmp_path: Path) -> None:
    hashes = {"a.csv": "0123456789abcdef" * 4, "b": "WK077222WK077222WK077222"}
    (tmp_path / "a.json").write_text(json.dumps(hashes))
    assert not failed(tmp_path / "a.json")


@pytest.mark.parametrize("number", [3, 40])
def test_records_in_a_script_need_no_quotation_marks(tmp_path: Path, number: int) -> None:
    script = f"const d = [{{wijk: 'Kortonjo', matches: {number}}}]; const stap = {{duur: 3}};"
    (tmp_path / "a.html").write_text(f"<html><script>{script}</script></html>")
    assert failed(tmp_path / "a.html") is (number == 3)


@pytest.mark.parametrize("number", [3, 40])
def test_columns(tmp_path: Path, number: int) -> None:
    table = pyarrow.table({"wijk": AREAS, "matches": [number, 40]})
    parquet.write_table(table, tmp_path / "a.parquet")
    feather.write_feather(table, str(tmp_path / "a.feather"))
    assert failed(tmp_path / "a.parquet") is (number == 3)
    assert failed(tmp_path / "a.feather") is (number == 3)


@pytest.mark.parametrize("number", [3, 40])
@pytest.mark.parametrize("place", ["subject", "body", "attachment"])
def test_mail(tmp_path: Path, place: str, number: int) -> None:
    words = f"Kortonjo: {number} inwoners"
    mail = EmailMessage()
    mail["Subject"] = words if place == "subject" else "Kortonjo"
    mail.set_content(words if place == "body" else "Zie de bijlage.")
    if place == "attachment":
        mail.add_attachment(ROWS.format(number).encode(), "text", "csv", filename="a.csv")
    (tmp_path / "a.eml").write_bytes(bytes(mail))
    assert failed(tmp_path / "a.eml") is (number == 3)


def test_what_is_not_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_text(r"{\rtf1 Kortonjo: 3 inwoners}")
    (note,) = audit([tmp_path]).unread
    assert "leest de controle niet; kijk zelf" in note
