"""The cards of all pages: every module of a section is imported, and registers its cards."""

from importlib import import_module
from pkgutil import walk_packages

from charts.registry import Builder, registered

for _module in walk_packages(__path__, f"{__name__}."):
    import_module(_module.name)

CARDS: dict[str, Builder] = registered()
