"""The ids of a corpus that a record may name, each with what a person calls it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Self

from attrs import frozen

from claimtrack.model.ids import RECORD_KINDS, RecordKind
from claimtrack.model.records import headline

if TYPE_CHECKING:
    from claimtrack.corpus.corpus import Corpus


@frozen(kw_only=True)
class Known:
    """What the records of a corpus may refer to."""

    #: The headline of each record by its id, empty where it could not be read; by kind.
    records: Mapping[RecordKind, Mapping[str, str]]
    #: The statement of each version by its address.
    versions: Mapping[str, str]
    #: The claims of which a part could not be read: they may have any version.
    open_claims: tuple[str, ...] = ()

    @classmethod
    def of(cls, corpus: Corpus) -> Self:
        """Take the ids of all files of a corpus, also of those that could not be read."""
        records: dict[RecordKind, dict[str, str]] = {kind: {} for kind in RECORD_KINDS}
        for file in sorted(corpus.files, key=lambda file: file.found.id):
            name = headline(file.record) if file.record else ""
            records[file.found.kind][file.found.id] = name
        versions = {
            f"{claim.id}#{name}": version.statement
            for claim in corpus.claims.values()
            for name, version in claim.versions.items()
        }
        unread = tuple(id for kind, id in corpus.unread if kind == "claim")  # noqa: A001 - the format's own word
        return cls(records=records, versions=versions, open_claims=unread)
