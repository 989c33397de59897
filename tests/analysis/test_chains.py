from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.chains import chains
from claimtrack.corpus.records import Records
from claimtrack.model.attributions import Attribution, Relay, Stance
from claimtrack.model.claims import Claim, Version
from claimtrack.model.sources import Source
from claimtrack.model.speakers import Speaker
from tests.strategies import records

CORPUS = Records.of(
    [
        Source(id="post", title="Post", publisher="the-post"),
        Source(id="reprint", title="Again", derived_from=("post",)),
        Source(id="third-hand", title="Again", derived_from=("reprint",)),
        Source(id="ring-a", title="Ring", derived_from=("ring-b",)),
        Source(id="ring-b", title="Ring", derived_from=("ring-a",)),
    ]
)


def said(
    speaker: str,
    source: str = "wire",
    *,
    citing: str = "",
    via: str = "",
    stance: Stance = "asserts",
) -> Attribution:
    return Attribution(
        speaker=speaker,
        stance=stance,
        citing=tuple(Relay(speaker=name) for name in citing.split()),
        via=tuple(Relay(speaker=name) for name in via.split()),
        source=source,
        cue=f"{speaker} {source}",
    )


def claim(*attributions: Attribution) -> Claim:
    version = Version(statement="So.", attributions=attributions)
    return Claim(id="q", question="What?", versions={"a": version})


def links(*attributions: Attribution) -> list[str]:
    return [str(link) for link in chains(claim(*attributions), "a", CORPUS).links]


LINKS: dict[str, tuple[list[Attribution], list[str]]] = {
    "plain": ([said("iran")], ['source "wire" prints "iran"']),
    "reliance": (
        [said("bbc", citing="cnn iran")],
        ['"bbc" cites "cnn"', '"cnn" cites "iran"', 'source "wire" prints "bbc"'],
    ),
    "carriers-from-the-speaker-on": (
        [said("iran", via="isna bbc")],
        ['"bbc" has it from "isna"', '"isna" has it from "iran"', 'source "wire" prints "bbc"'],
    ),
    "an-author-by-name": ([said("author", "post")], ['source "post" prints "the-post"']),
    "a-reprint": (
        [said("iran", "third-hand")],
        [
            'source "reprint" is derived from source "post"',
            'source "third-hand" prints "iran"',
            'source "third-hand" is derived from source "reprint"',
        ],
    ),
    "reprints-of-each-other": (
        [said("iran", "ring-a")],
        [
            'source "ring-a" prints "iran"',
            'source "ring-a" is derived from source "ring-b"',
            'source "ring-b" is derived from source "ring-a"',
        ],
    ),
    "two-who-are-not-named": (
        [said("unknown"), said("unknown", "post")],
        [
            'source "post" prints somebody who is not named',
            'source "wire" prints somebody who is not named',
        ],
    ),
    "who-denies": ([said("iran", stance="denies")], []),
    "who-took-it-back": ([said("iran"), said("iran", stance="retracts")], []),
}


@pytest.mark.parametrize(("items", "expected"), LINKS.values(), ids=LINKS)
def test_the_way_from_source_to_root_is_taken_link_by_link(
    items: list[Attribution], expected: list[str]
) -> None:
    assert links(*items) == expected


def test_a_link_that_two_attributions_show_is_told_once_with_both() -> None:
    first, second = said("bbc", citing="iran"), said("bbc", "post", citing="iran")
    found = chains(claim(first, second), "a", CORPUS)
    (cites,) = [link for link in found.links if link.kind == "cites"]
    assert {utterance.attribution for utterance in cites.evidence} == {first, second}


def test_two_who_are_not_named_are_never_one() -> None:
    found = chains(claim(said("unknown"), said("unknown", "post")), "a", CORPUS)
    assert len([node for node in found.nodes if node[0] == "unknown"]) == 2


CONFIRMED = {
    "by-nobody": ([], "nobody asserts it"),
    "by-one": ([said("iran")], "in 1 source, independent roots: 1"),
    "by-three-on-one-mans-word": (
        [said("iran"), said("bbc", "post", citing="iran"), said("cnn", "letter", citing="iran")],
        'in 3 sources, independent roots: 1; all of them rest on "iran"',
    ),
    "by-two": ([said("iran"), said("hamas", "post")], "in 2 sources, independent roots: 2"),
    "by-a-reprint": (
        [said("iran", "post"), said("iran", "reprint")],
        "in 1 source, independent roots: 1",
    ),
    "by-nobody-named": (
        [said("unknown"), said("unknown", "post")],
        "in 2 sources, independent roots: 0 to 1",
    ),
}


@pytest.mark.parametrize(("items", "expected"), CONFIRMED.values(), ids=CONFIRMED)
def test_sources_that_confirm_each_other_on_one_word_are_told_as_such(
    items: list[Attribution], expected: str
) -> None:
    assert chains(claim(*items), "a", CORPUS).confirmations == expected


def test_it_reads_as_a_line() -> None:
    found = chains(claim(said("iran")), "a", CORPUS)
    assert repr(found) == "<Chains of q#a: in 1 source, independent roots: 1>"
    assert repr(found.links) == '(<Link source "wire" prints "iran">,)'


@given(records("claim"), st.lists(records(), max_size=4))
def test_every_root_is_on_the_way_to_it(record: Claim, some: list[object]) -> None:
    corpus = Records.of([item for item in some if isinstance(item, Speaker | Source)])
    for name in record.versions:
        found = chains(record, name, corpus)
        for root in found.roots.roots:
            assert set(root.voices) <= set(found.nodes)
