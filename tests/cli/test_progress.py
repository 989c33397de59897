"""Progress is for persons: at a terminal, and only when it takes long."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli.progress import Waiting, progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pty = pytest.importorskip("pty")


@contextlib.contextmanager
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], str]]:
    """Make standard error a terminal and give what was written to it since the last look."""
    own, its = pty.openpty()
    os.set_blocking(own, False)

    def look() -> str:
        try:
            return os.read(own, 1 << 16).decode()
        except BlockingIOError:
            return ""

    with os.fdopen(its, "w") as end, monkeypatch.context() as patched:
        patched.setenv("COLUMNS", "30")
        patched.setattr(sys, "stderr", end)
        yield look
    os.close(own)


def _waited(seen: Callable[[], str], end: str) -> str:
    """Give what is written until it ends so; a terminal hands on when it finds the time."""
    text = ""
    for _ in range(1000):
        text += seen()
        if text.endswith(end):
            break
        time.sleep(0.01)
    return text


def test_long_work_is_told_and_wiped_off(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch) as seen:
        with progress(patience=0.05) as tell:
            tell("reading a\x1b")
            # Where patience ends before anything is told, an empty line is shown first.
            assert _waited(seen, "b").lstrip("\r") == "reading a\\x1b"
            tell("checking c")
            assert _waited(seen, "c") == f"\r{' ' * 13}\rchecking c"
            tell("x" * 40)
            assert _waited(seen, "…") == f"\r{' ' * 10}\r{'x' * 27}…"
        assert _waited(seen, " \r") == f"\r{' ' * 28}\r"


def test_short_work_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch) as seen:
        with progress(patience=600) as tell:
            tell("reading a")
            (timer,) = (item for item in threading.enumerate() if isinstance(item, threading.Timer))
        timer.join(60)
        assert not timer.is_alive()
        assert seen() == ""


def test_what_begins_too_late_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal(monkeypatch) as seen:
        waiting = Waiting(sys.stderr)
        waiting.tell("reading a")
        waiting.end()
        waiting.begin()
        assert seen() == ""


def test_an_error_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(seen: Callable[[], str]) -> None:
        with progress(patience=0.05) as tell:
            tell("reading a")
            raise KeyError(_waited(seen, "reading a"))

    with terminal(monkeypatch) as seen:
        with pytest.raises(KeyError, match="reading a"):
            fails(seen)
        assert _waited(seen, " \r") == f"\r{' ' * 9}\r"


def test_elsewhere_nothing_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with progress(patience=0) as tell:
        tell("reading a")
        time.sleep(0.05)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys, "stderr", None)
    with progress(patience=0) as tell:
        tell("reading a")
