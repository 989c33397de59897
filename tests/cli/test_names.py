"""`claimtrack names`: spellings, names without a record, and texts that are not there."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from tests.cli.conftest import Ran, lay

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

TEXT = "The Harbour Office and the harbour office’s men met Jonas Brandt.\n\nBrandt left Selm.\n"
SOURCE = (
    "source: What happened to the ferry\ntype: report\npublisher: harbour-office\n"
    f"text:\n  file: ferry.txt\n  sha256: {sha256(TEXT.encode()).hexdigest()}\n"
)
OFFICE = "speaker: Harbour Office\nkind: organization\naliases: [Office of Selm]\n"
PERSON = "speaker: Jonas Brandt\nkind: person\naliases: [Brandt]\n"
SELM = "claimtrack: 1\ntexts: [texts]\nother_names: [Selm]\n"


def put(corpus: Path, text: str | None = TEXT, **files: str) -> None:
    lay(corpus, {"sources/ferry-report.yaml": SOURCE, "speakers/harbour-office.yaml": OFFICE})
    lay(corpus, files if text is None else files | {"texts/ferry.txt": text})


def test_spellings_and_a_worklist_are_told(corpus: Path, ran: Run) -> None:
    put(corpus)
    assert ran("names") == Ran(
        1,
        """\
Harbour Office (speaker:harbour-office)
  ferry-report: Harbour Office ×1 (§ 1)

Names that no record accounts for
  Brandt ×1: ferry-report 1 (§ 2)
  Jonas Brandt ×1: ferry-report 1 (§ 1)
  Selm ×1: ferry-report 1 (§ 2); perhaps harbour-office

Aliases that occur in no text
  Office of Selm (speaker:harbour-office)
""",
        "claimtrack: 3 names in 1 text that no record accounts for, 1 alias in no text\n",
    )


def test_a_corpus_that_accounts_for_every_name_is_clean(corpus: Path, ran: Run) -> None:
    put(corpus, **{"speakers/jonas-brandt.yaml": PERSON, "claimtrack.yaml": SELM})
    done = ran("names")
    assert (done.code, "no record accounts for" in done.out) == (0, False)
    assert done.err.startswith("claimtrack: 0 names in 1 text")


def test_a_text_that_is_not_there_is_told(corpus: Path, ran: Run) -> None:
    radio = SOURCE.replace("ferry.txt", "radio.txt")
    put(corpus, **{"sources/radio.yaml": radio, "sources/talk.yaml": "source: Talk\n"})
    done = ran("names")
    assert done.code == 1
    assert done.err.split("\n")[:2] == [
        (
            'claimtrack: the names in "radio" are not known: "radio.txt" is not in any folder of '
            "texts: put it there, or name its folder"
        ),
        'claimtrack: the names in "talk" are not known: the source names no text',
    ]


def test_without_any_text_there_is_nothing_to_tell(corpus: Path, ran: Run) -> None:
    put(corpus, text=None)
    assert ran("names") == Ran(
        2,
        "",
        "claimtrack: no text of any source is there, so there are no names to look at: put the "
        "texts into a folder that the manifest's `texts` names, or pass `--texts DIR`\n",
    )


def test_a_folder_of_texts_can_be_named(corpus: Path, ran: Run) -> None:
    put(corpus, text=None)
    lay(corpus.parent, {"elsewhere/ferry.txt": TEXT})
    assert ran("names", "--texts", "elsewhere").code == 1


def test_json_tells_the_same(corpus: Path, ran: Run) -> None:
    put(
        corpus,
        **{
            "sources/radio.yaml": SOURCE.replace("ferry.txt", "radio.txt"),
            "sources/talk.yaml": "source: Talk\n",
            "claimtrack.yaml": SELM.replace("[Selm]", "[Selm, Port]"),
        },
    )
    done = ran("names", "--format", "json")
    assert done.code == 1
    assert json.loads(done.out) == {
        "schema_version": 1,
        "texts": [
            {"source": "ferry-report", "file": "ferry.txt", "missing": None},
            {"source": "radio", "file": "radio.txt", "missing": "absent"},
            {"source": "talk", "file": None, "missing": "not-named"},
        ],
        "names": [
            {
                "kind": "speaker",
                "id": "harbour-office",
                "name": "Harbour Office",
                "spellings": [
                    {
                        "source": "ferry-report",
                        "text": "Harbour Office",
                        "count": 1,
                        "paragraphs": [1],
                        "shared_with": [],
                    }
                ],
            }
        ],
        "unexplained": [
            {
                "text": name,
                "count": 1,
                "places": [{"source": "ferry-report", "count": 1, "paragraphs": [paragraph]}],
                "perhaps": [],
            }
            for name, paragraph in (("Brandt", 2), ("Jonas Brandt", 1))
        ],
        "unused_aliases": [{"kind": "speaker", "id": "harbour-office", "alias": "Office of Selm"}],
        "unused_other_names": ["Port"],
    }
