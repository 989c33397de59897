from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from claimtrack.corpus.corpus import Corpus, load
from claimtrack.rules.checking import check

#: Lays files over the standing corpus and gives its findings, as they are printed.
Findings: TypeAlias = Callable[[str], list[str]]

_PATH = "events/ferry-attack.yaml"
_NAME = "event: Attack on the ferry Aurelia"
_DIFFERENT = [
    pytest.param(f"{_NAME}\nplace:  off Port Selm", 2, '"place: off Port Selm"', id="two spaces"),
    pytest.param(f"place: off Port Selm\n{_NAME}", 1, f'"{_NAME}"', id="order of keys"),
    pytest.param(f"{_NAME}\n\nplace: off Selm", 2, '"place: off Selm"', id="blank line"),
    pytest.param(f"{_NAME}\naliases: []", 2, "no text", id="empty value"),
    pytest.param(f"{_NAME}\n<U+0020>", 2, "no text", id="space at the end"),
    pytest.param(f"# By hand.\n{_NAME}", 2, "no text", id="header comment without blank line"),
    pytest.param(f"{_NAME}   # by sea", 1, f'"{_NAME} # by sea"', id="spaces before a comment"),
]
_CANONICAL = [
    pytest.param(_NAME, id="headline"),
    pytest.param(f"# By hand.\n\n{_NAME}", id="header comment"),
    pytest.param(f"{_NAME} # by sea", id="end-of-line comment"),
    pytest.param(f"{_NAME}\naliases: [] # none", id="comment on nothing"),
]


@pytest.mark.parametrize(("text", "line", "there"), _DIFFERENT)
def test_the_first_line_that_differs_is_told(
    text: str, line: int, there: str, findings: Findings
) -> None:
    differs = f"line {line} differs from the canonical layout, which has {there} there"
    expected = f"{_PATH}:{line}:1: CTF101 {differs}; run `claimtrack format`"
    assert findings(f"# {_PATH}\n{text}\n") == [expected]


@pytest.mark.parametrize("text", _CANONICAL)
def test_nothing_is_told_of_the_canonical_layout(text: str, findings: Findings) -> None:
    assert findings(f"# {_PATH}\n{text}\n") == []


@pytest.mark.parametrize(
    ("end", "told"),
    [
        pytest.param("", ":2:1: CTF101 line 2 does not end in a line break", id="none"),
        pytest.param(
            "\n\n",
            ":4:1: CTF101 line 4 differs from the canonical layout, which has ended there",
            id="two",
        ),
    ],
)
def test_a_file_ends_in_one_line_break(end: str, told: str, lay: Callable[[str], Corpus]) -> None:
    corpus = lay("")
    text = f"{_NAME}\nplace: off Port Selm{end}"
    (corpus.root / _PATH).write_bytes(text.encode())
    found = check(load(corpus.root)).findings
    assert [str(item) for item in found] == [f"{_PATH}{told}; run `claimtrack format`"]


def test_a_file_with_faults_of_reading_is_not_asked_for_its_layout(findings: Findings) -> None:
    (found,) = findings(f"# {_PATH}\nplace:  off Port Selm\nevent: Attack\ndate: 2019-13\n")
    assert " CTD101 " in found
