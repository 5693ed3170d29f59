"""The LibreOffice that tests open slides and workbooks with: the one there is, or else Debian's.

`python -m tests.tools.office` prints its path, or stops with one line that says what to do.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.tools import chromium

NAMES = ("soffice", "libreoffice")
PACKAGES = ("libreoffice-impress", "libreoffice-calc", "fonts-dejavu")
ADVICE = (
    "Er is geen LibreOffice gevonden. Installeer het (Debian: apt-get install"
    " libreoffice-impress libreoffice-calc), of wijs het aan met SOFFICE=/pad/naar/soffice,"
    " of laat die tests weg: make test OFFICE=0"
)
DEADLINE = 300  # seconds, for all files together


def find() -> str | None:
    """The path of a LibreOffice: SOFFICE when that is set, else the first of NAMES on PATH."""
    chosen = os.environ.get("SOFFICE")
    if chosen:
        return shutil.which(chosen)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def as_pdf(files: Iterable[Path], folder: Path, profile: Path) -> dict[str, bytes]:
    """The PDF of every office file, by the name of the file, from one start of LibreOffice.

    `profile` is the folder for its settings, so that nobody's own are touched.
    """
    names = sorted(files)
    convert(names, folder, profile, "pdf")
    return {name.name: (folder / name.with_suffix(".pdf").name).read_bytes() for name in names}


def convert(files: Iterable[Path], folder: Path, profile: Path, kind: str) -> None:
    """Puts the files in a folder as LibreOffice saves them in another, or the same, kind."""
    program = find()
    if program is None:
        raise FileNotFoundError(ADVICE)
    subprocess.run(
        [
            program,
            "--headless",
            f"-env:UserInstallation={profile.absolute().as_uri()}",
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
            *map(str, files),
        ],
        capture_output=True,
        timeout=DEADLINE,
        check=True,
    )


def main() -> None:
    """Prints the path of the LibreOffice, or says what to do."""
    chromium.tell(find, "SOFFICE", PACKAGES, ADVICE)


if __name__ == "__main__":
    main()
