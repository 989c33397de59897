"""The files of a folder to records; what is wrong with a file never hides another."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import attrs
from attrs import frozen

from claimtrack.corpus.files import FileError, TooLargeError, digest_of
from claimtrack.corpus.folder import MANIFEST, UNREADABLE, FoundFile
from claimtrack.corpus.origins import Disk, Origin
from claimtrack.findings import Fault, Finding, finding
from claimtrack.model.manifest import Manifest
from claimtrack.model.records import Record
from claimtrack.text.faults import TOO_LARGE
from claimtrack.text.limits import DEFAULT_LIMITS, InvalidLimits, Limits
from claimtrack.text.misfits import INVALID_COUNT
from claimtrack.text.read import place, read
from claimtrack.text.suppressions import Suppression, suppressions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@frozen(kw_only=True)
class LoadedFile:
    """One file of a record, as it was read."""

    found: FoundFile
    #: The digest of the bytes that were read, None where they could not be.
    digest: str | None
    #: The record without the parts at fault, None where nothing can stand without them.
    record: Record | None
    faults: tuple[Fault, ...] = ()
    #: The comments in it that are meant for the check.
    suppressions: tuple[Suppression, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the file, as findings."""
        return findings_of(self.found.path, self.found.id, self.faults)


@frozen(kw_only=True)
class Loaded:
    """A folder of records, as it was read."""

    #: Where it was read from.
    origin: Origin
    manifest: Manifest
    limits: Limits
    #: By path.
    files: tuple[LoadedFile, ...]
    #: What is wrong with the folder and its manifest.
    findings: tuple[Finding, ...]

    @property
    def root(self) -> Path:
        """The folder that holds the manifest."""
        return self.origin.root


def load_folder(root: Path) -> Loaded:
    """Read the manifest and every record below a root; never raises for bad files."""
    return load_from(Disk(root))


def load_from(origin: Origin, before: Loaded | None = None) -> Loaded:
    """Read the manifest and every record of an origin; never raises for bad files.

    A file that is in `before` with the same bytes is not read again.
    """
    manifest, limits, findings = _load_manifest(origin)
    scanned = origin.scan(manifest.texts)
    told = [item for path, fault in scanned.faults for item in findings_of(path, "", (fault,))]
    shared = before if before is not None and before.limits == limits else None
    known = {file.found.path: file for file in shared.files} if shared else {}
    same = origin.unchanged_since(shared.origin) if shared else frozenset()
    return Loaded(
        origin=origin,
        manifest=manifest,
        limits=limits,
        files=tuple(
            known[found.path]
            if found.path in same and found.path in known
            else load_file(origin, found, limits, known.get(found.path))
            for found in scanned.files
        ),
        findings=tuple(sorted([*findings, *told])),
    )


def load_file(
    origin: Origin, found: FoundFile, limits: Limits, known: LoadedFile | None = None
) -> LoadedFile:
    """Read one record's file; never raises for a bad one.

    Where the bytes are those of a `known` file, that is returned.
    """
    try:
        data = origin.read(found.path, limit=limits.size)
    except FileError as error:
        return LoadedFile(found=found, digest=None, record=None, faults=(_fault_of(error),))
    digest = digest_of(data)
    if known is not None and known.digest == digest:
        return known
    document = read(data, kind=found.kind, id=found.id, limits=limits)
    record = cast("Record | None", document.record)
    return LoadedFile(
        found=found,
        digest=digest,
        record=record,
        faults=document.faults,
        suppressions=suppressions(data),
    )


def findings_of(path: str, id: str, faults: Iterable[Fault]) -> tuple[Finding, ...]:  # noqa: A002 - the format's own word
    """Give the faults of one file their file; those without a place stand at its beginning."""
    return tuple(finding(fault, filename=path, id=id) for fault in faults)


def placed_findings(
    origin: Origin, found: FoundFile, faults: tuple[Fault, ...]
) -> tuple[Finding, ...]:
    """Look up where the faults of a record stand in its file, which is read again for it."""
    if not faults:
        return ()
    try:
        data = origin.read(found.path, limit=DEFAULT_LIMITS.size)
    except FileError:
        return findings_of(found.path, found.id, faults)
    there = place(data, faults, kind=found.kind, id=found.id)
    return findings_of(found.path, found.id, there)


def _fault_of(error: FileError) -> Fault:
    kind = TOO_LARGE if isinstance(error, TooLargeError) else UNREADABLE
    return Fault(kind=kind, message=str(error))


def _load_manifest(origin: Origin) -> tuple[Manifest, Limits, tuple[Finding, ...]]:
    fallback = Manifest(format="1")
    try:
        data = origin.read(MANIFEST, limit=DEFAULT_LIMITS.size)
    except FileError as error:
        return fallback, DEFAULT_LIMITS, findings_of(MANIFEST, "", (_fault_of(error),))
    document = read(data, kind="manifest", id="")
    manifest = cast("Manifest | None", document.record) or fallback
    faults = list(document.faults)
    limits = DEFAULT_LIMITS
    if manifest.limits is not None:
        try:
            limits = limits.lowered(**attrs.asdict(manifest.limits))
        except InvalidLimits as error:
            fault = Fault(kind=INVALID_COUNT, message=str(error), keys=("limits", error.name))
            faults += place(data, (fault,), kind="manifest", id="")
    return manifest, limits, findings_of(MANIFEST, "", faults)
