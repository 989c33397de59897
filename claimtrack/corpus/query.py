"""Which claims and which attributions answer a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypedDict, get_args

from attrs import frozen

from claimtrack.corpus.conflicts import UnknownWord
from claimtrack.corpus.index import taking_part, utterances_of
from claimtrack.model.attributions import STANCES, Stance
from claimtrack.model.claims import ClaimKind
from claimtrack.text.misfits import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.corpus.index import Utterance
    from claimtrack.model.claims import Claim


class Asked(TypedDict, total=False):
    """What may be asked of claims and attributions, each of them None where it is not."""

    kind: ClaimKind | None
    event: str | None
    tag: str | None
    speaker: str | None
    source: str | None
    stance: Stance | None


@frozen(kw_only=True)
class Query:
    """What is asked for; what is None is not asked."""

    kind: ClaimKind | None = None
    event: str | None = None
    tag: str | None = None
    #: Anyone who takes part: as speaker, jointly, relied on, or carrying.
    speaker: str | None = None
    source: str | None = None
    stance: Stance | None = None

    @classmethod
    def of(cls, asked: Asked) -> Self:
        """Make a question of what is asked.

        Raises `UnknownWord` for a kind or stance that there is not, and for anything else that
        cannot be asked.
        """
        for name in asked:
            if name not in Asked.__annotations__:
                near = suggestion(name, Asked.__annotations__)
                raise UnknownWord(name, "thing to ask", near)
        for name, word, words in (
            ("kind", asked.get("kind"), get_args(ClaimKind)),
            ("stance", asked.get("stance"), STANCES),
        ):
            if word is not None and word not in words:
                near = suggestion(str(word), words)
                raise UnknownWord(word, f"{name} of claims", near)
        return cls(**asked)

    def claims(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """Yield the claims that answer the question."""
        of_attributions = (self.speaker, self.source, self.stance) != (None, None, None)
        for claim in claims:
            if self._takes_claim(claim) and (not of_attributions or any(self.utterances([claim]))):
                yield claim

    def utterances(self, claims: Iterable[Claim]) -> Iterator[Utterance]:
        """Yield the attributions that answer the question, claim by claim."""
        for claim in claims:
            if self._takes_claim(claim):
                yield from (item for item in utterances_of(claim) if self._takes(item))

    def _takes_claim(self, claim: Claim) -> bool:
        return (
            self.kind in (None, claim.kind)
            and self.event in (None, claim.event)
            and (self.tag is None or self.tag in claim.tags)
        )

    def _takes(self, item: Utterance) -> bool:
        attribution = item.attribution
        return (
            (self.speaker is None or self.speaker in taking_part(attribution))
            and self.source in (None, attribution.source)
            and self.stance in (None, attribution.stance)
        )
