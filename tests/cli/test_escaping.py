"""Nothing that is printed from a file can steer a terminal, hide, or command a workflow."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.cli.escaping import inert, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[31mred", r"\x1b[31mred", id="escape-sequence"),
        pytest.param("\x9b31m", r"\x9b31m", id="escape-sequence-of-one-byte"),
        pytest.param("a\rb", r"a\rb", id="carriage-return"),
        pytest.param("a\nb", r"a\nb", id="line-end"),
        pytest.param("\u202eabc", r"\u202eabc", id="right-to-left-override"),
        pytest.param("a\u2066b\u2069", r"a\u2066b\u2069", id="isolate"),
        pytest.param("a\u200b\u200db", r"a\u200b\u200db", id="zero-width"),
        pytest.param("\ufeffa", r"\ufeffa", id="byte-order-mark"),
        pytest.param("\u2028", r"\u2028", id="line-separator"),
        pytest.param("b\udcffd", r"b\udcffd", id="byte-of-a-file-name"),
        pytest.param("\U000e0041", r"\U000e0041", id="tag"),
        pytest.param("\ue000", r"\ue000", id="private"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_its_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hāniyeh’s “death”", id="letters-and-marks"),
        pytest.param("اسماعیل هنیه", id="right-to-left"),
        pytest.param("e\u0301", id="combining"),
        pytest.param("«\u00a0oui\u00a0»", id="no-break-space"),
        pytest.param("暗殺 🚢", id="wide"),
        pytest.param(r"a\x1bb", id="an-escape-already"),
    ],
)
def test_what_can_be_seen_is_left_alone(text: str) -> None:
    assert visible(text) == text


def test_what_is_to_be_kept_is_kept() -> None:
    assert visible("a\tb\rc", keep="\t") == "a\tb\\rc"


@given(st.text())
def test_nothing_unseen_is_left(text: str) -> None:
    categories = {unicodedata.category(char) for char in visible(text)}
    assert not categories & {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param("::error::x", r"\x3a:error::x", id="command"),
        pytest.param("  ::stop-commands::x", r"  \x3a:stop-commands::x", id="indented"),
        pytest.param("\u3000::error::x", "\u3000\\x3a:error::x", id="indented-by-another-space"),
        pytest.param("a ##[set-env name=x]y", r"a \x23#[set-env name=x]y", id="old-command"),
        pytest.param("###[x]", r"#\x23#[x]", id="old-command-after-a-sign"),
        pytest.param("::: ##[a ##[b", r"\x3a:: \x23#[a \x23#[b", id="several"),
    ],
)
def test_no_line_commands_a_workflow(line: str, shown: str) -> None:
    assert inert(line) == shown


@pytest.mark.parametrize(
    "line", ["a::b", ": :", "x: ::error::y", "# [x]", "## [x]", "#[x]", "", "std::vec ## x"]
)
def test_lines_that_command_nothing_are_left_alone(line: str) -> None:
    assert inert(line) == line


@given(st.text(alphabet=":# [ae\u3000"))
def test_an_inert_line_is_no_command(line: str) -> None:
    made = inert(line)
    assert not made.lstrip().startswith("::")
    assert "##[" not in made
