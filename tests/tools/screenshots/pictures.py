"""All pictures of the README and the guide, and the manifest that vouches for them.

`python -m tests.tools.screenshots.pictures DATABASE` puts them in docs/beelden/, in the place of
those that were there. No picture can be read by the audit; the manifest names the data file that
they are of and a hash of each, as that of an export does.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from analytics.figures.doors.marts import open_marts
from analytics.scope.answers import DirectAnswers
from analytics.scope.scope import Scope
from analytics.scope.view import View
from data.file.store import Store
from exports.manifest import Origin, told_of
from exports.setting import setting_of
from tests.paths import ROOT
from tests.tools.screenshots import screenshots, screenshots_files
from tests.tools.server import running_dashboard

FOLDER = ROOT / "docs" / "beelden"
ASKED = {"pictures": "README and docs"}


def origin_of(database: Path) -> Origin:
    """What the pictures are of: the rounded figures of the data file."""
    store = Store(database)
    answers = DirectAnswers(open_marts(store), is_demo=store.meta.is_demo)
    setting = setting_of(Scope(answers, View(audience=answers.audience)))
    store.close()
    return Origin(store.path, setting, ASKED)


def publish(origin: Origin, pictures: Mapping[str, bytes], folder: Path) -> None:
    """Puts the pictures and their manifest in the folder; what was there before goes."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, data in [*pictures.items(), *told_of(origin, pictures)]:
        (folder / name).write_bytes(data)


def main() -> None:
    """Takes all pictures of the data file that the command names."""
    database = Path(sys.argv[1])
    with TemporaryDirectory() as made:
        with running_dashboard(database) as base_url:
            screenshots.take_all(base_url, Path(made))
        screenshots_files.take_all(database, Path(made))
        pictures = {path.name: path.read_bytes() for path in sorted(Path(made).iterdir())}
        publish(origin_of(database), pictures, FOLDER)


if __name__ == "__main__":
    main()
