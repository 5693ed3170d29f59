"""The guard against personal data: what it stops, and what it must let through."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.delivery.files.raw import Cell
from data.delivery.personal.guard import heading_kind
from data.delivery.personal.identifiers import identifier_kind, passes_eleven_test
from data.problems import DeliveryRefused
from data.reference.areas import Level, at_level
from tests.data.delivery.deliveries import read, small_rows, write_delivery, write_workbook

PERSONAL_HEADINGS = (
    *("Naam", "Voornaam", "Achternaam", "Naam inwoner", "Inwonernaam", "naam_deelnemer"),
    *("Volledige naam", "Namen", "Naam medewerker wijkteam", "Adres", "Woonadres", "E-mail"),
    *("E-mailadres", "email", "Mail", "Straat", "Straatnaam", "Huisnummer", "Huisnr."),
    *("Telefoon", "Telefoonnummer", "Tel.", "Tel. nr", "Mobiel", "Mobiele nummer", "GSM"),
    *("BSN", "BSN-nummer", "Burgerservicenummer", "Sofinummer", "Geboortedatum"),
    *("Geb. datum", "Geboren op", "Geboortejaar", "Contactpersoon", "Voorletters"),
    *("Tussenvoegsel", "Name", "First name", "Last_Name", "Surname", "Full name"),
    *("Resident name", "Address", "Street", "House number", "Phone", "Phone number"),
    *("Mobile", "Date of birth", "Birthdate", "DOB", "IBAN", "Contactgegevens"),
)

HARMLESS_HEADINGS = (
    *("Buurtnaam", "Wijknaam", "Teamnaam", "Naam ontwikkelplaats", "Naam van de vacature"),
    *("Bedrijfsnaam", "Soort plek", "Organisatie", "Stadsdeelnaam", "Deelname"),
    *("Datum opname", "Voornaamste talent", "Aantal deelnames", "Inwoner", "Kanaal"),
    *("Opmerking", "Toename", "Vacaturenaam", "File name", "Leeftijd", "Reden einde"),
    *("Datum contact", "Postcode", "Namens team", "Hotel", "Aangenaam gesprek"),
)


@pytest.mark.parametrize("heading", PERSONAL_HEADINGS)
def test_headings_of_personal_data(heading: str) -> None:
    assert heading_kind(heading)
    assert heading_kind(heading.upper())


@pytest.mark.parametrize("heading", HARMLESS_HEADINGS)
def test_headings_that_are_fine(heading: str) -> None:
    assert heading_kind(heading) == ""


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("jan.jansen@voorbeeld.nl", "e-mailadres"),
        ("mail naar Jan@Voorbeeld.nl aub", "e-mailadres"),
        ("0612345678", "telefoonnummer"),
        ("06-12345678", "telefoonnummer"),
        ("06 12 34 56 78", "telefoonnummer"),
        ("bel 06.1234.5678 na zessen", "telefoonnummer"),
        ("040-2123456", "telefoonnummer"),
        ("(040) 212 34 56", "telefoonnummer"),
        ("0499-123456", "telefoonnummer"),
        ("+31612345678", "telefoonnummer"),
        ("+31 (0)6 - 1234 5678", "telefoonnummer"),
        ("+31 (0) 40 212 34 56", "telefoonnummer"),
        ("0031612345678", "telefoonnummer"),
        ("0031 40 212 3456", "telefoonnummer"),
        ("06–12345678", "telefoonnummer"),
        ("tel.0612345678/0401234567", "telefoonnummer"),
        ("thuis op 01-04-2021, 06-12345678", "telefoonnummer"),
        (31612345678, "telefoonnummer"),
        ("123456782", "burgerservicenummer"),
        ("1234.56.782", "burgerservicenummer"),
        ("123 456 782", "burgerservicenummer"),
        ("BSN 123456782 genoemd", "burgerservicenummer"),
        (123456782, "burgerservicenummer"),
        (10000008, "burgerservicenummer"),
        ("123456782.0", "burgerservicenummer"),
    ],
)
def test_one_identifier_is_enough(cell: Cell, kind: str) -> None:
    others: list[Cell] = [None, "geen bijzonderheden", "S00012", date(2021, 4, 1), 3, 0.5]
    assert identifier_kind([*others, cell]) == kind


def test_mobile_numbers_that_lost_their_zero() -> None:
    numbers: list[Cell] = [612345678, 687654321]
    assert identifier_kind([*numbers, "onbekend", None]) == "telefoonnummer"
    assert identifier_kind([*numbers, "S1", "S2", "S3"]) == ""


def _days() -> list[date]:
    return [date(1999, 1, 1) + timedelta(days=37 * step) for step in range(220)]


HARMLESS_COLUMNS: dict[str, list[Cell]] = {
    "dates": [f"{day:%d-%m-%Y}" for day in _days()],
    "dates and times": [f"{day:%d-%m-%Y} 12:30:00" for day in _days()],
    "periods": [f"{day:%d-%m-%Y} - {day:%d-%m-%Y}" for day in _days()],
    "two dates": [f"{day:%d/%m/%Y} {day:%d/%m/%Y}" for day in _days()],
    "iso dates": [f"van {day} 10 uur tot {day}" for day in _days()],
    "compact dates": [f"{day:%Y%m%d}" for day in _days()],
    "compact numbers": [int(f"{day:%Y%m%d}") for day in _days()],
    "serials": [(day - date(1899, 12, 30)).days for day in _days()],
    "buurten": [area.code for area in at_level(Level.BUURT)],
    "bare buurten": [area.code[2:] for area in at_level(Level.BUURT)],
    "numeric buurten": [int(area.code[2:]) for area in at_level(Level.BUURT)],
    "postcodes": [f"56{n:02} A{letter}" for n in range(60) for letter in "ABCDEFG"],
    "keys": [f"{n:06}" for n in range(500)],
    "lettered keys": [f"S{n:05}" for n in range(500)],
    "long lettered keys": [f"OP-06{n:08}" for n in range(500)],
    "eight digits": [f"{n:08}" for n in range(500)],
    "running numbers": [20_000_000 + n for n in range(500)],
    "shares": ["0.123456789", "0.987654321", "12,5", "1.234.567"],
    "long numbers": [str(8_712_345_678_906 + n) for n in range(50)],
    "percentages": [0.123456789, 123456782.5],
    "handles": ["@buurtbus", "a@b", "groen @ tuin"],
}


@pytest.mark.parametrize("name", HARMLESS_COLUMNS)
def test_columns_that_are_fine(name: str) -> None:
    assert identifier_kind(HARMLESS_COLUMNS[name]) == ""


def _bsn(start: int) -> str:
    """A number that passes, built from the definition: the last digit makes the sum fit."""
    for number in range(start, start + 200):
        digits = [int(digit) for digit in f"{number:09}"]
        total = sum(
            digit * weight for digit, weight in zip(digits[:8], range(9, 1, -1), strict=True)
        )
        if total % 11 == digits[8]:
            return str(number)
    raise AssertionError


@given(st.integers(10_000_000, 999_999_000))
def test_the_eleven_test_follows_its_definition(start: int) -> None:
    assert passes_eleven_test(_bsn(start))
    assert not passes_eleven_test(str(int(_bsn(start)) ^ 1))


def test_a_column_is_suspect_when_half_of_its_numbers_pass() -> None:
    draw = random.Random(1)
    passing: list[Cell] = [_bsn(draw.randrange(10**8, 9 * 10**8)) for _ in range(10)]
    failing: list[Cell] = [str(int(str(number)) ^ 1) for number in passing]
    assert identifier_kind([*passing, *failing]) == "burgerservicenummer"
    assert identifier_kind([*passing[:9], *failing]) == ""


@pytest.mark.parametrize(
    ("sheet", "heading", "cell"),
    [
        ("talentenscans", "Telefoon", "ja"),
        ("talentenscans", "Opmerking", "belt op 06-12345678"),
        ("talentenscans", "", "jan@voorbeeld.nl"),
        ("vacatures", "Naam", "Tuinhulp"),
        ("ontwikkelplaatsen", "Contactpersoon", "-"),
    ],
)
def test_the_whole_delivery_is_refused_with_file_and_column(
    sheet: str, heading: str, cell: str, tmp_path: Path
) -> None:
    sheets = small_rows()
    sheets[sheet] = [[*row, cell] for row in sheets[sheet]]
    sheets[sheet][0][-1] = heading
    column = heading or "kolom H"
    with pytest.raises(DeliveryRefused, match=rf"{sheet}\.csv: .*{column} .*niets overgenomen"):
        read(write_delivery(tmp_path / "levering", sheets))


@pytest.mark.parametrize("resident", ["123456782", "0612345678", "jan@voorbeeld.nl"])
def test_the_pseudonym_of_a_resident_is_judged_too(resident: str, tmp_path: Path) -> None:
    sheets = small_rows()
    for row in sheets["talentenscans"][1:]:
        row[1] = resident
    with pytest.raises(DeliveryRefused, match=r"talentenscans\.csv: kolom Inwoner"):
        read(write_delivery(tmp_path / "levering", sheets))


def test_a_sheet_of_no_known_table_is_judged_too(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    write_workbook(path, {**small_rows(), "Bellijst": [["x", "y"], [1, "040-2123456"]]})
    with pytest.raises(DeliveryRefused, match=r"export\.xlsx, blad Bellijst: kolom y \(telefoon"):
        read(path)


def test_a_mapping_does_not_make_a_name_acceptable(tmp_path: Path) -> None:
    sheets = small_rows()
    sheets["talentenscans"][0][1] = "Naam inwoner"
    mapping = tmp_path / "koppen.toml"
    mapping.write_text('[scans]\nresident_id = "Naam inwoner"', encoding="utf-8")
    with pytest.raises(DeliveryRefused, match="kolom Naam inwoner"):
        read(write_delivery(tmp_path / "levering", sheets), mapping=mapping)


def test_the_message_never_repeats_the_personal_data(tmp_path: Path) -> None:
    sheets = small_rows()
    sheets["talentenscans"][1][6] = "belt op 06-12345678"
    with pytest.raises(DeliveryRefused) as refusal:
        read(write_delivery(tmp_path / "levering", sheets))
    assert "12345678" not in str(refusal.value)
