"""The line of a finding, with marks below its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.cli.excerpts import excerpt, lines_of
from claimtrack.findings import Span

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "span", "shown"),
    [
        pytest.param("a: 1\nbc: 2\n", Span(2, 5, 2, 6), ["2 | bc: 2", "  |     ^"], id="a-value"),
        pytest.param("a: 1\n", Span(1, 1, 1, 5), ["1 | a: 1", "  | ^^^^"], id="a-whole-line"),
        pytest.param("a: 1\nb\n", Span(1, 4, 2, 2), ["1 | a: 1", "  |    ^"], id="several-lines"),
        pytest.param("a: 1\n", Span(1, 5, 1, 5), ["1 | a: 1", "  |     ^"], id="the-line-end"),
        pytest.param("a: 1\n", Span(1, 99, 1, 99), ["1 | a: 1", "  |     ^"], id="beyond-the-end"),
        pytest.param(
            "漢: x\n", Span(1, 4, 1, 5), ["1 | 漢: x", "  |     ^"], id="after-a-wide-one"
        ),
        pytest.param(
            "e\u0301: x\n", Span(1, 5, 1, 6), ["1 | e\u0301: x", "  |    ^"], id="combining"
        ),
        pytest.param("\x1b: x\n", Span(1, 4, 1, 5), [r"1 | \x1b: x", "  |       ^"], id="escaped"),
        pytest.param("a: שלום\n", Span(1, 5, 1, 6), ["1 | a: שלום", "  |    ^^^^"], id="turned"),
        pytest.param(
            "a: \udcff\n", Span(1, 4, 1, 5), ["1 | a: \\udcff", "  |    ^^^^^^"], id="byte"
        ),
        pytest.param("a\n", Span(2, 1, 2, 1), ["2 | ", "  | ^"], id="the-last-empty-line"),
        pytest.param("a\n", Span(3, 1, 3, 1), [], id="no-such-line"),
        pytest.param("", Span(), [], id="an-empty-file"),
        pytest.param("\ufeffa: 1", Span(1, 1, 1, 2), ["1 | a: 1", "  | ^"], id="byte-order-mark"),
    ],
)
def test_the_marks_stand_below_the_place(
    tmp_path: Path, text: str, span: Span, shown: list[str]
) -> None:
    (tmp_path / "a.yaml").write_bytes(text.encode("utf-8", "surrogateescape"))
    lines = lines_of(tmp_path, "a.yaml")
    assert [line.text for line in excerpt(lines, span, width=80)] == shown


def test_a_long_line_is_cut_to_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(f"a: {'x' * 50}here{'y' * 50}\n")
    (line, marks) = excerpt(lines_of(tmp_path, "a.yaml"), Span(1, 54, 1, 58), width=34)
    assert line.text == "1 | …xxxxxxxxxxxxhereyyyyyyyyyyyy…"
    assert marks.text == "  |              ^^^^"
    (narrow, _) = excerpt(lines_of(tmp_path, "a.yaml"), Span(1, 54, 1, 58), width=1)
    assert narrow.text == "1 | …xxxxxxxhereyyyyyyy…"


def test_a_file_that_is_not_there_shows_nothing(tmp_path: Path) -> None:
    assert excerpt(lines_of(tmp_path, "a.yaml"), Span(), width=80) == ()
