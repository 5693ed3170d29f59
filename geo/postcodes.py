"""From the CBS file of addresses (PC6 and house number) to one buurt per postcode.

CBS publishes the file each year as `pc6hnr{date}_gwb.csv` in a zip, columns PC6, Huisnummer,
Buurt{year}, Wijk{year} and Gemeente{year}. Licence CC BY 4.0.
"""

import zipfile
from pathlib import Path
from typing import IO

import pandas as pd

from data.file.whole import ORDINARY, replace
from data.reference.areas import AREAS_FILE, Level, at_level, city

TARGET = AREAS_FILE.with_name("postcodes.csv")
PC4_LENGTH = 4
SHARE_DECIMALS = 3


class PostcodeError(Exception):
    """A file that cannot be used; the message says in Dutch why and what to do."""


def build_postcodes(source: Path, target: Path = TARGET) -> int:
    """Writes the buurt of every postcode in Eindhoven to `target`; returns how many postcodes.

    A postcode (PC6) that lies in several buurten gets the one with most of its addresses (of
    equals the lowest code) with their share, and stays out when that one lies in another gemeente.
    The four digits of a postcode are written with every buurt in which they have an address: they
    place a row only when that is a single one.

    Raises:
        PostcodeError: when the file cannot be used. `target` then stays as it was.
        OSError: when `target` cannot be written; it then stays as it was too.
    """
    addresses = _read(source)
    known = {area.code for area in at_level(Level.BUURT)}
    placed = _majority(addresses)
    ours = placed[placed["buurt_code"].isin(known)]
    if ours.empty:
        raise PostcodeError(
            f"In {source.name} staat geen adres in een bekende buurt van {city().name}."
            " Gebruik het bestand van het jaar van de grenzen."
        )
    table = pd.concat([ours, _touched(addresses, ours)])
    replace(target, table.to_csv(sep=";", index=False).encode(), ORDINARY)
    return len(ours)


def _majority(addresses: pd.DataFrame) -> pd.DataFrame:
    counts = addresses.groupby(["postcode", "buurt_code"], as_index=False).size()
    ordered = counts.sort_values(["postcode", "size", "buurt_code"], ascending=[True, False, True])
    ordered["share"] = ordered["size"] / ordered.groupby("postcode")["size"].transform("sum")
    most = ordered.drop_duplicates("postcode")[["postcode", "buurt_code", "share"]]
    return most.assign(share=most["share"].round(SHARE_DECIMALS))


def _touched(addresses: pd.DataFrame, ours: pd.DataFrame) -> pd.DataFrame:
    pc4 = addresses.assign(postcode=addresses["postcode"].str[:PC4_LENGTH]).drop_duplicates()
    here = pc4["postcode"].isin(ours["postcode"].str[:PC4_LENGTH])
    return pc4[here].sort_values(["postcode", "buurt_code"])


def _read(source: Path) -> pd.DataFrame:
    try:
        with _opened(source) as file:
            frame = pd.read_csv(file, sep=";", dtype="str", encoding="utf-8-sig")
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise PostcodeError(f"{source.name} kan niet worden gelezen als csv of zip.") from error
    buurt = next((name for name in frame.columns if name.startswith("Buurt")), None)
    if buurt is None or "PC6" not in frame.columns:
        raise PostcodeError(
            f"{source.name} mist de kolommen PC6 en Buurt. Verwacht wordt het bestand"
            " pc6hnr..._gwb.csv van CBS, ook als zip."
        )
    return pd.DataFrame(
        {
            "postcode": frame["PC6"].str.replace(" ", "").str.upper(),
            "buurt_code": "BU" + frame[buurt].str.removeprefix("BU").str.zfill(8),
        }
    )


def _opened(source: Path) -> IO[bytes]:
    if source.suffix.lower() != ".zip":
        return source.open("rb")
    archive = zipfile.ZipFile(source)
    names = [name for name in archive.namelist() if name.lower().endswith(".csv")]
    if not names:
        raise PostcodeError(f"In {source.name} zit geen csv-bestand.")
    return archive.open(names[0])
