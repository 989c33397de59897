"""Whatever fails is told in one line, and never passes for clean."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import types
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from claimtrack.__main__ import main
from claimtrack.cli.main import COMMANDS
from claimtrack.errors import ClaimtrackError
from tests.cli.conftest import FILES, Ran, Run, finished, lay, started

if TYPE_CHECKING:
    from collections.abc import Callable


def _noted(error: Exception) -> Exception:
    error.add_note("while CTD101 looked at a.yaml")
    return error


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Add the command `fail`, which raises."""

    def add(error: BaseException) -> None:
        @click.command("fail")
        def command() -> None:
            raise error

        module = types.ModuleType("claimtrack.cli.fail")
        vars(module)["command"] = command
        monkeypatch.setitem(sys.modules, "claimtrack.cli.fail", module)
        monkeypatch.setitem(COMMANDS, "fail", "Fail.")

    return add


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        pytest.param(ClaimtrackError("no\nway"), 2, r"no\nway", id="ours"),
        pytest.param(
            PermissionError(13, "Permission denied", b"b\xff\x1b"),
            2,
            r'"b\udcff\x1b": permission denied',
            id="the-machine's",
        ),
        pytest.param(OSError("odd"), 2, "odd", id="the-machine's-without-a-number"),
        pytest.param(KeyboardInterrupt(), 130, "interrupted", id="ctrl-c"),
        pytest.param(
            _noted(KeyError("seven")),
            2,
            "KeyError: 'seven' (while CTD101 looked at a.yaml); this is a bug of claimtrack, "
            "please report it with what CLAIMTRACK_DEBUG=1 shows",
            id="a-bug",
        ),
        pytest.param(
            RecursionError("too deep"),
            2,
            "RecursionError: too deep; this is a bug of claimtrack, "
            "please report it with what CLAIMTRACK_DEBUG=1 shows",
            id="a-bug-without-a-note",
        ),
    ],
)
def test_a_failure_is_one_line(
    ran: Run,
    failing: Callable[[BaseException], None],
    error: BaseException,
    code: int,
    message: str,
) -> None:
    failing(error)
    assert ran("fail") == Ran(code, "", f"claimtrack: {message}\n")


def test_debugging_shows_where_an_error_comes_from(
    ran: Run, failing: Callable[[BaseException], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(KeyError("\x1b"))
    monkeypatch.setenv("CLAIMTRACK_DEBUG", "1")
    lines = ran("fail").err.splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[-2:] == [
        r"KeyError: '\x1b'",
        r"claimtrack: KeyError: '\x1b'; this is a bug of claimtrack, please report it with what "
        "CLAIMTRACK_DEBUG=1 shows",
    ]


def test_the_program_exits_with_the_code_of_its_command(
    ran: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ran("check").code == 0
    for args, code in ((["check"], 0), (["check", "nowhere"], 2), (["--version"], 0)):
        monkeypatch.setattr(sys, "argv", ["claimtrack", *args])
        with pytest.raises(SystemExit) as exited:
            main()
        assert exited.value.code == code


def test_ctrl_c_during_imports_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("claimtrack.cli.running.run", interrupted)
    with pytest.raises(SystemExit) as exited:
        main()
    assert (exited.value.code, capsys.readouterr().err) == (130, "claimtrack: interrupted\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_is_one_line() -> None:
    with started("format", "-", stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        # More than a pipe holds: once it is written, the program reads, and soon waits for more.
        process.stdin.write(b"#" * 200_000)
        process.stdin.flush()
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        process.wait(60)
        _, err = process.communicate()
    assert (process.returncode, err) == (130, b"claimtrack: interrupted\n")


@pytest.mark.parametrize("args", [("rule",), ("rule", "CTD101"), ("--help",), ("rule", "-h")])
def test_a_reader_that_goes_away_is_no_news(args: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe, started(*args, stdout=pipe) as process:
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (141, b"")


def test_a_message_that_nobody_reads_changes_no_code(corpus: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        for path, code in ((corpus, 0), ("nowhere", 2)):
            command = [sys.executable, "-m", "claimtrack", "check", str(path)]
            assert subprocess.run(command, stderr=pipe, check=False).returncode == code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("wb") as full, started("rule", stdout=full) as process:
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (2, b"claimtrack: no space left on device\n")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_names_that_are_not_utf8_are_checked_and_told(corpus: Path) -> None:
    name = b"claims/ferry/b\xffd.yaml"
    lay(corpus, {"ferry/b\udcffd.yaml": FILES["ferry/toll.yaml"]})
    done = finished("check", name)
    assert done.code == 1
    assert done.out.startswith(r'claims/ferry/b\udcffd.yaml:1:1: CTI102 "ferry/b\udcffd" is no id')
    assert finished("check", b"\xff") == Ran(
        2, "", 'claimtrack: "\\udcff" does not exist; check its name\n'
    )


def test_a_stream_that_knows_few_letters_gets_escapes(corpus: Path) -> None:
    lay(corpus, {"speakers/mira.yaml": "speaker: Mira\nkind: persōn\n"})
    done = finished(
        "check", "--select", "CTS", "--format", "full", env={"PYTHONIOENCODING": "latin-1"}
    )
    assert done.code == 1
    assert "2 | kind: pers\\u014dn\n" in done.out


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
def test_closed_streams_are_no_reason_to_fail(corpus: Path) -> None:
    assert corpus.is_dir()
    for closed in (">&-", "2>&-", ">&- 2>&-", "<&-"):
        command = f'"{sys.executable}" -m claimtrack check {closed}'
        assert subprocess.run(["sh", "-c", command], check=False).returncode == 0


def test_a_run_without_standard_output_refuses_only_what_it_cannot_print(
    ran: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for args, code in ((["check"], 0), (["list"], 2)):
        monkeypatch.setattr(sys, "stdout", None)
        assert ran(*args).code == code


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
@pytest.mark.parametrize("args", ["list", "new speaker x -n", "check --format json", "--version"])
def test_what_cannot_be_printed_is_said(corpus: Path, args: str) -> None:
    assert corpus.is_dir()
    command = f'"{sys.executable}" -m claimtrack {args} >&-'
    done = subprocess.run(["sh", "-c", command], check=False, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        2,
        "claimtrack: standard output is closed: open it, or send it to a file or `/dev/null`",
    )
