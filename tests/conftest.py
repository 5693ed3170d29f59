"""What holds for all tests: no test fails because the machine is slow; cities are shared."""

import os
import shutil
from functools import partial
from tempfile import mkdtemp

import pytest
from hypothesis import settings

from tests.cities import KEPT

settings.register_profile("bloei", deadline=None)
settings.load_profile("bloei")


def pytest_configure(config: pytest.Config) -> None:
    """The folder of cities that all workers share: who begins makes it and takes it away."""
    if KEPT not in os.environ:
        os.environ[KEPT] = mkdtemp(prefix="bloei-steden-")
        config.add_cleanup(partial(shutil.rmtree, os.environ[KEPT], ignore_errors=True))
