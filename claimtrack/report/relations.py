"""What the versions of a claim are to each other, and the claim to others, in a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.analysis.comparison import comparisons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.analysis.comparison import Comparison
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.records import Records
    from claimtrack.model.claims import Claim, RelatedAs
    from claimtrack.model.relations import Relation

#: The relations worth a line; that two versions can stand beside each other is not.
_RELATIONS: dict[Relation, str] = {
    "contradicts": "contradicts",
    "tension": "is in tension with",
    "equal": "says the same as",
    "refines": "refines",
    "generalises": "generalises",
}
_RELATED: dict[RelatedAs, str] = {
    "supports": "supports",
    "contradicts": "contradicts",
    "depends-on": "depends on",
    "refines": "refines",
    "same-as": "is the same as",
}


def comparison_lines(
    claim: Claim, records: Records, *, version: str | None = None
) -> tuple[str, ...]:
    """Return one line for each two versions that bear on each other, with the reason.

    Where any two do so for one reason, one line says it of all. With a version, only its own.
    """
    everything = comparisons(claim, records, versions=tuple(claim.versions))
    found = [item for item in everything if version in (None, item.a, item.b)]
    told = [item for item in found if item.relation in _RELATIONS]
    alike = {(item.relation, item.reason) for item in told}
    relation, reason = next(iter(alike), (None, ""))
    if relation == "contradicts" and len(alike) == 1 and len(told) == len(found) > 1:
        all_of_them = "every two versions contradict each other"
        who = all_of_them if version is None else f'"{version}" contradicts every other version'
        return (f"{who}: {reason}",)
    return tuple(_compared(item) for item in told)


def related_lines(claim: Claim, corpus: Corpus) -> Iterator[str]:
    """Yield each claim that this one names as related, and each that names this one."""
    for related in claim.related:
        note = f" ({related.note})" if related.note else ""
        yield f"{_RELATED[related.relation]} {titled(related.claim, corpus)}{note}"
    for user in _users(claim, corpus):
        for related in user.related:
            if related.claim == claim.id:
                yield f"{user.id} {_RELATED[related.relation]} this: {user.question}"


def _compared(item: Comparison) -> str:
    return f'"{item.a}" {_RELATIONS[item.relation]} "{item.b}": {item.reason}'


def titled(claim: str, corpus: Corpus) -> str:
    """Return a claim's id with its question, where it is there."""
    record = corpus.claims.get(claim)
    return f"{claim}: {record.question}" if record else claim


def _users(claim: Claim, corpus: Corpus) -> Iterator[Claim]:
    uses = corpus.index.uses.get(("claim", claim.id), ())
    for kind, user in dict.fromkeys(use.by for use in uses):
        if kind == "claim" and user != claim.id:
            yield corpus.claims[user]
