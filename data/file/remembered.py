"""What was worked out is kept, so that the same question costs nothing the second time."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

Found = TypeVar("Found")


LARGEST = 1 / 10  # of all room: one answer pushes no more out than that


def _one(_: object) -> int:
    return 1


class Remembered:
    """The answers that were used last, by what was asked; threads may share it.

    Everybody gets the same answer, not a copy: who gets one leaves it as it is.
    """

    def __init__(self, room: int, size: Callable[[Any], int] = _one) -> None:
        """Keeps answers that take so much room together; by `size` each takes one."""
        self._room, self._size, self._taken = room, size, 0
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, asked: Hashable, work: Callable[[], Found]) -> Found:
        """The answer to what is asked; worked out when it is not there. Errors are not kept."""
        with self._lock:
            if asked in self._answers:
                self._answers.move_to_end(asked)
                kept: Found = self._answers[asked]
                return kept
        found = work()
        if self._size(found) <= max(self._room * LARGEST, 1):
            self._keep(asked, found)
        return found

    def _keep(self, asked: Hashable, found: object) -> None:
        with self._lock:
            if asked in self._answers:  # another thread was first
                return
            self._answers[asked] = found
            self._taken += self._size(found)
            while self._taken > self._room:
                _, oldest = self._answers.popitem(last=False)
                self._taken -= self._size(oldest)
