"""Edits of claims, each with what it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import attrs
from attrs import frozen

from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Version
from claimtrack.model.dates import Date
from claimtrack.model.locators import Locator
from claimtrack.model.reviews import Assessment, Review

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

#: Fields of an attribution that hold any text.
FIELDS: dict[str, Callable[[Attribution, str], Attribution]] = {
    "note": lambda item, text: attrs.evolve(item, note=text),
    "capacity": lambda item, text: attrs.evolve(item, capacity=text),
    "printed_as": lambda item, text: attrs.evolve(item, printed_as=text),
    "cue": lambda item, text: attrs.evolve(item, cue=text),
    "quote": lambda item, text: attrs.evolve(item, quote=text),
}
#: What is one reading, and one site: of two sides, neither may change a part of it.
_READING = {"cue": "reading", "quote": "reading"}
Change: TypeAlias = Callable[[Claim], Claim]
#: What a change is about; changes of different sites never conflict, unless one is within another.
Site: TypeAlias = tuple[str, ...]


@frozen
class Edit:
    """A change of a claim and its site."""

    site: Site
    change: Change


def edited(claim: Claim, edits: Iterable[Edit]) -> Claim:
    for edit in edits:
        claim = edit.change(claim)
    return claim


def in_any_order(claim: Claim) -> Claim:
    """Put what people said of a claim in one order, whoever is merged first."""
    return attrs.evolve(
        claim,
        assessments=tuple(sorted(claim.assessments, key=repr)),
        reviews=tuple(sorted(claim.reviews, key=repr)),
    )


def overlap(one: Site, other: Site) -> bool:
    """Tell whether two sites are one, or one is within the other."""
    return one[: len(other)] == other[: len(one)]


WORDS = [
    "harbour",
    "ferry",
    "night",
    "witness",
    "report",
    "boat",
    "storm",
    "crew",
    "minister",
    "later",
    "twice",
    "coast",
]


def any_edit(claim: Claim, random: Random) -> Edit:
    """An edit as people make them: an attribution or a version more, a field changed, a word less."""
    name = random.choice(sorted(claim.versions))
    said = claim.versions[name].attributions
    text = " ".join(random.choices(WORDS, k=random.randint(2, 12))).capitalize() + "."
    new = random.choice(WORDS) + "-" + random.choice(WORDS)
    kinds: list[tuple[int, Callable[[], Edit]]] = [
        (8, lambda: with_attribution(name, new, random.randint(1, 40))),
        (4, lambda: with_version(new, text)),
        (6, lambda: with_field(name, random.choice(said), random.choice(sorted(FIELDS)), text)),
        (2, lambda: worded(name, text)),
        (1, lambda: asked(text)),
        (2, lambda: noted(text)),
        (1, lambda: tagged(new)),
        (1, lambda: reviewed(new, Date.parse(f"2024-08-{random.randint(1, 28):02}"))),
        (1 if len(said) > 1 else 0, lambda: removed(name, random.choice(said))),
    ]
    weights = [weight for weight, _ in kinds]
    return random.choices(kinds, weights)[0][1]()


def attribution(speaker: str, source: str, paragraph: int) -> Attribution:
    return Attribution(
        speaker=speaker,
        stance="asserts",
        source=source,
        at=Locator.parse(f"paragraph {paragraph}"),
        cue="said",
    )


def asked(question: str) -> Edit:
    return Edit(("question",), lambda claim: attrs.evolve(claim, question=question))


def noted(note: str | None) -> Edit:
    return Edit(("note",), lambda claim: attrs.evolve(claim, note=note))


def tagged(tag: str) -> Edit:
    return Edit(("tags", tag), lambda claim: attrs.evolve(claim, tags=[*{*claim.tags, tag}]))


def untagged(tag: str) -> Edit:
    return Edit(("tags", tag), lambda claim: attrs.evolve(claim, tags=[*{*claim.tags} - {tag}]))


def reviewed(by: str, date: Date) -> Edit:
    def change(claim: Claim) -> Claim:
        review = Review(by=by, date=date, digest=f"sha256:{'0' * 64}")
        return attrs.evolve(claim, reviews=(*claim.reviews, review))

    return Edit(("reviews", by, str(date)), change)


def assessed(by: str, date: Date, reason: str) -> Edit:
    def change(claim: Claim) -> Claim:
        assessment = Assessment(by=by, date=date, reason=reason)
        return attrs.evolve(claim, assessments=(*claim.assessments, assessment))

    return Edit(("assessments", by, str(date)), change)


def with_version(name: str, statement: str) -> Edit:
    version = Version(statement=statement, attributions=(attribution("nobody", "source", 1),))
    return Edit(("versions", name), lambda claim: claim.with_version(name, version))


def worded(name: str, statement: str) -> Edit:
    def change(claim: Claim) -> Claim:
        version = claim.versions[name]
        return claim.with_version(name, attrs.evolve(version, statement=statement))

    return Edit(("versions", name, "statement"), change)


def with_attribution(name: str, speaker: str, paragraph: int) -> Edit:
    new = attribution(speaker, "another", paragraph)
    site = ("versions", name, "attributions", *new.identity)
    return Edit(site, lambda claim: claim.with_attribution(name, new))


def with_field(name: str, item: Attribution, key: str, text: str) -> Edit:
    def change(claim: Claim) -> Claim:
        there = [one for one in claim.versions[name].attributions if one.identity == item.identity]
        return claim.with_attribution(name, FIELDS[key](there[0], text)) if there else claim

    return Edit(("versions", name, "attributions", *item.identity, _READING.get(key, key)), change)


def removed(name: str, item: Attribution) -> Edit:
    def change(claim: Claim) -> Claim:
        there = [one for one in claim.versions[name].attributions if one.identity == item.identity]
        return claim.without_attribution(name, item) if there else claim

    return Edit(("versions", name, "attributions", *item.identity), change)
