"""The one place that decides when the server looks for memory to give back.

Streamlit collects garbage fully after every run, which costs more than the run itself: it walks
past every object of every library. That is off (`runner.postScriptGC` in .streamlit/config.toml).
Instead: what is loaded at the start is set aside for good (`settle`), Python's own collector keeps
going as it does anywhere, and once a minute, when nobody waits, all the rest is looked at (`tend`).
"""

import gc
from collections.abc import Callable
from threading import Event, Thread
from time import process_time

PAUSE = 60.0  # seconds between two looks
GLANCE = 0.5  # seconds over which it is seen whether the server works
WORKING = 0.02  # seconds of CPU in a glance; a server without readers uses a thousandth

Wait = Callable[[float], object]


def settle() -> None:
    """Sets aside what lives as long as the server: collections no longer walk past it."""
    gc.collect()
    gc.freeze()


def tend_in_background() -> None:
    """Starts looking at quiet moments, for as long as the server lives."""
    Thread(target=_tend_for_ever, name="memory", daemon=True).start()


def _tend_for_ever() -> None:
    wait, looked = Event().wait, process_time()
    while True:
        wait(PAUSE)
        looked = tend(looked, wait)


def tend(looked: float, wait: Wait, clock: Callable[[], float] = process_time) -> float:
    """Collects when there was work since CPU second `looked` and there is none now.

    Gives the CPU second up to which there is nothing to collect.
    """
    before = clock()
    wait(GLANCE)
    if before - looked < WORKING or clock() - before > WORKING:
        return looked
    gc.collect()
    return clock()
