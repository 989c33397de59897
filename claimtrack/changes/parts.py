"""The parts of a record in words: what a sentence says of one that came, went or is meant."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from claimtrack.changes.names import joined
from claimtrack.changes.sentence import Piece, named
from claimtrack.model.attributions import Attribution, Relay, Stance
from claimtrack.model.claims import RelatedAs, RelatedClaim, Retirement, Version
from claimtrack.model.reviews import Assessment, Review
from claimtrack.model.sources import ArchivedCopy, PassedOver, SourceFile
from claimtrack.model.speakers import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.names import Names

#: A part that holds others.
Whole: TypeAlias = (
    Attribution
    | Relay
    | Version
    | Retirement
    | RelatedClaim
    | Assessment
    | Review
    | ArchivedCopy
    | PassedOver
    | SourceFile
    | Role
)

#: What each stance makes, with its article, and what is done to a version by it.
STANCES: dict[Stance, tuple[str, str, str]] = {
    "asserts": ("an", "assertion", "asserted by"),
    "denies": ("a", "denial", "denied by"),
    "questions": ("a", "doubt", "doubted by"),
    "declines": ("a", "refusal to say", "neither confirmed nor denied by"),
    "retracts": ("a", "retraction", "taken back by"),
}
RELATED: dict[RelatedAs, str] = {
    "supports": "supports",
    "contradicts": "contradicts",
    "depends-on": "depends on",
    "refines": "refines",
    "same-as": "is the same as",
}
#: The longest title that is given whole where a place is told, and how many names are.
_TITLE, _NAMES = 60, 3


def described(part: Whole, names: Names, *, source: str = "") -> Iterator[Piece | str]:
    """Yield what a part says, as far as a reviewer must know who has not seen it.

    `source` is the one whose author `author` is, where the part does not name it itself.
    """
    match part:
        case Attribution():
            article, what, _ = STANCES[part.stance]
            yield from (f"{article} {what} by ", named(names.who(part)))
            yield f" ({', '.join(_circumstances(part, names))})"
        case Relay():
            asides = [str(part.date or ""), part.printed_as and f"printed as “{part.printed_as}”"]
            yield named(names.speaker(part.speaker, source))
            yield _in_brackets(aside for aside in asides if aside)
        case Version():
            yield f"“{part.statement}”"
            yield _in_brackets(_voices(part, names))
        case Retirement():
            yield f"({part.date}): {part.reason}"
        case RelatedClaim():
            yield from (f"{RELATED[part.relation]} ", *claim_pieces(part.claim, names))
            yield f": {part.note}" if part.note else ""
        case _:
            yield from _described_on_a_record(part, names)


def _described_on_a_record(
    part: Assessment | Review | ArchivedCopy | PassedOver | SourceFile | Role, names: Names
) -> Iterator[Piece | str]:
    match part:
        case Assessment():
            yield from _judged(part)
        case Review():
            yield f"by {part.by} of {part.date}"
        case ArchivedCopy():
            yield f"{part.url} of {part.date}" if part.date else part.url
        case PassedOver():
            yield f"{part.at}: {part.reason}"
        case SourceFile():
            yield part.file
        case Role():
            yield f"“{part.role}”"
            if part.organization:
                yield from (" at ", named(names.speaker(part.organization)))
            yield f" ({part.held})" if part.held else ""


def meant(
    part: Whole, names: Names, *, nameless: bool = False, source: str = ""
) -> Iterator[Piece | str]:
    """Yield what is enough to know a part by; an attribution without its speaker if asked so.

    What a record or a version has only one of is known without. `source` is the one whose author
    `author` is, where the part does not name it itself.
    """
    match part:
        case Attribution():
            yield f"the {STANCES[part.stance][1]}"
            if not nameless:
                yield from (" by ", named(names.who(part)))
            yield f" ({place_of(part, names)})"
        case Relay():
            yield named(names.speaker(part.speaker, source))
        case RelatedClaim():
            yield from ("the relation to ", *claim_pieces(part.claim, names))
        case Assessment():
            yield f"the assessment by {part.by} of {part.date}"
        case Review():
            yield f"the review by {part.by} of {part.date}"
        case ArchivedCopy():
            yield f"the archived copy {part.url}"
        case PassedOver():
            yield f"the passage passed over, {part.at}"
        case Role():
            yield f"the role “{part.role}”"


def claim_pieces(claim: str, names: Names) -> Iterator[Piece | str]:
    """Yield a claim's question and id."""
    question = names.of("claim", claim)
    yield named(question)
    yield f" ({claim})" if question != claim else ""


def place_of(said: Attribution, names: Names) -> str:
    """Return the source of an attribution, a long title cut, and the place in it."""
    title = _short(names.of("source", said.source))
    return f"{title}, {said.at}" if said.at else title


def _short(title: str) -> str:
    """Cut a long title; a description keeps its closing bracket."""
    if len(title) <= _TITLE:
        return title
    closing = "]" if title.startswith("[") and title.endswith("]") else ""
    return f"{title[: _TITLE - 1 - len(closing)]}…{closing}"


def _circumstances(said: Attribution, names: Names) -> Iterator[str]:
    if said.said:
        yield f"said {said.said}"
    for relays, words in ((said.citing, "on the word of"), (said.via, "as told by")):
        if relays:
            chain = [names.speaker(relay.speaker, said.source) for relay in relays]
            yield f"{words} {joined(chain)}"
    yield f"in {place_of(said, names)}"


def _voices(version: Version, names: Names) -> Iterator[str]:
    for stance, group in groupby(version.attributions, lambda item: item.stance):
        who = list(dict.fromkeys(names.who(item) for item in group))
        rest = len(who) - _NAMES
        others = [f"{rest} other{'s' * (rest > 1)}"] if rest > 0 else []
        yield f"{STANCES[stance][2]} {joined([*who[:_NAMES], *others])}"


def _judged(item: Assessment) -> Iterator[Piece | str]:
    yield f"by {item.by} of {item.date}: "
    yield named(item.version) if item.version else "the question as a whole"
    terms = (item.verdict, item.likelihood, item.confidence and f"{item.confidence} confidence")
    yield "".join(f", {term.replace('-', ' ')}" for term in terms if term)
    yield f": {item.reason}"


def _in_brackets(asides: Iterator[str]) -> str:
    told = "; ".join(asides)
    return f" ({told})" if told else ""
