"""The attributions that answered a question, to be asked further."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias, Unpack, overload

from attrs import field, frozen

from claimtrack.corpus.index import Utterance
from claimtrack.corpus.query import Asked, Query

if TYPE_CHECKING:
    from claimtrack.model.claims import Claim

#: Makes a question of what is asked, if all that it names is there.
Asks: TypeAlias = Callable[[Asked], Query]

#: How many are named where a result is shown.
_SHOWN: Final = 3


@frozen(repr=False)
class Attributions(Sequence[Utterance]):
    """Some attributions of a corpus, each with its claim and version, in the order of the claims.

    >>> import claimtrack
    >>> corpus = claimtrack.load("claims")
    >>> said = corpus.attributions(event="haniyeh-killing").where(stance="denies")
    >>> said.where(by="iran")
    <1 attribution: haniyeh-killing/method#bomb: hamas denies>
    """

    items: tuple[Utterance, ...]
    _asks: Asks = field(eq=False)

    def where(self, **asked: Unpack[Asked]) -> Attributions:
        """Return those that answer to more, as `Corpus.attributions` takes it; raises as it."""
        return Attributions(tuple(self._asks(asked).among(self.items)), self._asks)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that they stand in, each once."""
        return tuple({item.claim.id: item.claim for item in self.items}.values())

    def by_claim(self) -> Mapping[str, Attributions]:
        """Group them by the id of their claim."""
        return self._grouped((item.claim.id, item) for item in self.items)

    def by_version(self) -> Mapping[str, Attributions]:
        """Group them by the address of their version, as `haniyeh-killing/method#bomb`."""
        return self._grouped((f"{item.claim.id}#{item.version}", item) for item in self.items)

    def by_source(self) -> Mapping[str, Attributions]:
        """Group them by the source that they were read in."""
        return self._grouped((item.attribution.source, item) for item in self.items)

    def by_speaker(self) -> Mapping[str, Attributions]:
        """Group them by who says them; a joint statement stands with each who made it."""
        return self._grouped(
            (speaker, item)
            for item in self.items
            for speaker in (item.attribution.speaker, *item.attribution.jointly)
        )

    def _grouped(self, pairs: Iterable[tuple[str, Utterance]]) -> Mapping[str, Attributions]:
        groups: dict[str, list[Utterance]] = defaultdict(list)
        for key, item in pairs:
            groups[key].append(item)
        return {key: Attributions(tuple(groups[key]), self._asks) for key in sorted(groups)}

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Utterance]:
        return iter(self.items)

    @overload
    def __getitem__(self, index: int) -> Utterance: ...
    @overload
    def __getitem__(self, index: slice) -> Attributions: ...
    def __getitem__(self, index: int | slice) -> Utterance | Attributions:
        if isinstance(index, slice):
            return Attributions(self.items[index], self._asks)
        return self.items[index]

    def __repr__(self) -> str:
        number = len(self)
        shown = ", ".join(
            repr(item).removeprefix("<Utterance ")[:-1] for item in self.items[:_SHOWN]
        )
        more = f", … and {number - _SHOWN} more" if number > _SHOWN else ""
        return f"<{number} attribution{'s' * (number != 1)}{': ' * bool(number)}{shown}{more}>"
