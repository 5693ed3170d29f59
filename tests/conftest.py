"""What holds for all tests: no test fails because the machine is slow."""

from hypothesis import settings

settings.register_profile("bloei", deadline=None)
settings.load_profile("bloei")
