"""What speakers, sources, events and claims are called, on either side of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.corpus.corpus import Corpus
from claimtrack.model.ids import AUTHOR
from claimtrack.model.records import headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model.attributions import Attribution
    from claimtrack.model.ids import RecordKind
    from claimtrack.model.records import Record


@frozen
class Names:
    """The names that the records of a corpus bear: after a change, else before it."""

    before: Corpus
    after: Corpus

    def speaker(self, speaker: str, source: str = "") -> str:
        """Return the name of a speaker, or the id where there is no such record."""
        side = self._side("source", source) if speaker == AUTHOR else self._side("speaker", speaker)
        return side.name_of(speaker, source)

    def who(self, attribution: Attribution) -> str:
        """Return the names of all who made a statement."""
        names = [self.speaker(attribution.speaker, attribution.source)]
        return joined([*names, *(self.speaker(other) for other in attribution.jointly)])

    def of(self, kind: RecordKind, name: str) -> str:
        """Return the headline of a record, or its id where there is no such record."""
        record = self._record(kind, name)
        return headline(record) if record else name

    def _side(self, kind: RecordKind, name: str) -> Corpus:
        return self.after if name in self.after.records.of_kind(kind) else self.before

    def _record(self, kind: RecordKind, name: str) -> Record | None:
        return self._side(kind, name).records.of_kind(kind).get(name)


def joined(names: Sequence[str]) -> str:
    """Return names as a list in words.

    >>> joined(["Iran", "Hamas", "Israel"])
    'Iran, Hamas and Israel'
    """
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
