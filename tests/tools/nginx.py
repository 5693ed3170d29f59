"""The nginx that tests put before the dashboard: the one there is, or else Debian's.

`python -m tests.tools.nginx` prints its path, or stops with one line that says what to do.
"""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.paths import ROOT
from tests.tools import chromium

PLACES = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"))
PACKAGES = ("nginx-light", "openssl")
EXAMPLES = ROOT / "docs" / "beheer"
ADVICE = (
    "Er is geen nginx gevonden. Installeer het (Debian: apt-get install nginx-light openssl), of"
    " wijs het aan met NGINX=/pad/naar/nginx, of laat die tests weg: make test PROXY=0"
)
STOP = 10  # seconds


def find() -> str | None:
    """The path of an nginx: NGINX when that is set, else the first on PATH or in sbin."""
    chosen = os.environ.get("NGINX")
    return shutil.which(chosen) if chosen else shutil.which("nginx", path=PLACES)


@contextmanager
def running_nginx(folder: Path, dashboards: Sequence[str], port: int) -> Iterator[str]:
    """The example of docs/beheer before dashboards (host:port) on https://localhost:port.

    Only the names, ports and paths are changed; `folder` holds all that nginx writes.
    """
    program = find()
    if program is None:
        raise FileNotFoundError(ADVICE)
    _make_certificate(folder)
    (folder / "nginx.conf").write_text(_whole(folder, dashboards, port), encoding="utf-8")
    words = [program, "-p", str(folder), "-c", "nginx.conf", "-g", "daemon off;"]
    process = subprocess.Popen(words)
    try:
        _wait(process, port)
        yield f"https://localhost:{port}"
    finally:
        process.terminate()
        process.wait(STOP)


def _whole(folder: Path, dashboards: Sequence[str], port: int) -> str:
    """A settings file with the examples inside it."""
    example = (EXAMPLES / "nginx.conf").read_text(encoding="utf-8")
    shutil.copy(EXAMPLES / "bloei-door.conf", folder)
    example = re.sub(r"server \{\s+listen 80;.*?\n\}\n", "", example, flags=re.DOTALL)
    servers = "".join(f"server {dashboard};\n" for dashboard in dashboards)
    for before, after in (
        ("server 127.0.0.1:8501;", servers),
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("bloei.example.nl", "localhost"),
        ("/etc/ssl/bloei", str(folder / "bloei")),
    ):
        assert before in example
        example = example.replace(before, after)
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"pid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temporary}{example}}}\n"
    )


def _make_certificate(folder: Path) -> None:
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-keyout", "bloei.key", "-out", "bloei.pem"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    while process.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise RuntimeError("nginx stopped; see error.log")


def main() -> None:
    """Prints the path of the nginx, or says what to do."""
    chromium.tell(find, "NGINX", PACKAGES, ADVICE)


if __name__ == "__main__":
    main()
