from __future__ import annotations

import json
import os
import pty
from hashlib import sha256
from typing import TYPE_CHECKING

from tests.cli.conftest import Ran, lay, started

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

TEXT = "The ferry sank.\n\nSeven people died, the office counted.\n"
SOURCE = (
    "source: What happened to the ferry\ntype: report\npublisher: harbour-office\n"
    f"text:\n  file: ferry.txt\n  sha256: {sha256(TEXT.encode()).hexdigest()}\n"
)
PASSED = "passed_over:\n  - at: paragraph 1\n    reason: a heading\n"
TOLL = """\
claim: How many people died on the ferry?
versions:
  seven:
    statement: Seven people died.
    attributions:
      - speaker: harbour-office
        stance: asserts
        source: ferry-report
        at: paragraph 2
        cue: counted
"""


def put(corpus: Path, *, passed: str = PASSED, text: str | None = TEXT) -> None:
    files = {"sources/ferry-report.yaml": SOURCE + passed, "ferry/toll.yaml": TOLL}
    lay(corpus, files if text is None else files | {"texts/ferry.txt": text})


def test_a_source_that_is_accounted_for_to_its_end_is_clean(corpus: Path, ran: Run) -> None:
    put(corpus)
    assert ran("coverage", "ferry-report") == Ran(
        0,
        "ferry-report: What happened to the ferry\n"
        "  1  passed over    (a heading) The ferry sank.\n"
        "  2  1 attribution  Seven people died, the office counted.\n"
        "2 paragraphs: 1 read (1 attribution), 1 passed over, 0 unread\n",
        "",
    )


def test_an_unread_paragraph_is_found(corpus: Path, ran: Run) -> None:
    put(corpus, passed="")
    done = ran("coverage")
    assert done.code == 1
    assert "  1  UNREAD         The ferry sank.\n" in done.out
    assert done.out.endswith("1 unread (paragraph 1)\n")


def test_a_text_that_is_not_there_is_never_complete(corpus: Path, ran: Run) -> None:
    put(corpus, text=None)
    done = ran("coverage", "source:ferry-report")
    assert (done.code, done.out) == (
        1,
        "ferry-report: What happened to the ferry\n"
        "  1  passed over    (a heading)\n"
        "  2  1 attribution\n"
        "2 paragraphs: 1 read (1 attribution), 1 passed over, 0 unread\n"
        'text not there ("ferry.txt" is not in any folder of texts: put it there, or name its\n'
        "  folder): paragraphs after 2 unknown\n",
    )


def test_a_text_is_found_in_a_folder_that_is_named(corpus: Path, ran: Run) -> None:
    put(corpus, text=None)
    lay(corpus.parent, {"elsewhere/ferry.txt": TEXT})
    assert ran("coverage", "--texts", "elsewhere").code == 0


def test_all_sources_are_told_and_summed_up(corpus: Path, ran: Run) -> None:
    put(corpus)
    lay(corpus, {"sources/radio.yaml": "source: The radio\n"})
    done = ran("coverage", "--width", "120")
    assert done.code == 1
    assert [line for line in done.out.split("\n") if line.startswith(("ferry-", "radio"))] == [
        "ferry-report: What happened to the ferry",
        "radio: The radio",
    ]
    assert done.out.endswith(
        "\n\n2 sources, 2 paragraphs: 1 read (1 attribution), 1 passed over, 0 unread; "
        "1 text not there, so the rest of it is unknown\n"
    )


def test_a_source_named_twice_is_told_once(corpus: Path, ran: Run) -> None:
    put(corpus)
    assert ran("coverage", "ferry-report", "source:ferry-report").out.count("ferry-report:") == 1


def test_json_tells_the_same(corpus: Path, ran: Run) -> None:
    put(corpus)
    lay(corpus, {"sources/radio.yaml": "source: The radio\n"})
    done = ran("coverage", "--format", "json")
    report, radio = json.loads(done.out)["sources"]
    assert done.code == 1
    assert {key: json.loads(done.out)[key] for key in ("schema_version", "complete")} == {
        "schema_version": 1,
        "complete": False,
    }
    assert report == {
        "id": "ferry-report",
        "title": "What happened to the ferry",
        "text": {"file": "ferry.txt", "agrees": True, "missing": None},
        "complete": True,
        "last": 2,
        "attributions": 1,
        "elsewhere": 0,
        "beyond": [],
        "unread": [],
        "paragraphs": [
            {
                "number": 1,
                "state": "passed-over",
                "attributions": 0,
                "passed_over": ["a heading"],
                "text": "The ferry sank.",
            },
            {
                "number": 2,
                "state": "read",
                "attributions": 1,
                "passed_over": [],
                "text": "Seven people died, the office counted.",
            },
        ],
    }
    assert (radio["text"], radio["complete"], radio["paragraphs"]) == (None, False, [])


def test_json_says_why_a_text_is_missing(corpus: Path, ran: Run) -> None:
    put(corpus, text=None, passed="")
    (told,) = json.loads(ran("coverage", "--format", "json").out)["sources"]
    assert told["text"] == {"file": "ferry.txt", "agrees": None, "missing": "absent"}
    assert told["unread"] == [[1, 1]]


def test_an_unknown_source_is_a_fault_of_usage(corpus: Path, ran: Run) -> None:
    put(corpus)
    assert ran("coverage", "ferry-reprot") == Ran(
        2, "", 'claimtrack: there is no source "ferry-reprot", did you mean "ferry-report"?\n'
    )


def test_a_corpus_without_sources_has_nothing_to_tell(corpus: Path, ran: Run) -> None:
    (corpus / "sources" / "ferry-report.yaml").unlink()
    (corpus / "ferry" / "toll.yaml").unlink()
    assert ran("coverage") == Ran(0, "", "claimtrack: no sources are there\n")


def test_text_from_files_cannot_command_a_terminal_or_a_workflow(corpus: Path, ran: Run) -> None:
    put(corpus, text="::error::x ##[group]\n\n\x1b[31mred\n")
    done = ran("coverage")
    assert "\x1b" not in done.out
    assert r"\x1b[31mred" in done.out


def test_a_terminal_gets_a_picture(corpus: Path) -> None:
    put(corpus, passed="")
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as screen:
        with started("coverage", stdout=theirs, env={"COLUMNS": "80", "TERM": "xterm"}) as process:
            process.wait(60)
        os.close(theirs)
        shown = screen.read(100_000).decode()
    assert process.returncode == 1
    assert "!" in shown.splitlines()[1]
    assert "█" in shown.splitlines()[1]
    assert "▁…█ read, · passed over, ! unread" in shown
    assert "\x1b[1;31mUNREAD" in shown
