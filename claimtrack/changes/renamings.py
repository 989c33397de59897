"""Which records and versions have another id, and what their references became by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar, cast

from attrs import evolve, field, frozen

from claimtrack.corpus.index import Key
from claimtrack.corpus.references import rewritten
from claimtrack.model.ids import SPEAKER_TOKENS, RecordKind, VersionRef

if TYPE_CHECKING:
    from claimtrack.findings import KeyPath
    from claimtrack.text.schema import Field, Shape

P = TypeVar("P")


@frozen
class Renamings:
    """The new ids of records and of versions, by the old ones."""

    #: The new id of each record that was renamed.
    records: Mapping[Key, str] = field(factory=dict)
    #: The new address of each version that was renamed; its claim may have another id as well.
    versions: Mapping[VersionRef, VersionRef] = field(factory=dict)
    #: The ids, before and after, of the claim whose parts are looked at.
    claim: tuple[str, str] = ("", "")
    #: The new id of each of its own versions that was renamed.
    own: Mapping[str, str] = field(factory=dict)

    def of_claim(self, old: str, new: str, *, own: Mapping[str, str]) -> Renamings:
        """Return these for the parts of a claim, of which some versions were renamed."""
        return evolve(self, claim=(old, new), own=own)

    def followed(self, part: P, item: Field) -> P:
        """Return a part with its references as they are after the renamings."""
        if item.shape is not None:
            return self.followed_within(part, item.shape)
        if isinstance(part, tuple):
            return cast("P", tuple(sorted(str(self._rewrite(one, item, ())) for one in part)))
        if isinstance(part, VersionRef) or item.form in {"id", "version"}:
            return cast("P", self._rewrite(cast("str | VersionRef", part), item, ()))
        return part

    def followed_within(self, part: P, shape: Shape) -> P:
        """Return a record, or a part of one shape, with its references after the renamings."""
        if not (self.records or self.versions or self.own):
            return part
        return cast("P", rewritten(part, shape, (), self._rewrite))

    def _rewrite(self, value: str | VersionRef, item: Field, _: KeyPath) -> str | VersionRef:
        if isinstance(value, VersionRef):
            return self._address(value)
        if item.form == "version":
            return self.own.get(value, value)
        if value in SPEAKER_TOKENS:
            return value
        return self._id(item.refers or "speaker", value)

    def _address(self, value: VersionRef) -> VersionRef:
        claim = self._id("claim", value.claim)
        if value.claim == self.claim[0]:
            return VersionRef(claim, self.own.get(value.version, value.version))
        return self.versions.get(value, VersionRef(claim, value.version))

    def _id(self, kind: RecordKind, value: str) -> str:
        if (kind, value) == ("claim", self.claim[0]):
            return self.claim[1]
        return self.records.get((kind, value), value)


#: Nothing was renamed.
NONE = Renamings()
