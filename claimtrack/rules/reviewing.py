"""The statement that somebody has read records as they are now."""

from __future__ import annotations

import datetime as dt
from itertools import takewhile
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from claimtrack.corpus.index import key_of
from claimtrack.errors import ClaimtrackError
from claimtrack.findings import Severity
from claimtrack.model.claims import Claim
from claimtrack.model.dates import Date
from claimtrack.model.events import Event
from claimtrack.model.records import Record
from claimtrack.model.reviews import Review
from claimtrack.model.sources import Source
from claimtrack.model.speakers import Speaker
from claimtrack.quoting import quoted
from claimtrack.rules import stale_review
from claimtrack.rules.checking import check
from claimtrack.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.index import Key
    from claimtrack.findings import Finding
    from claimtrack.model.calendars import YearMonthDay
    from claimtrack.rules.selection import AnyPath

_MARK = '"'


class NoReviewer(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """Words that name nobody."""

    def __init__(self, by: str) -> None:
        self.by = by
        super().__init__(
            f"{quoted(by, mark=_MARK)} names nobody: write who has read the record, on one line"
        )


class NotSaved(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A record that is not as its file is."""

    def __init__(self, key: Key) -> None:
        self.key = key
        super().__init__(
            f'{key[0]} "{key[1]}" is not as its file is: save it first, and review what was saved'
        )


class NotReviewable(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """Records in which the check finds errors."""

    def __init__(self, errors: Iterable[Finding]) -> None:
        self.errors = tuple(errors)
        more = len(self.errors) - 1
        others = f" (and {more} more)" if more else ""
        super().__init__(
            "what holds errors is not reviewed; mend them first, or suppress them with a reason: "
            f"{self.errors[0]}{others}"
        )


class NotYet(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A date of a review that is still to come."""

    def __init__(self, date: Date) -> None:
        super().__init__(f'"{date}" is still to come: give the day on which it was read')


@frozen
class Reviewed:
    """A record, and the review that somebody gave it."""

    record: Record
    review: Review
    #: Whether it was written now; not where the same person had reviewed the same, and nobody
    #: another state since.
    is_new: bool


def review(
    corpus: Corpus,
    records: Record | Iterable[Record],
    *,
    by: str,
    date: Date | None = None,
    texts: AnyPath | Iterable[AnyPath] = (),
) -> tuple[Reviewed, ...]:
    """Write into records that somebody has read them as they are, today unless a date is given.

    `texts` adds folders with the texts of sources, as for `check`. All records are looked at before
    the first is written. Raises `NoReviewer`, `NotYet`, `NotSaved`, `NoSuchRecord`, `NotReviewable`
    for records in which the check finds errors other than a stale review, and as `Corpus.save`.
    """
    name = by.strip()
    if not any(map(str.isalnum, name)) or not name.isprintable():
        raise NoReviewer(by)
    given = (records,) if isinstance(records, _RECORDS) else tuple(records)
    for record in given:
        if corpus.get(*key_of(record)) != record:
            raise NotSaved(key_of(record))
    _require_sound(corpus, given, texts)
    when = date or Date.parse(_today().isoformat())
    if when.earliest and when.earliest > _last_day():
        raise NotYet(when)
    reviews = [Review(by=name, date=when, digest=digest(record)) for record in given]
    return tuple(_written(corpus, *each) for each in zip(given, reviews, strict=True))


_RECORDS = (Claim, Source, Speaker, Event)


def _require_sound(
    corpus: Corpus, records: Iterable[Record], texts: AnyPath | Iterable[AnyPath]
) -> None:
    keys = {key_of(record) for record in records}
    paths = [file.found.path for file in corpus.files if (file.found.kind, file.found.id) in keys]
    found = check(corpus, texts=texts, paths=paths).findings if paths else ()
    errors = [
        finding
        for finding in found
        if finding.severity is Severity.ERROR and finding.code != stale_review.KIND.code
    ]
    if errors:
        raise NotReviewable(errors)


def _written(corpus: Corpus, record: Record, new: Review) -> Reviewed:
    same = takewhile(lambda old: old.digest == new.digest, reversed(record.reviews))
    for old in same:
        if old.by == new.by:
            return Reviewed(record, old, is_new=False)
    saved = corpus.save(attrs.evolve(record, reviews=(*record.reviews, new)))
    return Reviewed(saved, new, is_new=True)


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def _last_day() -> YearMonthDay:
    """Return the last day that it can be anywhere on Earth."""
    day = _today() + dt.timedelta(days=1)
    return (day.year, day.month, day.day)
