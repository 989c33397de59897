"""Two states of one record, near to each other or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, get_type_hints

import attrs
from hypothesis import strategies as st

from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Version
from claimtrack.model.records import Record, kind_of
from tests.strategies import parts, records, slugs

if TYPE_CHECKING:
    from collections.abc import Mapping


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Record, Record]:
    """A record, and what a few edits, or another hand altogether, made of it."""
    old = draw(records())
    other = draw(records(kind_of(old)))
    if not draw(st.integers(0, 9)):
        return old, other
    new = old
    for _ in range(draw(st.integers(1, 3))):
        new = draw(edited(new, other))
    return old, new


@st.composite
def edited(draw: st.DrawFn, record: Record, other: Record) -> Record:
    """A record after one small edit; what is new in it is another's."""
    if isinstance(record, Claim) and draw(st.integers(0, 3)):
        return draw(edited_claims(record))
    if not draw(st.integers(0, 9)):
        return attrs.evolve(record, id=other.id)
    names = [member.name for member in attrs.fields(type(record)) if member.name != "id"]
    name = draw(st.sampled_from([name for name in names if name not in {"answer", "versions"}]))
    old, new = getattr(record, name), getattr(other, name)
    if isinstance(old, tuple):
        new = draw(lists_between(old, new))
    return cast("Record", attrs.evolve(cast("Any", record), **{name: new}))


@st.composite
def lists_between(draw: st.DrawFn, old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    """Items of two lists in any order, some of them changed in one field."""
    some = draw(st.lists(st.sampled_from([*old, *new]), max_size=4)) if old or new else []
    return tuple(
        draw(changed(item)) if attrs.has(type(item)) and draw(st.booleans()) else item
        for item in some
    )


@st.composite
def changed(draw: st.DrawFn, part: Any) -> Any:
    """A part with one field as a new one has it."""
    cls: type = type(part)
    name = draw(st.sampled_from(sorted(get_type_hints(cls))))
    return attrs.evolve(part, **{name: getattr(draw(parts(cls)), name)})


@st.composite
def edited_claims(draw: st.DrawFn, claim: Claim) -> Claim:
    """A claim with a version or an attribution added, removed, renamed, changed or doubled."""
    name = draw(st.sampled_from(sorted(claim.versions)))
    version = claim.versions[name]
    said = version.attributions
    match draw(st.integers(0, 6)):
        case 0:
            return _with(claim, {name: attrs.evolve(version, attributions=draw(_said(version)))})
        case 1 if said:
            return _with(claim, {name: attrs.evolve(version, attributions=(*said, said[0]))})
        case 2:
            fresh = draw(changed(version))
            return _with(claim, {name: attrs.evolve(fresh, value=version.value)})
        case 3:
            return _with(claim, {draw(slugs): draw(parts(Version))})
        case 4 if len(claim.versions) > 1:
            return claim.without_version(name)
        case _:
            return draw(with_renamed_version(claim, name))


@st.composite
def with_renamed_version(draw: st.DrawFn, claim: Claim, name: str) -> Claim:
    """A claim with a version under another id, and what names it with it or not."""
    to = draw(slugs.filter(lambda slug: slug not in claim.versions))
    follow = draw(st.booleans())
    versions = {
        to if each == name else each: (
            attrs.evolve(version, broader=to) if follow and version.broader == name else version
        )
        for each, version in claim.versions.items()
    }
    return attrs.evolve(claim, versions=versions)


def _said(version: Version) -> st.SearchStrategy[tuple[Attribution, ...]]:
    return st.lists(parts(Attribution), max_size=2).flatmap(
        lambda fresh: lists_between(version.attributions, tuple(fresh))
    )


def _with(claim: Claim, versions: Mapping[str, Version]) -> Claim:
    return attrs.evolve(claim, versions={**claim.versions, **versions})
