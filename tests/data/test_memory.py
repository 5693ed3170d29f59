"""What is free is handed back, also when nobody looks for garbage."""

import gc
import weakref

from data.memory import give_back


class Holder:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.self = self


def test_what_only_holds_itself_goes_between_the_steps_of_a_load() -> None:
    was_on = gc.isenabled()
    gc.disable()
    try:
        held = weakref.ref(Holder())
        assert held() is not None
        give_back()
        assert held() is None
    finally:
        if was_on:
            gc.enable()
