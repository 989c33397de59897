from __future__ import annotations

from typing import TYPE_CHECKING, cast

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimtrack.changes.applying import apply, inverse
from claimtrack.changes.differences import NotComparable, diff
from claimtrack.changes.renamings import Renamings
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Version
from claimtrack.model.sources import Source
from claimtrack.text.read import read
from tests.changes.pairs import pairs
from tests.strategies import parts, records

if TYPE_CHECKING:
    import random

    from claimtrack.changes.change import Change
    from claimtrack.model.records import Record


@given(pairs())
def test_what_differs_leads_from_one_record_to_the_other_and_back(
    pair: tuple[Record, Record],
) -> None:
    a, b = pair
    changes = diff(a, b)
    assert apply(a, changes) == b
    assert apply(b, inverse(changes)) == a


@given(records())
def test_a_record_does_not_differ_from_itself(record: Record) -> None:
    assert diff(record, record) == ()


@given(pairs(), st.randoms())
def test_changes_come_in_any_order(pair: tuple[Record, Record], chance: random.Random) -> None:
    a, b = pair
    changes = list(diff(a, b))
    chance.shuffle(changes)
    assert apply(a, changes) == b


@given(pairs())
def test_what_is_told_once_is_told_of_one_place(pair: tuple[Record, Record]) -> None:
    changes = diff(*pair)
    assert len({(change.op, change.path, change.was) for change in changes}) == len(changes)
    assert all(change.old != change.new or change.op == "move" for change in changes)


@st.composite
def one_field(draw: st.DrawFn) -> tuple[Claim, Claim, str]:
    """A claim, the same with one field of one attribution changed, and the field."""
    said = draw(
        st.lists(parts(Attribution), min_size=1, max_size=3, unique_by=lambda item: item.identity)
    )
    version = Version(statement="A bomb.", attributions=tuple(said))
    claim = Claim(id="method", question="How?", versions={"bomb": version})
    old = draw(st.sampled_from(said))
    field = draw(st.sampled_from(KEYS))
    new = attrs.evolve(old, **{field: getattr(draw(parts(Attribution)), field)})
    others = {each.identity for each in said if each is not old}
    assume(new != old and new.identity not in others)
    return claim, claim.with_attribution("bomb", new, instead_of=old), field


LISTS = ("jointly", "to", "citing", "via")
KEYS = [member.name for member in attrs.fields(Attribution) if member.name not in LISTS]


@given(one_field())
def test_one_changed_field_is_one_change(pair: tuple[Claim, Claim, str]) -> None:
    a, b, field = pair
    (change,) = diff(a, b)
    assert change.path[-1] == change.was[-1] == field


METHOD = """\
claim: What killed him?
subjects: [hamas, iran]
tags: [b, a]
versions:
  projectile:
    statement: A projectile.
    attributions:
      - {speaker: hamas, stance: asserts, source: story, cue: maintain}
  bomb:
    statement: A bomb
      planted months before.
    attributions:
      - speaker: times
        stance: asserts
        source: story
        cue: According to
      - speaker: hamas
        stance: denies
        source: story
        cue: Refuting
"""
AGAIN = """\
# The whole story.
claim: "What killed him?"
tags:
  - a # the first
  - b
versions:

  bomb:
    attributions:
      - speaker: hamas
        stance: "denies"
        source: story
        cue: Refuting
      # As printed.
      - {cue: According to, source: story, stance: asserts, speaker: times}
    statement: >-
      A bomb
      planted months before.
  projectile:
    attributions: [{speaker: hamas, stance: asserts, source: story, cue: maintain}]
    statement: A projectile.
status: draft
subjects: [iran, hamas]
"""


def test_another_layout_comments_and_another_order_are_no_change() -> None:
    assert diff(claim_of(METHOD), claim_of(AGAIN)) == ()


#: What is edited in the text of the claim, and what the change is: its kind, place and values.
EDITS = {
    "speaker-corrected": (
        ("speaker: times", "speaker: post"),
        ["replace /versions/bomb/attributions/0/speaker times -> post"],
    ),
    "source-corrected": (
        ("source: story\n        cue: Refuting", "source: other\n        cue: Refuting"),
        ["replace /versions/bomb/attributions/1/source story -> other"],
    ),
    "stance-corrected-and-dated": (
        ("stance: denies", "stance: questions\n        said: 2024"),
        [
            "replace /versions/bomb/attributions/1/stance denies -> questions",
            "add /versions/bomb/attributions/1/said None -> 2024",
        ],
    ),
    "place-given": (
        (
            "source: story\n        cue: Refuting",
            "source: story\n        at: page 3\n        cue: Refuting",
        ),
        ["add /versions/bomb/attributions/1/at None -> page 3"],
    ),
    "another-speaker-in-other-words": (
        (
            "speaker: times\n        stance: asserts\n        source: story\n        cue: According to",
            "speaker: post\n        stance: asserts\n        source: story\n        cue: as told to",
        ),
        [
            "remove /versions/bomb/attributions/0 times -> None",
            "add /versions/bomb/attributions/0 None -> post",
        ],
    ),
    "default-said": (("tags: [b, a]", "tags: [b, a]\nstatus: draft"), []),
    "accepted": (
        ("tags: [b, a]", "tags: [b, a]\nstatus: accepted"),
        ["replace /status draft -> accepted"],
    ),
    "tag-for-tag": (("[b, a]", "[c, a]"), ["remove /tags/1 b -> None", "add /tags/1 None -> c"]),
    "version-renamed": (("  bomb:", "  device:"), ["move /versions/device bomb -> device"]),
    "version-renamed-and-reworded": (
        (
            "  bomb:\n    statement: A bomb\n      planted",
            "  device:\n    statement: A device\n      planted",
        ),
        [
            "move /versions/device bomb -> device",
            "replace /versions/device/statement A bomb planted months before. -> A device planted months before.",
        ],
    ),
}


@pytest.mark.parametrize(("edit", "told"), EDITS.values(), ids=EDITS)
def test_an_edit_is_told_as_what_it_is(edit: tuple[str, str], told: list[str]) -> None:
    old, new = edit
    assert METHOD.count(old) == 1
    changes = diff(claim_of(METHOD), claim_of(METHOD.replace(old, new)))
    assert [shown(change) for change in changes] == told


def shown(change: Change) -> str:
    values = [getattr(value, "speaker", value) for value in (change.old, change.new)]
    return f"{change.op} {change.pointer} {values[0]} -> {values[1]}"


def test_what_follows_a_renamed_version_is_marked_so() -> None:
    a = claim_of(METHOD.replace("A projectile.\n", "A projectile.\n    broader: bomb\n"))
    versions = {
        "device": a.versions["bomb"],
        "projectile": attrs.evolve(a.versions["projectile"], broader="device"),
    }
    moved, followed = diff(a, attrs.evolve(a, versions=versions))
    assert (moved.op, moved.follows) == ("move", False)
    assert (followed.pointer, followed.follows) == ("/versions/projectile/broader", True)


def test_a_corpus_wide_renaming_is_followed_by_what_names_it() -> None:
    a = claim_of(METHOD)
    b = claim_of(METHOD.replace("hamas", "hamas-movement"))
    changes = diff(a, b, Renamings({("speaker", "hamas"): "hamas-movement"}))
    assert len(changes) == 3
    assert all(change.follows for change in changes)
    assert apply(a, changes) == b


CHAIN = ("a", "b", "c", "d")
CHAINS = {
    "one-for-another": (("a", "x", "c", "d"), ["replace b -> x"]),
    "one-more": (("a", "b", "x", "c", "d"), ["add None -> x"]),
    "one-less": (("a", "c", "d"), ["remove b -> None"]),
    "one-to-the-front": (("d", "a", "b", "c"), ["move d -> d"]),
    "turned-round": (("d", "c", "b", "a"), ["move a -> a", "move b -> b", "move c -> c"]),
}


@pytest.mark.parametrize(("chain", "told"), CHAINS.values(), ids=CHAINS)
def test_the_order_of_a_chain_is_part_of_what_it_says(
    chain: tuple[str, ...], told: list[str]
) -> None:
    a, b = (Source(id="s", title="T", authors=authors) for authors in (CHAIN, chain))
    changes = diff(a, b)
    assert sorted(f"{c.op} {c.old} -> {c.new}" for c in changes) == told
    assert apply(a, changes) == b


def test_records_of_two_kinds_are_not_compared() -> None:
    with pytest.raises(NotComparable, match=r"^a source and a claim cannot be compared"):
        diff(Source(id="s", title="T"), claim_of(METHOD))


def claim_of(text: str) -> Claim:
    document = read(text.encode(), kind="claim", id="method")
    assert not document.faults
    return cast("Claim", document.record)
