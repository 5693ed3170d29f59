"""Memory that is free again goes back to the machine: allocators keep it for a next time.

A load has steps that each need much of another kind (rows of texts, tables of DuckDB, numbers), so
that what one step leaves with its allocator is of no use to the next. Between the steps garbage is
looked for too: a load does without (see commands.loading.load), and what holds itself would stay.
"""

import ctypes
import gc
from contextlib import suppress

import pyarrow


def give_back() -> None:
    """Hands back what is free, as far as the system has a way to; garbage is looked for first."""
    gc.collect()
    trim()


def trim() -> None:
    """Hands back what is free without looking for garbage: that takes no time to speak of."""
    pyarrow.default_memory_pool().release_unused()
    with suppress(AttributeError, OSError, TypeError):  # only the C library of GNU can
        ctypes.CDLL(None).malloc_trim(0)
