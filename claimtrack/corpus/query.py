"""Which claims and which attributions answer a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, Self, TypeAlias, TypedDict, get_args

from attrs import frozen

from claimtrack.corpus.conflicts import UnknownWord
from claimtrack.corpus.index import Utterance, taking_part, utterances_of
from claimtrack.model.attributions import Act, Certainty, Form, Reported, Stance
from claimtrack.model.claims import Answer, Claim, ClaimKind, Status
from claimtrack.model.dates import Date
from claimtrack.text.misfits import suggestion
from claimtrack.text.quotes import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.model.ids import RecordKind


class Asked(TypedDict, total=False):
    """What may be asked of claims and attributions, each of them None where it is not."""

    #: Of the claim.
    claim: str | None
    kind: ClaimKind | None
    event: str | None
    tag: str | None
    answer: Answer | None
    status: Status | None
    subject: str | None
    #: Of the attribution. Anyone who takes part: as speaker, jointly, relied on, or carrying.
    speaker: str | None
    #: Who says it, alone or jointly.
    by: str | None
    #: Who is addressed.
    to: str | None
    #: Who is relied on.
    cited: str | None
    source: str | None
    stance: Stance | None
    act: Act | None
    certainty: Certainty | None
    reported: Reported | None
    form: Form | None
    #: When it was said, for certain: all of its date is `within` this one.
    said: str | Date | None
    #: When it may have been said: what bears no date may have been said at any time.
    possibly_said: str | Date | None
    #: Words that stand in the quote, the cue or the statement of the version.
    text: str | None


#: Whether a claim, or an attribution in it, answers to a word.
_OfClaim: TypeAlias = Callable[[Claim, str], bool]
_OfSaid: TypeAlias = Callable[[Utterance, str], bool]

_CLAIM: Final[Mapping[str, _OfClaim]] = {
    "claim": lambda claim, name: claim.id == name,
    "kind": lambda claim, word: claim.kind == word,
    "event": lambda claim, name: claim.event == name,
    "tag": lambda claim, slug: slug in claim.tags,
    "answer": lambda claim, word: claim.answer == word,
    "status": lambda claim, word: claim.status == word,
    "subject": lambda claim, name: name in claim.subjects,
}
_SAID: Final[Mapping[str, _OfSaid]] = {
    "speaker": lambda item, name: name in taking_part(item.attribution),
    "by": lambda item, name: name in (item.attribution.speaker, *item.attribution.jointly),
    "to": lambda item, name: name in item.attribution.to,
    "cited": lambda item, name: any(name == relay.speaker for relay in item.attribution.citing),
    "source": lambda item, name: item.attribution.source == name,
    "stance": lambda item, word: item.attribution.stance == word,
    "act": lambda item, word: item.attribution.act == word,
    "certainty": lambda item, word: item.attribution.certainty == word,
    "reported": lambda item, word: item.attribution.reported == word,
    "form": lambda item, word: item.attribution.form == word,
    "said": lambda item, date: _said_within(item, date) is True,
    "possibly_said": lambda item, date: _said_within(item, date) is not False,
    "text": lambda item, words: any(find(words.casefold(), text) for text in _texts(item)),
}
_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "kind": get_args(ClaimKind),
    "answer": get_args(Answer),
    "status": get_args(Status),
    "stance": get_args(Stance),
    "act": get_args(Act),
    "certainty": get_args(Certainty),
    "reported": get_args(Reported),
    "form": get_args(Form),
}
_DATES: Final = ("said", "possibly_said")
#: What kind of record the id is of that is asked for.
RECORDS_ASKED: Final[Mapping[str, RecordKind]] = {
    "claim": "claim",
    "event": "event",
    "subject": "speaker",
    "speaker": "speaker",
    "by": "speaker",
    "to": "speaker",
    "cited": "speaker",
    "source": "source",
}


@frozen
class Query:
    """What is asked for: of claims, and of one and the same attribution in them."""

    of_claims: Mapping[str, str]
    of_attributions: Mapping[str, str]

    @classmethod
    def of(cls, asked: Asked) -> Self:
        """Make a question of what is asked.

        Raises `UnknownWord` for a word that the vocabulary of its key does not have, and for
        anything else that cannot be asked, and `InvalidDate`.
        """
        given = {name: str(value) for name, value in asked.items() if value is not None}
        for name in asked:
            if name not in Asked.__annotations__:
                near = suggestion(name, Asked.__annotations__)
                raise UnknownWord(name, "thing to ask", near)
        for name, word in given.items():
            words = _WORDS.get(name)
            if words is not None and word not in words:
                raise UnknownWord(word, f"{name} of claims", suggestion(word, words))
            if name in _DATES:
                Date.parse(word)
        return cls(
            {name: word for name, word in given.items() if name in _CLAIM},
            {name: word for name, word in given.items() if name in _SAID},
        )

    def claims(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """Yield the claims that answer the question."""
        for claim in claims:
            if self._takes_claim(claim) and (
                not self.of_attributions or any(self.utterances([claim]))
            ):
                yield claim

    def utterances(self, claims: Iterable[Claim]) -> Iterator[Utterance]:
        """Yield the attributions that answer the question, claim by claim."""
        for claim in claims:
            if self._takes_claim(claim):
                yield from (item for item in utterances_of(claim) if self._takes(item))

    def among(self, items: Iterable[Utterance]) -> Iterator[Utterance]:
        """Yield those of some attributions that answer the question."""
        return (item for item in items if self._takes_claim(item.claim) and self._takes(item))

    def _takes_claim(self, claim: Claim) -> bool:
        return all(_CLAIM[key](claim, word) for key, word in self.of_claims.items())

    def _takes(self, item: Utterance) -> bool:
        return all(_SAID[key](item, word) for key, word in self.of_attributions.items())


def _said_within(item: Utterance, date: str) -> bool | None:
    said = item.attribution.said
    return said.within(Date.parse(date)) if said else None


def _texts(item: Utterance) -> Iterator[str]:
    said = item.attribution
    for text in (item.claim.versions[item.version].statement, said.quote, said.cue):
        if text:
            yield text.casefold()
