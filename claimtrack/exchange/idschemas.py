"""JSON Schema for what names a record: any id, or those of a corpus that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.exchange.emptiness import Schema, perhaps, ref
from claimtrack.exchange.known import Known
from claimtrack.exchange.patterns import SLUG
from claimtrack.exchange.scalarschemas import scalar_schema, typed_readings
from claimtrack.model.ids import AUTHOR, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.exchange.emptiness import Json
    from claimtrack.model.ids import RecordKind
    from claimtrack.text.schema import Form

#: What may be the `speaker` of an attribution and is no record.
_TOKENS = {AUTHOR: "the source's own voice", UNKNOWN: "somebody whom the source does not name"}


@frozen
class IdSchemas:
    """Schemas of what names a record; the lists of ids are defined once."""

    known: Known | None
    definitions: Schema

    def scalar(self, form: Form, refers: RecordKind | None, *, required: bool) -> Schema:
        """Return the schema of a scalar, which is one of the known ids where it is an id."""
        if self.known is None or form not in {"id", "reference"}:
            return scalar_schema(form, required=required)
        if form == "reference":
            return perhaps(self._reference(self.known), required=required)
        kind = refers or "speaker"
        if f"{kind}-id" not in self.definitions:
            self.definitions[f"{kind}-id"] = _names(self.known.records[kind], kind)
        return perhaps(ref(f"{kind}-id"), required=required)

    def voice(self) -> Schema:
        """Return the schema of the speaker of an attribution."""
        if self.known is None:
            return {**scalar_schema("id", required=True), "examples": [*_TOKENS]}
        if "voice" not in self.definitions:
            names = {**_TOKENS, **self.known.records["speaker"]}
            self.definitions["voice"] = _names(names, "speaker")
        return ref("voice")

    def _reference(self, known: Known) -> Schema:
        """Return the schema of a version's address: of a claim read in part it may be any."""
        if "version-reference" not in self.definitions:
            names = _names(known.versions, "version")
            unread: list[Json] = [
                {"type": "string", "pattern": f"^{claim}#{SLUG}$"} for claim in known.open_claims
            ]
            self.definitions["version-reference"] = {"anyOf": [names, *unread]} if unread else names
        return ref("version-reference")


def _names(names: Mapping[str, str], what: str) -> Schema:
    """Return the schema of one of some ids, each with the name that an editor shows beside it."""
    typed: list[Json] = [value for name in names for value in typed_readings(name)]
    described: list[Json] = [name or "(could not be read)" for name in names.values()]
    return {
        "enum": [*names, *typed],
        "enumDescriptions": described,
        "errorMessage": f"there is no {what} of that id in this corpus",
    }
