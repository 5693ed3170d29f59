"""What the other pages show: counts by month and wijk of a data file, made beforehand.

`python -m tests.bench.peers.cube DATA.duckdb cube.json`. Every peer reads the same file, which is
small whatever the number of records: a page that asks the records each time would be no match.
"""

import json
import sys
from pathlib import Path
from typing import Any

from data.file.store import Store
from data.reference.areas import Level, at_level

FIGURES = ("talentenscans", "matches", "beëindigd", "vacatures", "ontwikkelplaatsen")
COUNTED = """
    WITH counted AS (
        SELECT scanned_on AS day, buurt_code, 'talentenscans' AS figure FROM scans
        UNION ALL
        SELECT matched_on, buurt_code, 'matches' FROM matches INNER JOIN scans USING (scan_id)
        UNION ALL
        SELECT ended_on, buurt_code, 'beëindigd' FROM matches INNER JOIN scans USING (scan_id)
        UNION ALL
        SELECT opened_on, buurt_code, 'vacatures' FROM vacancies INNER JOIN places USING (place_id)
        UNION ALL
        SELECT joined_on, buurt_code, 'ontwikkelplaatsen' FROM places
    )
    SELECT
        strftime(day, '%Y-%m') AS month,
        'WK' || substr(buurt_code, 3, 6) AS wijk,
        figure,
        count(*)::INTEGER AS number
    FROM counted
    WHERE day IS NOT NULL
    GROUP BY ALL
    ORDER BY ALL
"""


def cube(store: Store) -> dict[str, Any]:
    """The wijken with their stadsdeel, the stadsdelen, the counts and the outlines of the map."""
    outlines = Path("static/geo/wijk.json").read_text(encoding="utf-8")
    return {
        "figures": FIGURES,
        "stadsdelen": {area.code: area.name for area in at_level(Level.STADSDEEL)},
        "wijken": {area.code: [area.name, area.parent] for area in at_level(Level.WIJK)},
        "counts": store.query(COUNTED, {}).to_numpy().tolist(),
        "outlines": json.loads(outlines)["features"],
    }


def write(database: Path, target: Path) -> None:
    """Writes the cube of a data file."""
    store = Store(database)
    target.write_text(json.dumps(cube(store)), encoding="utf-8")
    store.close()


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
