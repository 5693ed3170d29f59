"""What holds for all tests: no test fails because the machine is slow; cities are shared."""

import os
import shutil
from tempfile import mkdtemp

import pytest
from hypothesis import settings

from tests.cities import KEPT

settings.register_profile("bloei", deadline=None)
settings.load_profile("bloei")


def pytest_configure() -> None:
    """The folder of cities that all workers share: those that follow inherit the first one's."""
    if KEPT not in os.environ:
        os.environ[KEPT] = mkdtemp(prefix="bloei-steden-")


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(KEPT), ignore_errors=True)
