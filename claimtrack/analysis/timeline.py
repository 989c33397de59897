"""What happened, was said, was published and was recorded, in order, each by its own clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from attrs import field, frozen

from claimtrack.analysis.dating import published_when, said_when
from claimtrack.analysis.links import reachable
from claimtrack.analysis.positions import positions
from claimtrack.corpus.conflicts import UnknownWord
from claimtrack.corpus.folder import record_path
from claimtrack.corpus.git import Repository
from claimtrack.corpus.index import Utterance, utterances_of
from claimtrack.corpus.recordings import Recording, recordings
from claimtrack.errors import ClaimtrackError
from claimtrack.model.dates import Date, EndState
from claimtrack.model.events import Event
from claimtrack.model.sources import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.model.calendars import YearMonthDay

#: By which clock a moment is told: of the world, of speakers, of sources, or of the corpus.
Clock: TypeAlias = Literal["happened", "said", "published", "recorded"]
CLOCKS: tuple[Clock, ...] = get_args(Clock)


class NotOneThing(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A timeline of nothing, or of several things at once."""

    def __init__(self, given: Sequence[str]) -> None:
        told = " and ".join(f"`{name}`" for name in given) or "none of them"
        super().__init__(f"a timeline is of one event, speaker or claim: {told} was given")


@frozen(kw_only=True, repr=False)
class Moment:
    """Something at its time by one clock."""

    clock: Clock
    #: When it was, as a span of days: a date of `2024-08` is one of some time in it.
    date: Date | None
    #: Whether the date is no more than a bound, as that of a publication is for what was said.
    bound: bool = False
    #: What it is: an event, an attribution, a source, or a commit that added or changed a claim.
    what: Event | Utterance | Source | Recording = field(repr=False)

    @property
    def earliest(self) -> YearMonthDay | None:
        """The first day that it can have been; None where that is open or not known."""
        return self.date.earliest if self.date else None

    @property
    def latest(self) -> YearMonthDay | None:
        """The last day that it can have been; None where that is open or not known."""
        return self.date.latest if self.date else None

    @property
    def ends(self) -> tuple[EndState, EndState]:
        """Whether the first and the last day are known, open or unknown."""
        return (self.date.start_state, self.date.end_state) if self.date else ("unknown", "unknown")

    def __repr__(self) -> str:
        when = f"{'at the latest ' if self.bound else ''}{self.date or 'undated'}"
        return f"<Moment, {self.clock} {when}: {self.what!r}>"


@frozen(kw_only=True, repr=False)
class Timeline:
    """Moments in order: by their first day, those that are only bounded by their last."""

    #: What it is of, in words, such as `event "haniyeh-killing"`.
    of: str
    moments: tuple[Moment, ...]

    @property
    def undated(self) -> tuple[Moment, ...]:
        """Those of which no clock tells anything; they come last."""
        return tuple(moment for moment in self.moments if moment.date is None)

    def by(self, clock: Clock) -> tuple[Moment, ...]:
        """Return the moments of one clock; raises `UnknownWord` for what is none."""
        if clock not in CLOCKS:
            raise UnknownWord(clock, "clock", f"; the clocks are {', '.join(CLOCKS)}")
        return tuple(moment for moment in self.moments if moment.clock == clock)

    def __iter__(self) -> Iterator[Moment]:
        return iter(self.moments)

    def __len__(self) -> int:
        return len(self.moments)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(self.by(clock))} {clock}" for clock in CLOCKS)
        return f"<Timeline of {self.of}: {counts}>"


def timeline(
    corpus: Corpus,
    *,
    event: str | None = None,
    speaker: str | None = None,
    claim: str | None = None,
    recorded: bool = False,
) -> Timeline:
    """Return what happened, was said and was published, of an event, a speaker or a claim.

    Of an event, with its parts: the claims about it and all that is said of them. Of a speaker:
    what it and its parts say, as `positions` has it. What is said without a date is bounded by its
    carriers and by the publication of its source, a publication by the day of retrieval. With
    `recorded`, also the commits of the main branch that changed these claims, for which git is
    asked. Raises `NoSuchRecord`, `NotOneThing` and `GitError`.

    >>> import claimtrack
    >>> claimtrack.timeline(claimtrack.load("claims"), claim="haniyeh-killing/method")
    <Timeline of claim "haniyeh-killing/method": 1 happened, 3 said, 1 published, 0 recorded>
    """
    asked = {"event": event, "speaker": speaker, "claim": claim}
    given = [name for name, value in asked.items() if value is not None]
    if len(given) != 1:
        raise NotOneThing(given)
    if event is not None:
        said, events = _of_event(event, corpus)
    elif speaker is not None:
        said = positions(speaker, corpus).utterances
        events = {item.claim.event for item in said}
    else:
        found = corpus.attributions(claim=claim)
        said, events = found.items, {corpus.claims[str(claim)].event}
    moments = [*_happened(events, corpus), *_said(said, corpus), *_published(said, corpus)]
    if recorded:
        claims = {item.claim.id for item in said} | ({claim} if claim else set())
        moments += _recorded(claims, corpus)
    return Timeline(
        of=f'{given[0]} "{asked[given[0]]}"', moments=tuple(sorted(moments, key=_place))
    )


def in_order(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Sort moments by their first day, what is only bounded by its last; the undated come last.

    It is the order of a listing: dates that overlap say nothing of what came first.
    """
    return tuple(sorted(moments, key=_place))


def _of_event(event: str, corpus: Corpus) -> tuple[tuple[Utterance, ...], set[str | None]]:
    corpus.get("event", event)

    def wholes(name: str) -> tuple[str, ...]:
        return corpus.events[name].part_of if name in corpus.events else ()

    events: set[str | None] = {it for it in corpus.events if event in reachable(it, wholes)}
    events.add(event)
    claims = (claim for claim in corpus.claims.values() if claim.event in events)
    return tuple(item for claim in claims for item in utterances_of(claim)), events


def _happened(events: Collection[str | None], corpus: Corpus) -> Iterator[Moment]:
    for event in corpus.events.values():
        if event.id in events:
            yield Moment(clock="happened", date=event.date, what=event)


def _said(items: Iterable[Utterance], corpus: Corpus) -> Iterator[Moment]:
    for item in items:
        when = said_when(item, corpus)
        bound = when is not None and item.attribution.said is None
        yield Moment(clock="said", date=when, bound=bound, what=item)


def _published(items: Iterable[Utterance], corpus: Corpus) -> Iterator[Moment]:
    for name in {item.attribution.source for item in items}:
        if name in corpus.sources:
            source, when = corpus.sources[name], published_when(name, corpus.sources)
            bound = when is not None and source.published is None
            yield Moment(clock="published", date=when, bound=bound, what=source)


def _recorded(claims: Iterable[str], corpus: Corpus) -> Iterator[Moment]:
    repository = Repository.at(corpus.root)
    paths = [record_path("claim", claim) for claim in sorted(claims)]
    for item in recordings(repository, corpus.root, paths):
        yield Moment(clock="recorded", date=item.date, what=item)


def _place(moment: Moment) -> tuple[object, ...]:
    first, last = moment.earliest, moment.latest
    day = first or last
    clock = CLOCKS.index(moment.clock)
    date = str(moment.date or "")
    return day is None, day or (), last or (), moment.bound, date, clock, _name(moment.what)


def _name(what: Event | Utterance | Source | Recording) -> tuple[str, ...]:
    if isinstance(what, Utterance):
        return (what.claim.id, what.version, *what.attribution.identity)
    return (what.id,)
