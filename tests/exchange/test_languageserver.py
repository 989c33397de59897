"""What an editor makes of a schema, shown with the language server that editors run."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.corpus.corpus import load
from claimtrack.exchange.editors import modeline, schema_path, schema_text
from claimtrack.exchange.jsonschema import json_schema
from claimtrack.exchange.known import Known
from tests.exchange.languageserver import LanguageServer

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = shutil.which("yaml-language-server")
CLAIMS = Path(__file__).parent.parent.parent / "claims"
PATH = "ferry/toll.yaml"
CLAIM = f"""\
{modeline("claim", PATH)}

claim: How many people died?
answer: quantity
toll: 7
versions:
  seven:
    statement: Seven died.
    value: 7
    attributions:
      - speaker: new-york-tims
        stance: assert
        source: reckoning-after-haniyeh
        at: p. 5
        said: 2024-07-31
      - speaker: \n        \n"""

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="yaml-language-server is not on PATH")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("editor")
    known = Known.of(load(CLAIMS))
    for kind in ("claim", None):
        path = root / schema_path(kind)
        path.parent.mkdir(exist_ok=True)
        path.write_text(schema_text(json_schema(kind, known=known)))
    return root


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[LanguageServer]:
    with LanguageServer(PROGRAM or "", folder) as server:
        yield server


def test_what_is_wrong_is_marked(editor: LanguageServer, folder: Path) -> None:
    (told,) = editor.open({folder / PATH: CLAIM}).values()
    places = {(one["range"]["start"]["line"], one["message"].split(".")[0]) for one in told}
    assert places >= {
        (4, "Property toll is not allowed"),
        (10, "there is no speaker of that id in this corpus"),
        (11, "Value is not accepted"),
        (13, "write a label and its numbers, such as `paragraph 5` or `pages 3-4, 7`"),
    }
    assert not {line for line, _ in places} & {0, 2, 3, 5, 6, 7, 8, 12, 14}


def test_speakers_and_keys_are_completed_with_what_they_are(
    editor: LanguageServer, folder: Path
) -> None:
    path = folder / "ferry" / "other.yaml"
    editor.open({path: CLAIM})
    speakers = editor.complete(path, 15, 17)
    assert {"author", "unknown", "hamas", "new-york-times"} <= speakers.keys()
    assert speakers["hamas"]["documentation"] == "Hamas"
    assert speakers["unknown"]["documentation"] == "somebody whom the source does not name"
    assert "null" not in speakers
    assert set(editor.complete(path, 11, 16)) >= {"asserts", "denies", "questions"}
    keys = editor.complete(path, 16, 8)
    assert {"stance", "source", "cue", "quote"} <= keys.keys()
    assert keys["via"]["documentation"].startswith("Who carried it from the speaker")


def test_a_key_is_explained(editor: LanguageServer, folder: Path) -> None:
    path = folder / "ferry" / "third.yaml"
    editor.open({path: CLAIM})
    assert "What the speaker does with the answer." in editor.hover(path, 11, 10)


def test_nothing_is_marked_in_the_whole_corpus(folder: Path) -> None:
    paths = sorted(CLAIMS.rglob("*.yaml"))
    everything = {str(folder / schema_path(None)): "**/*.yaml"}
    with LanguageServer(PROGRAM or "", CLAIMS, everything) as server:
        told = server.open({path: path.read_text(encoding="utf-8") for path in paths})
    assert {path: found for path, found in told.items() if found} == {}
    assert len(told) == len(paths)
