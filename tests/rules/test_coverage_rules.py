from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeAlias

import pytest

from claimtrack.corpus.corpus import Corpus
from claimtrack.rules.checking import check

#: Lays files over the standing corpus and loads it.
Lay: TypeAlias = Callable[[str], Corpus]

LOG = "\n\n".join(f"Line {number} of the log." for number in range(1, 10))
DIGEST = hashlib.sha256(f"{LOG}\n".encode()).hexdigest()
TEXT = f"# texts/log.txt\n{LOG}\n"


def log(passed_over: str = "", *, digest: str = DIGEST, file: str = "log.txt") -> str:
    """Write a source with a text of nine paragraphs, on line 2 and after."""
    passed = f"passed_over: [{{at: '{passed_over}', reason: lines}}]\n" if passed_over else ""
    return f"# sources/log.yaml\nsource: Log\ntext: {{file: {file}, sha256: '{digest}'}}\n{passed}"


def claim(*places: str) -> str:
    items = "".join(
        f"      - {{speaker: jonas-brandt, stance: asserts, source: log, at: '{at}', cue: Line}}\n"
        for at in places
    )
    return (
        "# attack/it.yaml\nclaim: What of it?\nversions:\n  one:\n    statement: One.\n"
        f"    attributions:\n{items}"
    )


def told(corpus: Corpus) -> list[str]:
    found = check(corpus, select=["CTT112"]).findings
    return [str(finding) for finding in found if finding.code == "CTT112"]


UNREAD = {
    "one-paragraph": (
        log() + TEXT + claim("paragraphs 1-7", "paragraph 9"),
        "paragraph 8 is unread: record what it claims, or list it",
    ),
    "runs-of-them": (
        log("paragraphs 4-5") + TEXT + claim("paragraph 2"),
        "paragraphs 1, 3, 6-9 are unread: record what they claim, or list them",
    ),
    "passed-over-only": (
        log("paragraph 1") + TEXT,
        "paragraphs 2-9 are unread: record what they claim, or list them",
    ),
}


@pytest.mark.parametrize(("files", "message"), UNREAD.values(), ids=UNREAD.keys())
def test_paragraphs_that_nothing_accounts_for_are_told_once_at_the_text(
    lay: Lay, files: str, message: str
) -> None:
    line = f"sources/log.yaml:2:7: CTT112 {message} under `passed_over` with the reason"
    assert told(lay(files)) == [line]


READ = {
    "every-paragraph": log("paragraphs 4-9") + TEXT + claim("paragraphs 1-3"),
    "more-than-there-are": log() + TEXT + claim("paragraphs 1-20"),
    "cited-by-page-too": log() + TEXT + claim("paragraphs 2-3", "page 3"),
    "passed-over-by-page-too": log("page 3") + TEXT + claim("paragraphs 2-3"),
    "a-source-not-begun": log() + TEXT,
    "a-text-that-is-not-there": log(file="lost.txt") + claim("paragraph 2"),
    "another-text-than-the-one-read": log(digest="0" * 64) + TEXT + claim("paragraph 2"),
    "a-source-without-a-text": "# sources/log.yaml\nsource: Log\n" + claim("paragraph 2"),
}


@pytest.mark.parametrize("files", READ.values(), ids=READ.keys())
def test_nothing_is_told_where_nothing_is_known_to_be_unread(lay: Lay, files: str) -> None:
    assert told(lay(files)) == []


def test_a_message_names_no_more_than_twenty_runs(lay: Lay) -> None:
    text = "\n".join(f"Line {number}." for number in range(1, 61))
    digest = hashlib.sha256(f"{text}\n".encode()).hexdigest()
    odd = ", ".join(str(number) for number in range(1, 61, 2))
    (line,) = told(lay(f"{log(f'paragraphs {odd}', digest=digest)}# texts/log.txt\n{text}\n"))
    even = ", ".join(str(number) for number in range(2, 41, 2))
    assert f"CTT112 paragraphs {even} and others are unread: " in line
