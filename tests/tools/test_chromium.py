from pathlib import Path

import pytest

from tests.tools import chromium


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on PATH: empty but for `env`; the user is not root."""
    folder = tmp_path / "programs"
    folder.mkdir()
    (folder / "env").symlink_to("/usr/bin/env")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    return folder


def put(folder: Path, name: str, script: str = "exit 0") -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def put_apt_get(folder: Path, refusals: int = 0) -> Path:
    """A fake apt-get that refuses the first updates and then installs; returns its log."""
    log = folder / "apt.log"
    put(
        folder,
        "apt-get",
        f"""echo "$@" >> {log}
[ "$(/usr/bin/grep -c update {log})" -gt {refusals} ] || exit 100
case "$*" in *install*) /bin/cp {folder}/apt-get {folder}/chromium;; esac""",
    )
    return log


@pytest.mark.parametrize("name", chromium.NAMES)
def test_every_known_name_is_found(programs: Path, name: str) -> None:
    assert chromium.find() is None
    path = put(programs, name)
    assert chromium.find() == str(path)


def test_a_chosen_browser_goes_before_the_ones_on_path(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(programs, "chromium")
    chosen = put(tmp_path, "my-browser")
    monkeypatch.setenv("CHROMIUM", str(chosen))
    assert chromium.find() == str(chosen)


def test_a_chosen_browser_that_is_not_there_is_not_replaced(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = put_apt_get(programs)
    put(programs, "chromium")
    put(programs, "sudo", '[ "$1" = -n ] && shift && exec "$@"')
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(SystemExit):
        chromium.main()
    assert not log.exists()


def test_nothing_is_installed_when_a_browser_is_there(
    programs: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    log = put_apt_get(programs)
    path = put(programs, "google-chrome")
    chromium.main()
    assert capfd.readouterr().out == f"{path}\n"
    assert not log.exists()


def test_root_installs_after_an_update(
    programs: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    log = put_apt_get(programs)
    chromium.main()
    assert capfd.readouterr().out == f"{programs / 'chromium'}\n"
    assert log.read_text().splitlines() == ["-q update", "-q install -y chromium fonts-dejavu"]


def test_a_refused_update_is_tried_once_more(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    log = put_apt_get(programs, refusals=1)
    chromium.main()
    assert log.read_text().splitlines()[:2] == ["-q update", "-q update"]
    assert chromium.find() == str(programs / "chromium")


def test_another_user_installs_with_sudo_that_asks_nothing(programs: Path) -> None:
    log = put_apt_get(programs)
    put(programs, "sudo", '[ "$1" = -n ] || exit 1; shift; exec "$@"')
    put(programs, "true")
    chromium.main()
    assert len(log.read_text().splitlines()) == 2


@pytest.mark.parametrize("sudo", ["exit 1", None], ids=["sudo asks a password", "no sudo"])
def test_without_rights_it_stops_with_one_line_of_advice(programs: Path, sudo: str | None) -> None:
    log = put_apt_get(programs)
    if sudo:
        put(programs, "sudo", sudo)
    with pytest.raises(SystemExit) as stop:
        chromium.main()
    assert "make test BROWSER=0" in str(stop.value)
    assert "\n" not in str(stop.value)
    assert not log.exists()


def test_a_machine_whose_mirror_stays_away_gets_the_advice(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    log = put_apt_get(programs, refusals=chromium.ATTEMPTS)
    with pytest.raises(SystemExit, match="BROWSER=0"):
        chromium.main()
    assert len(log.read_text().splitlines()) == chromium.ATTEMPTS
