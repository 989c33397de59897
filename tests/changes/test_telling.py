"""What is said of every change: `tests/changes/data/sentences.txt` has a line for each.

`python -m tests.changes.test_telling` writes it anew.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given

from claimtrack.changes.change import RecordChange
from claimtrack.changes.differences import diff
from claimtrack.changes.names import Names
from claimtrack.changes.parts import described, meant, place_of
from claimtrack.changes.sentence import Sentence
from claimtrack.changes.telling import tell
from claimtrack.changes.wordings import OTHER, WORDINGS
from claimtrack.corpus.corpus import load
from claimtrack.model.attributions import Attribution, Relay
from claimtrack.model.claims import Claim, Version
from claimtrack.model.ids import RECORD_KINDS
from claimtrack.model.records import kind_of
from claimtrack.text.schema import shape_of
from tests.changes.examples import NAMES, full, other
from tests.changes.pairs import pairs
from tests.cli.conftest import lay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.events import Event
    from claimtrack.model.ids import RecordKind
    from claimtrack.model.records import Record
    from claimtrack.model.sources import Source
    from claimtrack.text.schema import Shape

SENTENCES = Path(__file__).parent / "data" / "sentences.txt"


@functools.cache
def names() -> Names:
    with TemporaryDirectory() as folder:
        lay(Path(folder), NAMES)
        corpus = load(folder)
        assert corpus.claims
        assert corpus.findings == ()
    return Names(corpus, corpus)


def told(a: Record, b: Record) -> list[str]:
    changes = diff(a, b)
    record = RecordChange(key=(kind_of(b), b.id), how="changed", before=a, after=b, changes=changes)
    return [told.sentence.text for told in tell(record, names())]


def variants(part: Any, another: Any, shape: Shape, at: str) -> Iterator[tuple[str, Any]]:
    """Yield a part with one key as another has it, or without the key, for every key within it."""
    for item in shape.fields:
        old, new = getattr(part, item.attribute), getattr(another, item.attribute)
        place = f"{at}/{item.key}"
        if item.arity != "map" and item.key != "answer":
            yield place, attrs.evolve(part, **{item.attribute: new})
            nothing = attrs.fields_dict(type(part))[item.attribute].default
            if not item.required and old != nothing:
                yield f"{place} -", attrs.evolve(part, **{item.attribute: nothing})
        if item.shape is None:
            continue
        if item.arity == "map":
            for name, inner in variants(old["few"], new["few"], item.shape, f"{place}/few"):
                yield name, attrs.evolve(part, **{item.attribute: {**old, "few": inner}})
        else:
            ours, theirs = (old, new) if item.arity == "one" else (old[0], new[0])
            for name, inner in variants(ours, theirs, item.shape, place):
                value = inner if item.arity == "one" else (inner, *old[1:])
                yield name, attrs.evolve(part, **{item.attribute: value})


def lines(kind: RecordKind) -> Iterator[str]:
    a = full(kind)
    for place, b in variants(a, other(kind), shape_of(kind), kind):
        yield from (f"{place}: {sentence}" for sentence in told(a, b))
        if place.endswith("-"):
            yield from (f"{place[:-1]}+: {sentence}" for sentence in told(b, a))


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_change_of_every_key_has_its_sentence(kind: RecordKind) -> None:
    expected = SENTENCES.read_text(encoding="utf-8").splitlines()
    assert list(lines(kind)) == [line for line in expected if line.startswith(f"{kind}/")]


def shapes(shape: Shape) -> Iterator[Shape]:
    yield shape
    for item in shape.fields:
        if item.shape is not None:
            yield from shapes(item.shape)


def test_every_key_of_the_format_has_words_and_no_other_has() -> None:
    every = [shape for kind in RECORD_KINDS for shape in shapes(shape_of(kind))]
    assert {shape.name: {*shape.by_key} for shape in every} == {
        name: {*keys} for name, keys in WORDINGS.items()
    }


def whole(before: Record | None, after: Record | None, *, followers: int = 0) -> list[str]:
    changes = diff(before, after) if before and after else ()
    how = "changed" if before and after else "added" if after else "removed"
    record = RecordChange(
        key=("claim", "example"),
        how=how,  # type: ignore[arg-type]  # one of three words
        before=before,
        after=after,
        changes=changes,
        followed_by=tuple(("claim", f"c{number}") for number in range(followers)),
    )
    return [told.sentence.text for told in tell(record, names())]


WHOLES = {
    "claim": "How many people died at the compound? (2 versions; 1 attribution)",
    "source": "The whole story (Hamas; 2024)",
    "speaker": "The health ministry (government)",
    "event": "The killing in Tehran (2024-07; Tehran)",
}


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_a_record_that_came_or_went_is_told_as_one(kind: RecordKind) -> None:
    record = full(kind)
    assert whole(None, record)[0] == f"{kind} added: {WHOLES[kind]}"
    assert whole(record, None)[0] == f"{kind} removed: {WHOLES[kind]}"


def test_a_claim_that_came_is_told_version_by_version() -> None:
    assert whole(None, full("claim"))[1:] == [
        "version few: “At least five people died.” (asserted by Hamas and Iran)",
        "version many: “Many.”",
    ]


def test_a_renaming_tells_how_many_records_follow() -> None:
    event = cast("Event", full("event"))
    moved = attrs.evolve(event, id="other")
    assert whole(event, moved) == ["renamed from example to other"]
    assert whole(event, moved, followers=1) == [
        "renamed from example to other; 1 record that names it follows"
    ]
    claim = cast("Claim", full("claim"))
    some = {"few": claim.versions["few"], "lots": claim.versions["many"]}
    renamed = attrs.evolve(claim, versions=some)
    assert whole(claim, renamed, followers=2) == [
        "version many renamed lots; 2 records that name it follow",
    ]


def test_those_that_follow_several_renamings_are_told_once() -> None:
    claim = cast("Claim", full("claim"))
    versions = {"few": claim.versions["few"], "lots": claim.versions["many"]}
    assert whole(claim, attrs.evolve(claim, id="other", versions=versions), followers=2) == [
        "renamed from example to other; 2 records that name it follow",
        "version many renamed lots",
    ]


def test_what_moves_in_a_chain_is_told() -> None:
    a = cast("Source", full("source"))
    one, two = (attrs.evolve(a, authors=authors) for authors in (("a", "b", "c"), ("c", "a", "b")))
    assert whole(one, two) == ["author moved to another place in the list: c"]


def test_texts_that_are_values_are_shown_as_texts() -> None:
    one, two = (
        Claim(id="c", question="How?", versions={"a": Version(statement="A.", value=value)})
        for value in ("a big bomb", "a small bomb")
    )
    assert whole(one, two) == ["a: value reworded: a {-big-}{+small+} bomb"]


def test_speakers_that_are_values_are_shown_by_name() -> None:
    one, two = (
        Claim(id="c", question="Who?", versions={"a": Version(statement="A.", value=value)})
        for value in (("hamas",), ("hamas", "iran"))
    )
    assert whole(one, two) == ["a: value went from Hamas to Hamas and Iran"]


TITLES = {
    "short": ("The whole story", "The whole story"),
    "long": (
        "A story that goes on " * 4,
        "A story that goes on A story that goes on A story that goes…",
    ),
    "description": (
        f"[{'A post that goes on ' * 4}]",
        "[A post that goes on A post that goes on A post that goes …]",
    ),
}


@pytest.mark.parametrize(("title", "shown"), TITLES.values(), ids=TITLES)
def test_a_long_title_is_cut_where_it_is_only_a_place(
    title: str, shown: str, tmp_path: Path
) -> None:
    lay(tmp_path, {**NAMES, "sources/story.yaml": f"source: {json.dumps(title.strip())}\n"})
    corpus = load(tmp_path)
    said = Attribution(speaker="hamas", stance="asserts", source="story")
    assert place_of(said, Names(corpus, corpus)) == shown


def test_the_author_of_a_source_is_named_in_a_chain() -> None:
    said = Attribution(
        speaker="hamas", stance="asserts", source="story", citing=(Relay(speaker="author"),)
    )
    assert "on the word of The Times" in Sentence.of(*described(said, names())).text
    relay = said.citing[0]
    assert Sentence.of(*meant(relay, names(), source="story")).text == "The Times"


def test_what_is_gone_is_called_as_it_was(tmp_path: Path) -> None:
    lay(tmp_path / "before", NAMES)
    lay(tmp_path / "after", {"claimtrack.yaml": "claimtrack: 1\n"})
    known = Names(load(tmp_path / "before"), load(tmp_path / "after"))
    said = Attribution(
        speaker="author", stance="asserts", source="story", jointly=("hamas", "nobody")
    )
    assert known.who(said) == "The Times, Hamas and nobody"
    assert [
        known.of("claim", "toll"),
        known.of("event", "killing"),
        known.of("source", "none"),
    ] == [
        "How many died?",
        "The killing",
        "none",
    ]


@given(pairs())
def test_every_change_is_told_once_in_words(pair: tuple[Record, Record]) -> None:
    a, b = pair
    changes = diff(a, b)
    how = "changed" if a.id == b.id else "renamed"
    record = RecordChange(key=(kind_of(b), b.id), how=how, before=a, after=b, changes=changes)  # type: ignore[arg-type]  # one of two words
    some = tell(record, names()) if changes else ()
    assert [change for told in some for change in told.changes] == [
        change for change in changes if not change.follows
    ]
    for each in some:
        assert OTHER.add.split("{")[0] not in each.sentence.text
        assert each.sentence.pieces


if __name__ == "__main__":
    SENTENCES.write_text(
        "".join(f"{line}\n" for kind in RECORD_KINDS for line in lines(kind)), "utf-8"
    )
