"""What tells a finding apart from all others, also after lines were added above it."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.cli.checked import Checked
from claimtrack.findings import Finding, pointer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@frozen(kw_only=True)
class Marked:
    """A finding with the corpus that it is of and its fingerprint."""

    item: Checked
    finding: Finding
    fingerprint: str
    #: Why a comment in the record suppresses it; None where none does.
    suppressed: str | None


def marked(checked: Sequence[Checked]) -> Iterator[Marked]:
    """Yield each finding, also one that is suppressed, with a fingerprint that no other one has.

    It rests on the corpus, the file, the code, the message and the address of the node, in which
    the place of an attribution among its fellows does not count; never on a line. Those that would
    share one are numbered.
    """
    seen: Counter[str] = Counter()
    for item in checked:
        corpus = item.checkout.name(item.root)
        for finding, why in _told(item):
            base = "\0".join((corpus, *_identity(finding)))
            mark = _digest(f"{base}\0{seen[base]}")
            yield Marked(item=item, finding=finding, fingerprint=mark, suppressed=why)
            seen[base] += 1


def _told(item: Checked) -> list[tuple[Finding, str | None]]:
    """Return all findings in their order, so that suppressing one changes no other's number."""
    told: list[tuple[Finding, str | None]] = [(one, None) for one in item.report.findings]
    told += [(one.finding, one.reason) for one in item.report.suppressed]
    return sorted(told, key=lambda pair: pair[0])


def _identity(finding: Finding) -> tuple[str, ...]:
    return (finding.code, finding.filename, finding.message, finding.address or _way(finding))


def _way(finding: Finding) -> str:
    """Return the way to a node of what could not be read, without its numbers."""
    return pointer("*" if isinstance(key, int) else key for key in finding.keys)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
