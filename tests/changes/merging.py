"""Records edited on two sides, for the tests of merging."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
from attrs import frozen
from hypothesis import strategies as st

from claimtrack.model.claims import Claim
from claimtrack.model.records import kind_of
from claimtrack.text.convert import to_data
from claimtrack.text.format import write
from claimtrack.text.read import read
from tests.changes.edits import (
    FIELDS,
    Edit,
    asked,
    assessed,
    attribution,
    edited,
    in_any_order,
    noted,
    overlap,
    removed,
    reviewed,
    tagged,
    untagged,
    with_attribution,
    with_field,
    with_version,
    worded,
)
from tests.strategies import dates, records, slugs, texts

if TYPE_CHECKING:
    from claimtrack.model.records import Record


@frozen
class Forked:
    """A claim, and edits of it that each belong to one side."""

    base: Claim
    ours: tuple[Edit, ...]
    theirs: tuple[Edit, ...]

    def texts(self) -> tuple[str, str, str]:
        claims = (self.base, edited(self.base, self.ours), edited(self.base, self.theirs))
        base, ours, theirs = map(text_of, claims)
        return base, ours, theirs


def text_of(record: Record) -> str:
    return write(to_data(record), kind_of(record))


def claim_of(text: str) -> Claim:
    """Read a claim, with the lists of what people said of it in one order."""
    document = read(text.encode(), kind="claim", id="a")
    assert not document.faults
    claim = document.record
    assert isinstance(claim, Claim)
    return in_any_order(claim)


def chosen(text: str, side: str) -> str:
    """Resolve every conflict of a text for one side, as an editor does."""
    ours, theirs = rf"{_OPENS}\n(?P<ours>.*?)", rf"{_PARTS}\n(?P<theirs>.*?){_CLOSES}\n"
    return re.sub(ours + theirs, lambda found: found[side], text, flags=re.DOTALL | re.MULTILINE)


_OPENS, _PARTS, _CLOSES = "^<<<<<<< ours", "^=======", "^>>>>>>> theirs"


@st.composite
def forks(draw: st.DrawFn, *, apart: bool) -> Forked:
    """A claim with edits; `apart` leaves each site to one side, or to both in the same way."""
    base = draw(claims())
    edits = draw(st.lists(st.deferred(lambda: edits_of(base)), max_size=6))
    if apart:
        edits = list({edit.site: edit for edit in edits}.values())
        edits = [edit for edit in edits if not _overshadowed(edit, edits)]
    sides = [
        draw(st.sampled_from(("ours", "theirs", "both") if apart else ("ours", "theirs")))
        for _ in edits
    ]
    ours, theirs = (
        tuple(edit for edit, at in zip(edits, sides, strict=True) if at in (side, "both"))
        for side in ("ours", "theirs")
    )
    return Forked(base, ours, theirs)


def _overshadowed(edit: Edit, edits: list[Edit]) -> bool:
    return any(
        len(other.site) < len(edit.site) and overlap(other.site, edit.site) for other in edits
    )


def claims() -> st.SearchStrategy[Claim]:
    """Claims that are right in themselves."""
    return records("claim").map(_sound)


def _sound(claim: Record) -> Claim:
    assert isinstance(claim, Claim)
    versions = {
        name: attrs.evolve(
            version,
            broader=None,
            relative_to=None,
            attributions=tuple(
                attrs.evolve(item, cue=item.cue or "said") for item in version.attributions
            )
            or (attribution("nobody", "source", 1),),
        )
        for name, version in claim.versions.items()
    }
    return attrs.evolve(claim, versions=versions, related=(), assessments=(), reviews=())


def edits_of(claim: Claim) -> st.SearchStrategy[Edit]:
    name = st.sampled_from(sorted(claim.versions))
    return st.one_of(
        st.builds(asked, texts),
        st.builds(noted, st.one_of(st.none(), texts)),
        st.builds(tagged, slugs),
        st.builds(untagged, st.sampled_from(claim.tags))
        if claim.tags
        else st.builds(tagged, slugs),
        st.builds(reviewed, slugs, dates),
        st.builds(assessed, slugs, dates, texts),
        st.builds(with_version, slugs.map("new-".__add__), texts),
        st.builds(worded, name, texts),
        st.builds(with_attribution, name, slugs, st.integers(1, 50)),
        name.flatmap(lambda version: _edits_within(claim, version)),
    )


def _edits_within(claim: Claim, version: str) -> st.SearchStrategy[Edit]:
    item = st.sampled_from(claim.versions[version].attributions)
    field = st.sampled_from(sorted(FIELDS))
    return st.one_of(
        st.builds(with_field, st.just(version), item, field, texts),
        st.builds(removed, st.just(version), item),
    )
