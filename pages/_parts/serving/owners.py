"""Who had a file made: its address is for them alone (pages/_parts/serving/gate.py)."""

from collections import OrderedDict
from threading import Lock

from streamlit.runtime import memory_media_file_storage

from data.access.people import Person

KEPT = 10_000

_owners: OrderedDict[str, set[Person]] = OrderedDict()
_lock = Lock()


def keep(data: bytes, mime: str, name: str, who: Person) -> None:
    """Remembers whose a file is, by the name that Streamlit gives it in its address."""
    file = memory_media_file_storage._calculate_file_id(data, mime, name)
    with _lock:
        _owners.setdefault(file, set()).add(who)
        _owners.move_to_end(file)
        while len(_owners) > KEPT:
            _owners.popitem(last=False)


def of(file: str) -> frozenset[Person]:
    """Who had a file made; nobody for one that did not leave by a button."""
    with _lock:
        return frozenset(_owners.get(file, ()))
