"""`claimtrack schema`, and the line that `claimtrack new --modeline` writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimtrack.text.format import format as formatted
from tests.cli.conftest import Ran, Run, lay

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ["claim", "source", "speaker", "event", "manifest", "any"]


@pytest.mark.parametrize("kind", NAMES)
def test_a_schema_is_printed(ran: Run, kind: str) -> None:
    done = ran("schema", *([] if kind == "any" else [kind]))
    assert (done.code, done.err) == (0, "")
    schema = json.loads(done.out)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "harbour-office" not in done.out


@pytest.mark.parametrize("asked", [["--corpus"], ["-C", "claims"], ["--corpus=claims/ferry"]])
def test_the_ids_of_a_corpus_are_in_it(ran: Run, asked: list[str]) -> None:
    done = ran("schema", "claim", *asked)
    assert (done.code, done.err) == (0, "")
    voices = json.loads(done.out)["definitions"]["voice"]
    assert voices["enum"] == ["author", "unknown", "harbour-office"]
    assert voices["enumDescriptions"][2] == "Harbour Office"


def test_schemas_are_written_when_they_change(corpus: Path, ran: Run) -> None:
    written = "".join(f"claims/.schemas/{name}.json\n" for name in NAMES)
    assert ran("schema", "--write") == Ran(0, written, "6 schemas written, 0 left alone\n")
    claim = (corpus / ".schemas/claim.json").read_text(encoding="utf-8")
    assert claim == ran("schema", "claim", "--corpus").out
    assert ran("schema", "--write") == Ran(0, "", "0 schemas written, 6 left alone\n")
    lay(corpus, {"events/sinking.yaml": "event: The sinking\n"})
    changed = ["claim", "event", "any"]
    written = "".join(f"claims/.schemas/{name}.json\n" for name in changed)
    assert ran("schema", "--write") == Ran(0, written, "3 schemas written, 3 left alone\n")
    assert ran("check").code == 0


def test_a_file_that_cannot_be_read_counts_by_its_id(corpus: Path, ran: Run) -> None:
    lay(corpus, {"speakers/broken.yaml": "speaker: [\n"})
    done = ran("schema", "source", "--corpus")
    assert done.code == 0
    assert "1 file could not be read whole" in done.err
    assert json.loads(done.out)["definitions"]["speaker-id"]["enum"] == ["broken", "harbour-office"]


def test_what_cannot_be_is_refused(tmp_path: Path, corpus: Path, ran: Run) -> None:
    assert ran("schema", "clam").err.startswith("claimtrack: invalid value for '[KIND]': ")
    assert "does not exist" in ran("schema", "--corpus", "gone").err
    (corpus / ".schemas").symlink_to(tmp_path)
    done = ran("schema", "--write")
    assert (done.code, done.out) == (2, "")
    assert "symbolic link" in done.err


def test_a_new_record_names_its_schema(corpus: Path, ran: Run) -> None:
    done = ran("new", "claim", "ferry/cause", "--modeline")
    assert done.out == "claims/ferry/cause.yaml\n"
    assert done.err == (
        "claimtrack: the schema is not there yet: write it with `claimtrack schema --write`\n"
    )
    ran("schema", "--write")
    text = (corpus / "ferry/cause.yaml").read_text(encoding="utf-8")
    first = "# yaml-language-server: $schema=../.schemas/claim.json\n"
    assert text.startswith(first)
    assert formatted(text).text == text
    assert (corpus / "ferry/../.schemas/claim.json").exists()
    done = ran("new", "speaker", "zoe", "--name", "Zoe", "--modeline", "-n")
    assert done.err == ""
    assert done.out.startswith("# yaml-language-server: $schema=../.schemas/speaker.json\n")
