"""`claimtrack locate`: words found in texts, and what is said where they are not."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import Ran, Run, finished, lay

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
The ferry sank at night.

\u201cWe counted seven dead,\u201d said the harbour office. It counted again.
"""
SOURCE = (
    "source: What happened to the ferry\ntype: report\n"
    "text:\n  file: report.txt\n"
    f"  sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}\n"
)
QUOTE = """\
paragraph 2: \u201cWe counted seven dead,\u201d said the harbour office. It counted again.
        at: paragraph 2
        quote: We counted seven dead
"""
CUE = """\
paragraph 2: \u2026seven dead,\u201d said the harbour office. It counted again.
  (outside quotation marks: a cue, and no quote of what somebody said)
        at: paragraph 2
        cue: It counted
"""


@pytest.fixture
def texts(corpus: Path) -> Path:
    lay(corpus, {"sources/ferry-report.yaml": SOURCE, "texts/report.txt": TEXT})
    return corpus / "texts"


@pytest.mark.usefixtures("texts")
def test_a_quote_is_ready_to_paste(ran: Run) -> None:
    assert ran("locate", "ferry-report", "we counted".replace("w", "W"), "seven", "dead") == Ran(
        0, QUOTE, ""
    )
    assert ran("locate", "source:ferry-report", "We counted seven dead") == Ran(0, QUOTE, "")
    assert ran("locate", "claims/sources/ferry-report.yaml", "We counted seven dead").out == QUOTE


@pytest.mark.usefixtures("texts")
def test_words_outside_quotation_marks_are_told_as_a_cue(ran: Run) -> None:
    done = ran("locate", "ferry-report", "It counted", "--width", "88")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith(CUE.split("\n", 1)[1])


@pytest.mark.usefixtures("texts")
def test_every_occurrence_is_shown(ran: Run) -> None:
    out = ran("locate", "ferry-report", "counted").out
    assert [line for line in out.splitlines() if line.endswith(": counted")] == [
        "        quote: counted",
        "        cue: counted",
    ]


@pytest.mark.usefixtures("texts")
def test_where_words_are_not_there_the_nearest_are_shown(ran: Run) -> None:
    done = ran("locate", "ferry-report", "We counted eleven dead")
    assert (done.code, done.out) == (1, QUOTE)
    assert done.err.startswith("claimtrack: these words are not in the text; the nearest are ")
    assert done.err.endswith("% alike\n")


@pytest.mark.usefixtures("texts")
def test_nothing_like_the_words_is_said_so(ran: Run) -> None:
    message = "claimtrack: these words are not in the text, nor anything like them\n"
    assert ran("locate", "ferry-report", "xyzzy") == Ran(1, "", message)


@pytest.mark.usefixtures("texts")
def test_json_holds_every_place(ran: Run) -> None:
    done = ran("locate", "ferry-report", "It counted", "--format", "json")
    assert json.loads(done.out) == {
        "schema_version": 1,
        "source": "ferry-report",
        "words": "It counted",
        "places": [
            {
                "at": "paragraph 2",
                "text": "It counted",
                "quoted": False,
                "words": 2,
                "before": "\u201cWe counted seven dead,\u201d said the harbour office. ",
                "after": " again.",
            }
        ],
        "nearest": None,
    }
    missed = json.loads(ran("locate", "ferry-report", "It countd", "--format", "json").out)
    assert missed["places"] == []
    assert missed["nearest"]["text"].startswith("It counted")
    assert 0.6 <= missed["nearest"]["score"] < 1


def test_a_text_elsewhere_is_found_by_its_folder_and_by_itself(
    texts: Path, tmp_path: Path, ran: Run
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (texts / "report.txt").rename(tmp_path / "elsewhere/report.txt")
    words = "We counted seven dead"
    assert ran("locate", "ferry-report", words) == Ran(
        2,
        "",
        'claimtrack: "report.txt" is not in any folder of texts: put it there, or name its '
        "folder with `--texts DIR`\n",
    )
    assert ran("locate", "ferry-report", words, "--texts", "elsewhere") == Ran(0, QUOTE, "")
    assert ran("locate", "elsewhere/report.txt", words) == Ran(0, QUOTE, "")


def test_an_id_is_no_file_of_that_name(texts: Path, tmp_path: Path, ran: Run) -> None:
    assert texts.is_dir()
    (tmp_path / "ferry-report").write_text("Words.\n")
    words = "We counted seven dead"
    assert ran("locate", "ferry-report", words) == Ran(0, QUOTE, "")
    assert ran("locate", "./ferry-report", "Words").code == 0


def test_a_text_that_changed_is_told(texts: Path, ran: Run) -> None:
    (texts / "report.txt").write_text(TEXT + "\nMore.\n", encoding="utf-8")
    message = 'claimtrack: "report.txt" is not the text that was read (its sha256 differs)\n'
    assert ran("locate", "ferry-report", "We counted seven dead") == Ran(0, QUOTE, message)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "ferry-report",
            'source "ferry-report" names no text: give its `text` a `file` and `sha256`, '
            "or name the file itself",
        ),
        ("harbour-office", '"harbour-office" is no source: see `claimtrack list sources`'),
        ("ferry-repor", 'there is no record "ferry-repor", did you mean "ferry-report"?'),
        ("latin.txt", '"latin.txt" is not UTF-8 at byte 0: save it as UTF-8'),
    ],
)
def test_what_has_no_text_is_refused(tmp_path: Path, ran: Run, name: str, message: str) -> None:
    (tmp_path / "latin.txt").write_bytes(b"\xff")
    assert ran("locate", name, "words") == Ran(2, "", f"claimtrack: {message}\n")


def test_no_words_are_a_fault_of_usage(ran: Run) -> None:
    assert ran("locate", "ferry-report").code == 2


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize("words", ["", "...", "[…]", "“ ”", "[…] – [...]"])
def test_words_that_hold_no_word_are_a_fault_of_usage(ran: Run, words: str) -> None:
    assert ran("locate", "ferry-report", words) == Ran(
        2,
        "",
        "claimtrack: invalid value for 'WORDS...': they hold no word: give some of the text's "
        "(see `claimtrack locate --help`)\n",
    )


def test_what_the_text_holds_is_printed_harmless(texts: Path) -> None:
    (texts / "report.txt").write_text("::error::x \x1b[31m words ##[group]\n", encoding="utf-8")
    done = finished("locate", "ferry-report", "words", env={"GITHUB_ACTIONS": "true"})
    assert done.code == 0
    assert done.out.startswith("paragraph 1: ::error::x \\x1b[31m words \\x23#[group]\n")
