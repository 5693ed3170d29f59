"""What somebody probably meant: the known names nearest to a misspelt one."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import takewhile

from data.delivery.text import squash
from data.grammar import did_you_mean

_NEAR = 0.6
_ALIKE = 0.03  # names this close to the best one are named with it
_SAME_START = 0.02  # people get the beginning of a name right more often than its end
_MAX_LENGTH = 60
_MAX_HINTS = 1000  # comparing is slow: a file full of foreign values gets no more than these


class Suggestions:
    """Suggestions out of a list of names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {squash(name): name for name in names}
        self._given = 0

    def hint(self, text: str) -> str:
        """A question in Dutch that names the nearest names; empty when none is near."""
        self._given += 1
        if len(text) > _MAX_LENGTH or self._given > _MAX_HINTS:
            return ""
        scores = {name: _likeness(squash(text), plain) for plain, name in self._names.items()}
        best = max(scores.values(), default=0)
        near = [name for name, score in scores.items() if score >= max(_NEAR, best - _ALIKE)]
        return did_you_mean(sorted(near))


def _likeness(text: str, name: str) -> float:
    ratio = SequenceMatcher(None, text, name, autojunk=False).ratio()
    same_start = list(takewhile(lambda signs: signs[0] == signs[1], zip(text, name, strict=False)))
    return ratio + _SAME_START * len(same_start)
