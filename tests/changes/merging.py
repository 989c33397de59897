"""Records edited on two sides, for the tests of merging."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import attrs
from attrs import frozen
from hypothesis import strategies as st

from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Version
from claimtrack.model.locators import Locator
from claimtrack.model.records import kind_of
from claimtrack.model.reviews import Assessment, Review
from claimtrack.text.convert import to_data
from claimtrack.text.format import write
from claimtrack.text.read import read
from tests.strategies import dates, records, slugs, texts

if TYPE_CHECKING:
    from claimtrack.model.dates import Date
    from claimtrack.model.records import Record

#: Fields of an attribution that hold any text.
FIELDS: dict[str, Callable[[Attribution, str], Attribution]] = {
    "note": lambda item, text: attrs.evolve(item, note=text),
    "capacity": lambda item, text: attrs.evolve(item, capacity=text),
    "printed_as": lambda item, text: attrs.evolve(item, printed_as=text),
    "cue": lambda item, text: attrs.evolve(item, cue=text),
}
Change: TypeAlias = Callable[[Claim], Claim]
#: What a change is about; changes of different sites never conflict.
Site: TypeAlias = tuple[str, ...]


@frozen
class Edit:
    """A change of a claim and its site."""

    site: Site
    change: Change


@frozen
class Forked:
    """A claim, and edits of it that each belong to one side."""

    base: Claim
    ours: tuple[Edit, ...]
    theirs: tuple[Edit, ...]

    def with_edits(self, *edits: Edit) -> Claim:
        claim = self.base
        for edit in edits:
            claim = edit.change(claim)
        return claim

    def texts(self) -> tuple[str, str, str]:
        claims = (self.base, self.with_edits(*self.ours), self.with_edits(*self.theirs))
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
    return attrs.evolve(
        claim,
        assessments=tuple(sorted(claim.assessments, key=repr)),
        reviews=tuple(sorted(claim.reviews, key=repr)),
    )


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
    """Tell whether another edit is of something that this one is within."""
    return any(
        other.site != edit.site and edit.site[: len(other.site)] == other.site for other in edits
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


def attribution(speaker: str, source: str, paragraph: int) -> Attribution:
    return Attribution(
        speaker=speaker,
        stance="asserts",
        source=source,
        at=Locator.parse(f"paragraph {paragraph}"),
        cue="said",
    )


def edits_of(claim: Claim) -> st.SearchStrategy[Edit]:
    name = st.sampled_from(sorted(claim.versions))
    return st.one_of(
        st.builds(_question, texts),
        st.builds(_note, st.one_of(st.none(), texts)),
        st.builds(_tag, slugs),
        st.builds(_untag, st.sampled_from(claim.tags)) if claim.tags else st.builds(_tag, slugs),
        st.builds(_review, slugs, dates),
        st.builds(_assess, slugs, dates, texts),
        st.builds(_add_version, slugs.map("new-".__add__), texts),
        st.builds(_statement, name, texts),
        st.builds(_add_attribution, name, slugs, st.integers(1, 50)),
        name.flatmap(lambda version: _edits_within(claim, version)),
    )


def _edits_within(claim: Claim, version: str) -> st.SearchStrategy[Edit]:
    item = st.sampled_from(claim.versions[version].attributions)
    field = st.sampled_from(sorted(FIELDS))
    return st.one_of(
        st.builds(_field, st.just(version), item, field, texts),
        st.builds(_remove, st.just(version), item),
    )


def _question(question: str) -> Edit:
    return Edit(("question",), lambda claim: attrs.evolve(claim, question=question))


def _note(note: str | None) -> Edit:
    return Edit(("note",), lambda claim: attrs.evolve(claim, note=note))


def _tag(tag: str) -> Edit:
    return Edit(("tags", tag), lambda claim: attrs.evolve(claim, tags=[*{*claim.tags, tag}]))


def _untag(tag: str) -> Edit:
    return Edit(("tags", tag), lambda claim: attrs.evolve(claim, tags=[*{*claim.tags} - {tag}]))


def _review(by: str, date: Date) -> Edit:
    def change(claim: Claim) -> Claim:
        review = Review(by=by, date=date, digest=f"sha256:{'0' * 64}")
        return attrs.evolve(claim, reviews=(*claim.reviews, review))

    return Edit(("reviews", by, str(date)), change)


def _assess(by: str, date: Date, reason: str) -> Edit:
    def change(claim: Claim) -> Claim:
        assessment = Assessment(by=by, date=date, reason=reason)
        return attrs.evolve(claim, assessments=(*claim.assessments, assessment))

    return Edit(("assessments", by, str(date)), change)


def _add_version(name: str, statement: str) -> Edit:
    version = Version(statement=statement, attributions=(attribution("nobody", "source", 1),))
    return Edit(("versions", name), lambda claim: claim.with_version(name, version))


def _statement(name: str, statement: str) -> Edit:
    def change(claim: Claim) -> Claim:
        version = claim.versions[name]
        return claim.with_version(name, attrs.evolve(version, statement=statement))

    return Edit(("versions", name, "statement"), change)


def _add_attribution(name: str, speaker: str, paragraph: int) -> Edit:
    new = attribution(speaker, "another", paragraph)
    site = ("versions", name, "attributions", *new.identity)
    return Edit(site, lambda claim: claim.with_attribution(name, new))


def _field(name: str, item: Attribution, key: str, text: str) -> Edit:
    def change(claim: Claim) -> Claim:
        there = [one for one in claim.versions[name].attributions if one.identity == item.identity]
        return claim.with_attribution(name, FIELDS[key](there[0], text)) if there else claim

    return Edit(("versions", name, "attributions", *item.identity, key), change)


def _remove(name: str, item: Attribution) -> Edit:
    def change(claim: Claim) -> Claim:
        there = [one for one in claim.versions[name].attributions if one.identity == item.identity]
        return claim.without_attribution(name, item) if there else claim

    return Edit(("versions", name, "attributions", *item.identity), change)
