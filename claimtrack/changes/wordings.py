"""How a change at each key of the format is told: one table for every kind of part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen
class Wording:
    """What is said where something comes at a key, goes from it, or becomes another.

    `{new}` and `{old}` stand for what is there and what was, `{diff}` for a text as it became
    another, `{exact}` for whether a date or a figure says more or less than it did, `{version}` for
    the version that has the key. `{part}` stands for the part that has it, `{in}` for the same
    where it is only a place, `{outer}` for the place of that part, and `{said}` for the part
    without the name of who speaks.
    """

    add: str
    remove: str
    replace: str
    move: str = "{new} moved to another place in its list{in}"


def _given(noun: str, replace: str) -> Wording:
    return Wording(f"{noun} given{{in}}: {{new}}", f"{noun} removed{{in}}: {{old}}", replace)


def _text(noun: str) -> Wording:
    return _given(noun, f"{noun} reworded{{in}}: {{diff}}")


def _word(noun: str) -> Wording:
    return _given(noun, f"{noun}{{in}}: {{old}} → {{new}}")


def _extent(noun: str) -> Wording:
    return _given(noun, f"{noun}{{in}} went from {{old}} to {{new}}{{exact}}")


def _fact(noun: str) -> Wording:
    return _given(noun, f"{noun} corrected from {{old}} to {{new}}{{in}}")


def _member(noun: str) -> Wording:
    return Wording(
        f"{noun} added{{in}}: {{new}}",
        f"{noun} removed{{in}}: {{old}}",
        f"{noun} changed from {{old}} to {{new}}{{in}}",
        f"{noun} moved to another place in the list{{in}}: {{new}}",
    )


def _linked(now: str, no_longer: str) -> Wording:
    """Word a tie to something else, where `{}` stands for that."""
    return Wording(
        f"now {now.format('{new}')}{{in}}",
        f"no longer {no_longer.format('{old}')}{{in}}",
        f"{now.format('{new}')} instead of {{old}}{{in}}",
    )


def _chained(those: str) -> Wording:
    return Wording(
        f"{{new}} added to {those}{{in}}",
        f"{{old}} removed from {those}{{in}}",
        f"{{new}} put in the place of {{old}} among {those}{{in}}",
        f"{{new}} moved to another place among {those}{{in}}",
    )


_NAMED = {
    "aliases": _member("alias"),
    "same_as": _member("identifier elsewhere"),
    "part_of": _linked("part of {}", "part of {}"),
}
_ANY_RECORD = {
    "reviews": Wording(
        "review {new} recorded", "review {old} removed", "review {old} replaced by that {new}"
    ),
    "note": _text("note"),
}
_CLAIM = {
    "claim": _text("question"),
    "kind": _word("kind of claim"),
    "event": _fact("event"),
    "subjects": _member("subject"),
    "answer": _word("type of answer"),
    "unit": _text("unit"),
    "exclusive": Wording(
        "whether at most one version can be right: not said → {new}",
        "whether at most one version can be right: {old} → not said",
        "whether at most one version can be right: {old} → {new}",
    ),
    "tags": _member("tag"),
    "status": _word("status"),
    "versions": Wording(
        "version {version} added: {new}",
        "version {version} removed: {old}",
        "version {version} replaced: {new}",
        "version {old} renamed {new}",
    ),
    "related": Wording("now {new}", "no longer {old}", "{new}, which it did not before"),
    "assessments": Wording(
        "assessment recorded, {new}", "assessment removed, {old}", "assessment replaced, {new}"
    ),
}
_VERSION = {
    "statement": _text("statement"),
    "value": _extent("value"),
    "scope": _text("scope"),
    "relative_to": _linked("a figure relative to {}", "relative to {}"),
    "as_of": _extent("time for which it holds"),
    "horizon": _extent("horizon"),
    "condition": _text("condition"),
    "broader": _linked("a more exact form of {}", "a more exact form of {}"),
    "retired": Wording(
        "version {version} retired {new}",
        "version {version} no longer retired, as it was {old}",
        "version {version} retired otherwise: {new}",
    ),
    "attributions": Wording(
        "version {version} gained {new}",
        "version {version} lost {old}",
        "version {version} gained {new} for {old}",
    ),
    "note": _text("note"),
}
_ATTRIBUTION = {
    "speaker": _given("speaker", "speaker corrected from {old} to {new} in {said}"),
    "jointly": _member("joint speaker"),
    "stance": _given("stance", "stance corrected from {old} to {new} in {part}"),
    "act": _word("speech act"),
    "to": _member("addressee"),
    "among": _linked("told as one of {}", "told as one of {}"),
    "certainty": _word("certainty of the speaker"),
    "reported": _word("how the source tells it"),
    "form": _word("form of the utterance"),
    "said": Wording(
        "{part} dated {new}",
        "{part} no longer dated {old}",
        "date of {part} went from {old} to {new}{exact}",
    ),
    "as_of": _extent("time for which it holds"),
    "capacity": _text("capacity as printed"),
    "printed_as": _text("name as printed"),
    "citing": _chained("those relied on"),
    "via": _chained("those who carried it"),
    "source": _fact("source"),
    "at": _fact("place"),
    "cue": _text("cue"),
    "quote": _text("quote"),
    "credibility": _word("credibility of the information"),
    "id": _fact("id"),
    "note": _text("note"),
}
_SOURCE = {
    "source": _text("title"),
    "type": _word("type of source"),
    "authors": _member("author"),
    "publisher": _fact("publisher"),
    "published": _extent("date of publication"),
    "url": _fact("address"),
    "archived": _member("archived copy"),
    "retrieved": _extent("date of retrieval"),
    "language": _fact("language"),
    "text": _fact("text"),
    "derived_from": _linked("derived from {}", "derived from {}"),
    "passed_over": Wording(
        "passed over, {new}", "no longer passed over, {old}", "passed over, {new}, instead of {old}"
    ),
    "reliability": _word("reliability of the source"),
}
_SPEAKER = {
    "speaker": _text("name"),
    "kind": _word("kind of speaker"),
    "roles": _member("role"),
    "distinct_from": _linked("told apart from {}", "told apart from {}"),
}
_EVENT = {
    "event": _text("name"),
    "date": _extent("date"),
    "dated_by": _linked("dated by {}", "dated by {}"),
    "place": _text("place"),
}
#: By the name of a shape, then by key, what is told of a change there.
WORDINGS: Mapping[str, Mapping[str, Wording]] = {
    "claim": {**_ANY_RECORD, **_CLAIM},
    "source": {**_ANY_RECORD, **_SOURCE},
    "speaker": {**_ANY_RECORD, **_NAMED, **_SPEAKER},
    "event": {**_ANY_RECORD, **_NAMED, **_EVENT},
    "version": _VERSION,
    "attribution": _ATTRIBUTION,
    "relay": {
        "speaker": _given("speaker", "in the chain, {old} corrected to {new}{outer}"),
        "date": _extent("date"),
        "printed_as": _text("name as printed"),
    },
    "retirement": {
        "date": _extent("date of the retirement"),
        "reason": _text("reason for the retirement"),
    },
    "related claim": {
        "claim": _given("related claim", "related claim corrected from {old} to {new}"),
        "relation": _given("relation", "{part}: {old} → {new}"),
        "note": _text("note"),
    },
    "assessment": {
        "by": _given("assessor", "assessor corrected from {old} to {new} in {part}"),
        "date": _extent("date"),
        "version": _fact("version judged"),
        "verdict": _word("verdict"),
        "likelihood": _word("likelihood"),
        "confidence": _word("confidence"),
        "reason": _text("reason"),
    },
    "review": {
        "by": _fact("reviewer"),
        "date": _extent("date"),
        "digest": _given("digest", "{part} put to another state of the record: {old} → {new}"),
    },
    "text": {
        "file": _fact("file of the text"),
        "sha256": _given("digest of the text", "digest of the text: {old} → {new}"),
    },
    "archived copy": {
        "url": _given("address", "address of an archived copy corrected from {old} to {new}"),
        "date": _extent("date"),
    },
    "passed-over paragraph": {
        "at": _given("place", "what is passed over corrected from {old} to {new}"),
        "reason": _text("reason"),
    },
    "role": {
        "role": _given("role", "role reworded: {diff}"),
        "organization": _fact("organization"),
        "held": _extent("time for which it was held"),
        "source": _fact("source"),
    },
}
#: What is told of a key that is not in the table: none of the format's is missing from it.
OTHER = _word("a key that has no words yet")
