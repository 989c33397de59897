"""What a person at a terminal sees: findings in colour, on as many columns as there are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli.lines import Line
from claimtrack.cli.terminal import put
from tests.cli.conftest import BAD_DATE, lay, started

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pty = pytest.importorskip("pty")

WHAT = (
    '"2024-13-45" is no date: there is no month 13: months run from 01 to 12, seasons from 21 to 41'
)


def seen(*args: str, env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run the program with its standard output on a terminal and return its code and output."""
    own, its = pty.openpty()
    around = {"TERM": "xterm", "COLUMNS": "40", **(env or {})}
    with os.fdopen(its, "wb") as terminal, started(*args, env=around, stdout=terminal) as process:
        process.communicate(timeout=60)
    return process.returncode, _all(own).replace("\r\n", "\n")


def _all(handle: int) -> str:
    chunks: list[bytes] = []
    with os.fdopen(handle, "rb", buffering=0) as terminal:
        # Where the other end is closed, Linux fails and others give nothing.
        try:
            while chunk := terminal.read(4096):
                chunks.append(chunk)
        except OSError:
            pass
    return b"".join(chunks).decode()


def test_on_a_terminal_findings_are_shown_in_full_and_in_colour(corpus: Path) -> None:
    lay(corpus, {"ferry/toll.yaml": BAD_DATE})
    assert seen("check") == (
        1,
        f"\x1b[1mclaims/ferry/toll.yaml:13:15\x1b[0m: \x1b[1;31merror\x1b[0m CTD101 invalid-date: "
        f"{WHAT}\n"
        "\x1b[34m13 | \x1b[0m        said: 2024-13-45\n"
        "\x1b[34m   | \x1b[0m\x1b[1;31m              ^^^^^^^^^^\x1b[0m\n\n",
    )


@pytest.mark.parametrize(
    "env",
    [
        pytest.param({"NO_COLOR": "1", "TERM": "dumb"}, id="no-colours-wanted"),
        pytest.param({"TERM": "dumb"}, id="no-colours-there"),
    ],
)
def test_colours_are_left_out(corpus: Path, env: dict[str, str]) -> None:
    lay(corpus, {"ferry/toll.yaml": BAD_DATE})
    assert seen("check", env=env) == (
        1,
        f"claims/ferry/toll.yaml:13:15: error CTD101 invalid-date: {WHAT}\n"
        "13 |         said: 2024-13-45\n   |               ^^^^^^^^^^\n\n",
    )


def test_a_long_line_is_cut_to_the_terminal(corpus: Path) -> None:
    long = f"speaker: Harbour Office\nkind: organization\nnote: {'x' * 30}\x07{'y' * 30}\n"
    lay(corpus, {"speakers/harbour-office.yaml": long})
    _, text = seen("check", "--select", "CTY105", env={"TERM": "dumb"})
    assert text.splitlines()[1:3] == [
        r"3 | …xxxxxxxxxxxxxxx\x07yyyyyyyyyyyyyyy…",
        "  |                 ^^^^",
    ]


def test_nothing_from_a_file_steers_the_terminal(corpus: Path) -> None:
    lay(corpus, {"speakers/harbour-office.yaml": "speaker: [bold]a\x1b[2J\u202e[/bold]:x:\n"})
    _, text = seen("check", "--select", "CTY", env={"TERM": "dumb", "COLUMNS": "80"})
    assert "1 | speaker: [bold]a\\x1b[2J\\u202e[/bold]:x:\n" in text


def test_in_actions_nothing_on_a_terminal_commands(corpus: Path) -> None:
    lay(corpus, {"speakers/harbour-office.yaml": "speaker: ##[x]\nkinds: a\n"})
    around = {"TERM": "dumb", "GITHUB_ACTIONS": "true"}
    _, text = seen("check", "--select", "CTS", "--format", "full", env=around)
    assert "1 | speaker: \\x23#[x]\n" in text


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param(Line.of("a\tb\x1b"), "a\\tb\\x1b\n", id="escaped"),
        pytest.param(Line(pieces=(("a\tb", ""),), keep="\t"), "a\tb\n", id="kept"),
        pytest.param(Line.of(("::a", "bold"), "b"), "::ab\n", id="outside-actions"),
    ],
)
def test_a_line_is_printed_harmless(
    capsys: pytest.CaptureFixture[str], line: Line, shown: str
) -> None:
    put([line])
    assert capsys.readouterr().out == shown
