"""What the canonical layout makes of one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from claimtrack.cli.targets import shown
from claimtrack.corpus.atomic import write_file
from claimtrack.corpus.files import FileError, digest_of, read_file
from claimtrack.corpus.loading import findings_of
from claimtrack.findings import Finding
from claimtrack.text.decode import decode
from claimtrack.text.format import FormatterBug
from claimtrack.text.format import format as formatted
from claimtrack.text.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.cli.members import Member
    from claimtrack.findings import Fault


@frozen(kw_only=True)
class Outcome:
    """What formatting one file came to."""

    #: The name under which it is told.
    filename: str
    before: str = ""
    after: str = ""
    #: Why it could not be read as YAML.
    findings: tuple[Finding, ...] = ()
    #: What went wrong besides, in one line.
    failure: str = ""
    written: bool = False

    @property
    def changes(self) -> bool:
        """Whether the canonical layout is another one."""
        return self.before != self.after

    @property
    def readable(self) -> bool:
        """Whether it could be laid out at all."""
        return not (self.findings or self.failure)


def laid_out(data: bytes, filename: str) -> Outcome:
    """Lay out the bytes of one file; never raises."""
    decoded = decode(data)
    if decoded.text is None or decoded.faults:
        return _faulty(filename, decoded.faults)
    try:
        done = formatted(decoded.text)
    except FormatterBug as bug:
        return Outcome(filename=filename, failure=f'"{filename}": {bug}')
    if done.faults:
        return _faulty(filename, done.faults)
    return Outcome(filename=filename, before=decoded.text, after=done.text)


def lay_out(member: Member, *, write: bool) -> Outcome:
    """Lay out a file and, where asked, write it; a file that cannot be used is told, not raised."""
    if member.fault is not None:
        return _faulty(member.filename, (member.fault,))
    try:
        data = read_file(member.root, member.path, limit=DEFAULT_LIMITS.size)
        outcome = laid_out(data, member.filename)
        if not write or not outcome.changes:
            return outcome
        after = outcome.after.encode()
        write_file(member.root, member.path, after, expected=digest_of(data))
    except FileError as error:
        # The user knows the file by another name than the corpus does.
        error.path = shown(member.root / error.path)
        return Outcome(filename=member.filename, failure=str(error))
    return attrs.evolve(outcome, written=True)


def _faulty(filename: str, faults: Iterable[Fault]) -> Outcome:
    return Outcome(filename=filename, findings=findings_of(filename, "", faults))
