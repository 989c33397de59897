"""Whole views, compared with the texts in `data`; `CLAIMTRACK_UPDATE=1` writes these anew."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.corpus.corpus import load
from claimtrack.model.records import headline
from claimtrack.report.measure import columns
from claimtrack.report.rows import plain_text, text_of
from claimtrack.report.views import record_rows

if TYPE_CHECKING:
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.model.ids import RecordKind

DATA = Path(__file__).parent / "data"

VIEWS: list[tuple[RecordKind, str, str | None, int]] = [
    ("claim", "ferry/cause", None, 60),
    ("claim", "ferry/cause", None, 88),
    ("claim", "ferry/cause", "bomb", 88),
    ("claim", "ferry/toll", None, 88),
    ("claim", "ferry/toll", None, 140),
    ("claim", "ferry/toll", "seven", 88),
    ("claim", "ferry/culprit", None, 88),
    ("speaker", "ada-berg", None, 88),
    ("speaker", "adam-berg", None, 88),
    ("speaker", "courier", None, 88),
    ("speaker", "selm", None, 88),
    ("speaker", "zoe", None, 60),
    ("source", "story", None, 88),
    ("source", "wire", None, 88),
    ("event", "ferry", None, 88),
    ("event", "summer", None, 88),
]


@pytest.mark.parametrize(("kind", "id", "version", "width"), VIEWS)
def test_a_view_reads_as_it_did(
    corpus: Corpus,
    kind: RecordKind,
    id: str,  # noqa: A002 - the format's own word
    version: str | None,
    width: int,
) -> None:
    text = text_of(record_rows(corpus.get(kind, id), corpus, width=width, version=version))
    name = "-".join(part for part in (kind, id.replace("/", "-"), version, str(width)) if part)
    golden = DATA / f"{name}.txt"
    if os.environ.get("CLAIMTRACK_UPDATE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [36, 60, 77, 88, 140, 200])
def test_no_row_is_wider_than_the_page(corpus: Corpus, width: int) -> None:
    for kind, name, version, _ in VIEWS:
        rows = record_rows(corpus.get(kind, name), corpus, width=width, version=version)
        assert max(columns(plain_text(row).rstrip()) for row in rows) <= width


def test_a_speaker_is_shown_everything_it_takes_part_in(corpus: Corpus) -> None:
    for speaker in corpus.speakers.values():
        text = text_of(record_rows(speaker, corpus, width=1000))
        for item in corpus.index.utterances.get(speaker.id, ()):
            assert f"[{item.claim.id}#{item.version}]" in text


def test_a_source_is_shown_with_everything_read_in_it(corpus: Corpus) -> None:
    for source in corpus.sources.values():
        text = text_of(record_rows(source, corpus, width=1000))
        read = corpus.index.read_in.get(source.id, ())
        assert text.count("cue “") + text.count("“It was a bomb”") == len(read)


@pytest.mark.parametrize("width", [60, 88, 140])
def test_every_record_of_the_repository_has_a_view_that_fits(width: int) -> None:
    claims = load(Path(__file__).parents[2] / "claims")
    for mapping in (claims.claims, claims.sources, claims.speakers, claims.events):
        for record in mapping.values():
            rows = record_rows(record, claims, width=width)
            assert plain_text(rows[0]).startswith(headline(record)[:20])
            assert max(columns(plain_text(row).rstrip()) for row in rows) <= width
