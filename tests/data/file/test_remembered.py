"""What is remembered: the last used, as much as there is room for, and nothing that failed."""

from collections.abc import Callable
from threading import Thread

import pytest

from data.file.remembered import Remembered


def test_the_same_question_is_worked_out_once() -> None:
    memory, done = Remembered(10), []

    def work() -> list[str]:
        done.append("worked")
        return ["answer"]

    assert memory.get(("a", 1), work) is memory.get(("a", 1), work)
    assert done == ["worked"]
    memory.get(("a", 2), work)
    assert done == ["worked", "worked"]


def asked(memory: Remembered, *keys: str, size: int = 1) -> list[str]:
    """Which of the keys had to be worked out."""
    done: list[str] = []

    def worker(key: str) -> Callable[[], str]:
        def work() -> str:
            done.append(key)
            return key * size

        return work

    for key in keys:
        memory.get(key, worker(key))
    return done


def test_what_was_used_last_stays() -> None:
    memory = Remembered(3)
    assert asked(memory, *"abcad") == list("abcd")
    assert asked(memory, *"acd") == []
    assert asked(memory, "b") == ["b"]
    assert asked(memory, *"cdb") == []
    assert asked(memory, "a") == ["a"]


def test_room_is_shared_and_what_is_too_large_is_not_kept() -> None:
    memory = Remembered(20, len)
    assert asked(memory, *"abcdefghij", size=2) == list("abcdefghij")
    assert asked(memory, *"abcdefghij") == []
    assert asked(memory, "k", "k", size=3) == ["k", "k"]
    assert asked(memory, "l", size=2) == ["l"]
    assert asked(memory, *"bcdefghijl") == []
    assert asked(memory, "a") == ["a"]


def test_what_fails_is_tried_again() -> None:
    memory = Remembered(3)
    with pytest.raises(ZeroDivisionError):
        memory.get("a", lambda: 1 / 0)
    assert memory.get("a", lambda: 1) == 1


def test_two_that_ask_at_once_take_room_once() -> None:
    memory = Remembered(2)
    assert memory.get("a", lambda: memory.get("a", lambda: 1)) == 1
    assert asked(memory, "b", "a") == ["b"]
    threads = [Thread(target=asked, args=(memory, *"abcd" * 50)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(asked(memory, *"abcd"))) >= 2
