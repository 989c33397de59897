from __future__ import annotations

from typing import TypeAlias

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.roots import Roots, independent_roots
from claimtrack.corpus.records import Records
from claimtrack.model.attributions import STANCES, Attribution, Relay
from claimtrack.model.claims import Version
from claimtrack.model.sources import Source
from claimtrack.model.speakers import Speaker
from tests.strategies import parts, records

CORPUS = Records.of(
    [
        Speaker(id="anon", name="An official", kind="anonymous"),
        Speaker(id="other-anon", name="Another", kind="anonymous"),
        Speaker(id="apart", name="Not Iran", kind="anonymous", distinct_from=("iran", "anon")),
        Speaker(id="mossad", name="Mossad", part_of=("services",)),
        Speaker(id="aman", name="Aman", part_of=("services",)),
        Speaker(id="services", name="Services", part_of=("israel",)),
        Source(id="signed", title="Signed", authors=("zoe", "adam"), publisher="courier"),
        Source(id="unsigned", title="Unsigned", publisher="courier"),
        Source(id="bare", title="Nobody's"),
        Source(id="reprint", title="Again", authors=("translator",), derived_from=("signed",)),
        Source(id="third-hand", title="And again", derived_from=("reprint",)),
        Source(id="ring-a", title="Ring", derived_from=("ring-b",)),
        Source(id="ring-b", title="Ring", derived_from=("ring-a",)),
    ]
)


def said(speaker: str, citing: str = "", *, source: str = "bare", jointly: str = "") -> Attribution:
    return Attribution(
        speaker=speaker,
        jointly=tuple(jointly.split()),
        stance="asserts",
        citing=tuple(Relay(speaker=name) for name in citing.split()),
        source=source,
        cue=f"{speaker} {source} {citing} {jointly}",
    )


def retracts(speaker: str) -> Attribution:
    return attrs.evolve(said(speaker), stance="retracts")


def of(*attributions: Attribution) -> Roots:
    return independent_roots(Version(statement="So.", attributions=attributions), CORPUS)


COUNTED: dict[str, tuple[tuple[int, int], list[Attribution]]] = {
    "nobody": ((0, 0), []),
    "one": ((1, 1), [said("iran")]),
    "two": ((2, 2), [said("iran"), said("hamas")]),
    "one-in-two-sources": ((1, 1), [said("iran"), said("iran", source="signed")]),
    "three-who-cite-one": (
        (1, 1),
        [said("bbc", "iran"), said("cnn", "iran"), said("times", "bbc iran")],
    ),
    "one-who-denies": ((1, 1), [said("iran"), attrs.evolve(said("hamas"), stance="denies")]),
    "joint": ((1, 1), [said("hamas", jointly="iran")]),
    "joint-and-one-alone": ((1, 1), [said("hamas", jointly="iran"), said("iran")]),
    "joint-and-both-alone": (
        (1, 2),
        [said("hamas", jointly="iran"), said("iran"), said("hamas", source="signed")],
    ),
    "two-joint-statements-that-share-one": (
        (1, 1),
        [said("hamas", jointly="iran"), said("iran", jointly="qatar")],
    ),
    "unknown": ((0, 1), [said("unknown"), said("unknown", source="signed")]),
    "unknown-beside-another": ((1, 1), [said("unknown"), said("iran")]),
    "an-unknown-source-cited": ((1, 1), [said("bbc", "unknown"), said("iran")]),
    "anonymous": ((1, 1), [said("anon")]),
    "two-anonymous": ((1, 2), [said("anon"), said("other-anon")]),
    "anonymous-beside-another": ((1, 2), [said("anon"), said("iran")]),
    "anonymous-told-apart-from-a-named": ((2, 2), [said("apart"), said("iran")]),
    "anonymous-told-apart-from-the-other": ((2, 2), [said("apart"), said("anon")]),
    "anonymous-told-apart-from-one-of-two": (
        (2, 3),
        [said("apart"), said("iran"), said("hamas")],
    ),
    "a-part-and-its-whole": ((1, 2), [said("mossad"), said("israel")]),
    "two-parts-of-one-whole": ((2, 2), [said("mossad"), said("aman")]),
    "two-parts-and-their-whole": ((2, 3), [said("mossad"), said("aman"), said("israel")]),
    "two-parts-and-wholes-within-each-other": (
        (2, 4),
        [said("mossad"), said("aman"), said("services"), said("israel")],
    ),
    "a-part-of-what-relies-on-another": (
        (1, 3),
        [said("mossad"), said("israel"), said("israel", "bbc")],
    ),
    "two-parts-of-what-relies-on-another": (
        (2, 4),
        [said("mossad"), said("aman"), said("israel"), said("israel", "bbc")],
    ),
    "joint-statements-in-a-row": (
        (1, 2),
        [said("a", jointly="z"), said("a", jointly="b"), said("b", jointly="c")],
    ),
    "author-and-the-same-person": ((1, 1), [said("author", source="signed"), said("zoe")]),
    "both-authors-apart": (
        (1, 2),
        [said("author", source="signed"), said("zoe"), said("adam")],
    ),
    "author-and-publication": ((1, 2), [said("author", source="signed"), said("courier")]),
    "publication-as-author": ((1, 1), [said("author", source="unsigned"), said("courier")]),
    "authors-of-two-sources": (
        (2, 2),
        [said("author"), said("author", source="signed")],
    ),
    "a-reprint": ((1, 1), [said("author", source="signed"), said("author", source="reprint")]),
    "reprint-of-a-reprint": (
        (1, 1),
        [said("author", source="third-hand"), said("author", source="reprint")],
    ),
    "reprints-of-each-other": (
        (1, 1),
        [said("author", source="ring-a"), said("author", source="ring-b")],
    ),
    "circular": ((1, 2), [said("bbc", "cnn"), said("cnn", "bbc")]),
    "circular-through-a-third": (
        (1, 3),
        [said("bbc", "cnn"), said("cnn", "times"), said("times", "bbc")],
    ),
    "one-who-says-it-and-cites-it": ((1, 2), [said("bbc"), said("bbc", "iran")]),
    "two-who-may-rest-on-a-third": (
        (1, 3),
        [said("x", "bbc"), said("y", "cnn"), said("bbc", "iran"), said("cnn", "iran")],
    ),
    "retracted": ((0, 0), [said("iran"), retracts("iran")]),
    "retracted-by-one-of-two": ((1, 1), [said("hamas", jointly="iran"), retracts("hamas")]),
    "retracted-by-the-root": ((0, 0), [said("bbc", "iran"), retracts("iran")]),
    "retracted-by-who-told-it": ((0, 0), [said("bbc", "iran"), retracts("bbc")]),
    "retracted-by-the-author-under-his-name": (
        (0, 0),
        [
            said("author", source="unsigned"),
            retracts("courier"),
        ],
    ),
}


@pytest.mark.parametrize(("range_", "attributions"), COUNTED.values(), ids=COUNTED)
def test_each_on_whose_word_it_rests_counts_once(
    range_: tuple[int, int], attributions: list[Attribution]
) -> None:
    found = of(*attributions)
    assert (found.low, found.high) == range_


REASONS: dict[str, tuple[str, list[Attribution]]] = {
    "retracted": ('"iran" retracted it', [said("iran"), retracts("iran")]),
    "relied": ('"bbc" relied on "iran"', [said("bbc", "cnn iran")]),
    "joint": ('"hamas" and "iran" spoke jointly: one root', [said("hamas", jointly="iran")]),
    "author": ('the author of "unsigned" is "courier"', [said("author", source="unsigned")]),
    "anonymous": (
        '"anon" is anonymous and may be any of the others',
        [said("anon"), said("iran")],
    ),
    "part": ('"mossad" is part of "israel"', [said("mossad"), said("israel")]),
    "unknown": ("no source says who said it: at most one root", [said("unknown")]),
    "unknown-beside-another": (
        "an unknown speaker is never counted as another",
        [said("unknown"), said("iran")],
    ),
}


@pytest.mark.parametrize(("reason", "attributions"), REASONS.values(), ids=REASONS)
def test_what_keeps_a_voice_from_counting_is_told(
    reason: str, attributions: list[Attribution]
) -> None:
    assert reason in of(*attributions).reasons


def test_what_counts_for_certain_needs_no_reason() -> None:
    found = of(said("anon"), said("author"))
    assert of(said("iran"), said("hamas"), said("author")).reasons == ()
    assert found.reasons == ('"anon" is anonymous and may be any of the others',)
    assert of(said("anon")).reasons == ()


def test_the_evidence_is_kept() -> None:
    cited, joint, unknown = said("bbc", "iran"), said("hamas", jointly="iran"), said("unknown")
    found = of(cited, joint, unknown)
    (root,) = found.roots
    assert root.voices == (("iran",),)
    assert set(root.attributions) == {cited, joint}
    assert found.unknown == (unknown,)


def test_a_range_is_told_in_words() -> None:
    assert str(of(said("iran"))) == "1"
    assert str(of(said("anon"), said("iran"))) == "1 to 2"


# --- laws

NAMES = ("iran", "hamas", "anon", "other-anon", "apart", "mossad", "israel", "zoe", "courier")
SOURCES = ("signed", "unsigned", "bare", "reprint", "third-hand", "ring-a", "ring-b", "gone")
SPEAKERS = st.sampled_from((*NAMES, "author", "unknown"))
Made: TypeAlias = tuple[Attribution, ...]


@st.composite
def attributions(draw: st.DrawFn) -> Made:
    drawn = st.builds(
        Attribution,
        speaker=SPEAKERS,
        jointly=st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple),
        stance=st.sampled_from(("asserts", "asserts", "asserts", *STANCES)),
        citing=st.lists(SPEAKERS.map(lambda name: Relay(speaker=name)), max_size=2).map(tuple),
        source=st.sampled_from(SOURCES),
    )
    return tuple(draw(st.lists(drawn, max_size=6)))


MADE = attributions()


@given(MADE)
def test_the_range_is_one_and_no_more_than_the_assertions(made: Made) -> None:
    found = of(*made)
    asserted = sum(item.stance == "asserts" for item in made)
    assert 0 <= found.low <= found.high <= asserted
    assert len(found.roots) <= found.high
    assert bool(found.low) == bool(found.roots)


@given(MADE, st.data())
def test_the_order_of_attributions_does_not_matter(made: Made, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(made))
    first, second = of(*made), of(*shuffled)
    assert (first.low, first.high) == (second.low, second.high)
    assert [root.voices for root in first.roots] == [root.voices for root in second.roots]


#: Speakers of whom nothing is recorded, so that any of them may be called as any other.
JOINT = st.lists(
    st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=3, unique=True), max_size=8
)


@given(JOINT, st.permutations("abcdefgh"))
def test_what_speakers_are_called_does_not_matter(sets: list[list[str]], names: list[str]) -> None:
    called = dict(zip("abcdefgh", names, strict=True))
    again = [[called[name] for name in some] for some in sets]
    first, second = (
        of(*(said(some[0], jointly=" ".join(some[1:])) for some in each)) for each in (sets, again)
    )
    assert (first.low, first.high) == (second.low, second.high)


@given(MADE, st.sampled_from(("israel", "services")))
def test_a_whole_that_speaks_as_well_takes_no_part_away(made: Made, whole: str) -> None:
    spoken = {name for item in made for name in (item.speaker, *item.jointly)}
    spoken |= {relay.speaker for item in made for relay in item.citing}
    if not spoken & {whole, "anon", "other-anon", "apart"}:
        assert of(*made, said(whole)).low >= of(*made).low


@given(MADE, st.sampled_from(SOURCES))
def test_one_more_unknown_speaker_adds_no_root(made: Made, source: str) -> None:
    before, after = of(*made), of(*made, said("unknown", source=source))
    assert after.low == before.low
    assert after.high == max(before.high, 1)


@given(MADE.filter(bool), st.data(), st.sampled_from(["reprint", "third-hand"]))
def test_a_reprint_adds_no_root(made: Made, data: st.DataObject, source: str) -> None:
    signed = tuple(attrs.evolve(item, source="signed") for item in made)
    again = attrs.evolve(data.draw(st.sampled_from(signed)), source=source)
    before, after = of(*signed), of(*signed, again)
    assert (after.low, after.high) == (before.low, before.high)


@given(MADE.filter(bool), st.data(), st.sampled_from(NAMES))
def test_a_joint_speaker_adds_no_root(made: Made, data: st.DataObject, name: str) -> None:
    index = data.draw(st.integers(0, len(made) - 1))
    item = made[index]
    if item not in [one for root in of(*made).roots for one in root.attributions]:
        return
    joint = attrs.evolve(item, jointly=tuple({*item.jointly, name} - {item.speaker}))
    before, after = of(*made), of(*made[:index], joint, *made[index + 1 :])
    assert after.low <= before.low


@given(parts(Version), st.lists(records(), max_size=4))
def test_any_version_has_a_count(version: Version, some: list[object]) -> None:
    kept = [item for item in some if isinstance(item, Speaker | Source)]
    found = independent_roots(version, Records.of(kept))
    assert 0 <= found.low <= found.high <= len(version.attributions)
