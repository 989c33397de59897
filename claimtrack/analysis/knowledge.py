"""What was known at a time: what had been said, published and recorded by then."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, field, frozen

from claimtrack.analysis.dating import published_when, said_when
from claimtrack.corpus.corpus import Corpus
from claimtrack.corpus.git import Repository
from claimtrack.corpus.history import corpus_at
from claimtrack.corpus.recordings import recorded_by
from claimtrack.corpus.results import Attributions
from claimtrack.errors import ClaimtrackError
from claimtrack.model.dates import Date, InvalidDate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from claimtrack.corpus.index import Utterance
    from claimtrack.model.attributions import Identity
    from claimtrack.model.claims import Claim
    from claimtrack.model.daterelations import Answer

    #: The ids of a claim and of its version, and the identity of an attribution in it.
    _Place: TypeAlias = tuple[str, str, Identity]


class NoTimeGiven(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A question for what was known at no time."""

    def __init__(self) -> None:
        super().__init__("known by when: give `said`, `published` or `recorded`")


class NoEndOfTime(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A date that is no one day, month, year or the like, by the end of which to know."""

    def __init__(self, date: Date) -> None:
        super().__init__(f'"{date}" does not end on one day: write a day, a month or a year')


@frozen(kw_only=True, repr=False)
class Known:
    """What of a corpus was known by a time, what may have been, and what was not."""

    #: The corpus that is asked, as it was recorded by then where that is asked.
    base: Corpus = field(repr=False)
    #: Up to the end of which dates something was said and published; None is not asked.
    said: Date | None
    published: Date | None
    #: What for certain had been said and published by then.
    certainly: Attributions
    #: What may have been, for all that the dates tell.
    possibly: Attributions
    #: What for certain had not.
    later: Attributions

    @property
    def corpus(self) -> Corpus:
        """The corpus with nothing in it but what was certainly known; see `view`."""
        return self.view()

    def view(self, *, possibly: bool = False) -> Corpus:
        """Return the corpus with nothing but what was certainly, or also possibly, known.

        Answers that nobody had given are not in it, nor questions without an answer, nor judgements
        (`assessments`) of a later time. Sources, speakers and events all are. It cannot be changed;
        `changes.corpora.diff_corpora` compares it with any other state.
        """
        cuts = [cut for cut in (self.said, self.published) if cut is not None]
        if not cuts:
            return self.base
        items = (*self.certainly, *(self.possibly if possibly else ()))
        kept = {(item.claim.id, item.version, item.attribution.identity) for item in items}
        narrowed = {claim.id: _narrowed(claim, kept, cuts) for claim in self.base.claims.values()}
        changed = {name: it for name, it in narrowed.items() if it != self.base.claims[name]}
        return self.base.with_claims(changed)

    def __repr__(self) -> str:
        counts = f"{len(self.certainly)} certainly, {len(self.possibly)} possibly"
        return f"<Known: {counts}, {len(self.later)} later>"


def as_of(
    corpus: Corpus,
    *,
    said: str | Date | None = None,
    published: str | Date | None = None,
    recorded: str | Date | None = None,
) -> Known:
    """Return what was known by the end of a date, by one clock or by several at once.

    - `said`: by when it was said; what bears no such date was said by the time at which a carrier
      or its source, if these are dated, passed it on.
    - `published`: by when its source was published, or else was fetched.
    - `recorded`: by when it came into the main branch of git, along first parents; what was not
      recorded by then is not there at all.

    A date that only may be so early makes something possibly known, and so does a missing one.
    Raises `InvalidDate`, `NoTimeGiven`, `NoEndOfTime`, and `GitError` for `recorded`.

    >>> import claimtrack
    >>> claimtrack.as_of(claimtrack.load("claims"), said="2024-07-25")
    <Known: 57 certainly, 902 possibly, 5 later>
    """
    if said is None and published is None and recorded is None:
        raise NoTimeGiven
    cuts = [None if date is None else _by_the_end(date) for date in (said, published, recorded)]
    base = corpus if cuts[2] is None else _recorded(corpus, cuts[2])
    answers: dict[Answer, list[Utterance]] = {True: [], None: [], False: []}
    everything = base.attributions()
    for item in everything:
        answers[_together(_answers(item, base, cuts))].append(item)
    certainly, possibly, later = (evolve(everything, items=tuple(it)) for it in answers.values())
    return Known(
        base=base,
        said=cuts[0],
        published=cuts[1],
        certainly=certainly,
        possibly=possibly,
        later=later,
    )


def _by_the_end(date: str | Date) -> Date:
    """Return all time up to the last day of a date, or to its inexact end where it is qualified."""
    given = Date.parse(str(date))
    if given.kind != "date" or given.latest is None:
        raise NoEndOfTime(given)
    prefix = "" if given.calendar == "gregorian" else f"{given.calendar}:"
    if not (given.is_uncertain or given.is_approximate):
        year, month, day = given.latest
        prefix, end = "", f"{year:04}-{month:02}-{day:02}"
    else:
        end = given.text.removeprefix(prefix)
    try:
        return Date.parse(f"{prefix}../{end}")
    except InvalidDate:
        raise NoEndOfTime(given) from None


def _recorded(corpus: Corpus, cut: Date) -> Corpus:
    repository = Repository.at(corpus.root)
    return corpus_at(repository, corpus.root, recorded_by(repository, cut))


def _answers(item: Utterance, corpus: Corpus, cuts: Iterable[Date | None]) -> Iterator[Answer]:
    by_said, by_published, _ = cuts
    if by_said is not None:
        yield _within(said_when(item, corpus), by_said)
    if by_published is not None:
        yield _within(published_when(item.attribution.source, corpus.sources), by_published)


def _within(date: Date | None, cut: Date) -> Answer:
    return date.within(cut) if date else None


def _together(answers: Iterator[Answer]) -> Answer:
    """Return whether all hold: no where one does not, not known where one is not known."""
    found = set(answers)
    if False in found:
        return False
    return None if None in found else True


def _narrowed(claim: Claim, kept: Collection[_Place], cuts: Iterable[Date]) -> Claim | None:
    """Return a claim with only some attributions; None where nothing is left of it."""
    said = {
        name: tuple(it for it in version.attributions if (claim.id, name, it.identity) in kept)
        for name, version in claim.versions.items()
    }
    versions = {
        name: evolve(version, attributions=said[name])
        for name, version in claim.versions.items()
        if said[name]
    }
    judged = tuple(it for it in claim.assessments if all(it.date.within(cut) for cut in cuts))
    return evolve(claim, versions=versions, assessments=judged) if versions else None
