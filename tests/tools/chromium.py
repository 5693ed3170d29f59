"""The Chromium that browser tests drive: the one that is there, or else Debian's.

`python -m tests.tools.chromium` prints its path, or stops with one line that says what to do.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

NAMES = ("chromium", "chromium-browser", "google-chrome")
PACKAGES = ("chromium", "fonts-dejavu")
ATTEMPTS = 2  # a mirror that is being renewed answers the second time
ADVICE = (
    "Er is geen Chromium gevonden. Installeer het (Debian: apt-get install chromium), of wijs het"
    " aan met CHROMIUM=/pad/naar/chromium, of laat de browsertests weg: make test BROWSER=0"
)


def find() -> str | None:
    """The path of a Chromium: CHROMIUM when that is set, else the first of NAMES on PATH."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return shutil.which(chosen)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install(packages: Sequence[str]) -> None:
    """Installs packages of Debian, as root or with sudo without a password, where that may.

    Leaves the machine as it was where it may not; what apt-get says goes to standard error.
    """
    privilege = _privilege()
    if privilege is None or not shutil.which("apt-get"):
        return
    apt = [*privilege, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    for _ in range(ATTEMPTS):
        if _succeeds([*apt, "update"]) and _succeeds([*apt, "install", "-y", *packages]):
            return


def _privilege() -> list[str] | None:
    """What goes before a command to run it as root; None when that may not."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    return sudo if shutil.which("sudo") and _succeeds([*sudo, "true"]) else None


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


def tell(
    find: Callable[[], str | None], setting: str, packages: Sequence[str], advice: str
) -> None:
    """Prints the path of a program, installed where that may; exits with advice without one.

    What is set in the environment is taken as it is.
    """
    if find() is None and not os.environ.get(setting):
        install(packages)
    path = find()
    if path is None:
        sys.exit(advice)
    print(path)


def main() -> None:
    """Prints the path of the Chromium, or says what to do."""
    tell(find, "CHROMIUM", PACKAGES, ADVICE)


if __name__ == "__main__":
    main()
