"""What tells a finding apart from all others, also after lines were added above it."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from claimtrack.cli.checked import Checked
from claimtrack.findings import Finding, pointer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@frozen
class Held:
    """What keeps a finding from counting: a comment in its record, or the baseline."""

    by: Literal["comment", "baseline"]
    reason: str


@frozen(kw_only=True)
class Marked:
    """A finding with the corpus that it is of and its fingerprint."""

    item: Checked
    finding: Finding
    fingerprint: str
    #: Why it counts for nothing; None where it counts.
    held: Held | None


def marked(checked: Sequence[Checked]) -> Iterator[Marked]:
    """Yield each finding, also one that counts for nothing, with a fingerprint of its own.

    It rests on the corpus, the file, the code, the message and the address of the node, in which
    the place of an attribution among its fellows does not count; never on a line. Those that would
    share one are numbered.
    """
    seen: Counter[str] = Counter()
    for item in checked:
        corpus = item.checkout.name(item.root)
        for finding, held in _told(item):
            base = "\0".join((corpus, *_identity(finding)))
            mark = _digest(f"{base}\0{seen[base]}")
            yield Marked(item=item, finding=finding, fingerprint=mark, held=held)
            seen[base] += 1


def _told(item: Checked) -> list[tuple[Finding, Held | None]]:
    """Return all findings in their order, so that suppressing one changes no other's number."""
    told: list[tuple[Finding, Held | None]] = [(one, None) for one in item.report.findings]
    told += [(one.finding, Held("comment", one.reason)) for one in item.report.suppressed]
    told += [(one, Held("baseline", "it was there before")) for one in item.report.baselined]
    return sorted(told, key=lambda pair: pair[0])


def _identity(finding: Finding) -> tuple[str, ...]:
    return (finding.code, finding.filename, finding.message, finding.address or _way(finding))


def _way(finding: Finding) -> str:
    """Return the way to a node of what could not be read, without its numbers."""
    return pointer("*" if isinstance(key, int) else key for key in finding.keys)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
