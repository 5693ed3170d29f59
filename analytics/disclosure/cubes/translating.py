"""Inner loops in machine code: of small sums there are tens of millions in a large delivery."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Places = NDArray[np.int32]  # half as wide as a place in memory: there are many millions
_Loop = TypeVar("_Loop", bound=Callable[..., Any])


def translated(loop: _Loop) -> _Loop:
    """The loop in machine code, kept for the next run where there is a place to keep it."""
    try:
        return cast("_Loop", njit(cache=True)(loop))
    except RuntimeError:  # neither beside the code nor in a home may anything be written
        return cast("_Loop", njit(loop))
