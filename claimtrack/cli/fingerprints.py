"""What tells a finding apart from all others, also after lines were added above it."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from claimtrack.findings import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.cli.output import Checked
    from claimtrack.findings import Finding


def marked(checked: Sequence[Checked]) -> Iterator[tuple[Checked, Finding, str]]:
    """Yield each finding with the corpus it is of and a fingerprint that no other one has.

    It rests on the corpus, the file, the code, the message and the address of the node, in which
    the place of an attribution among its fellows does not count; never on a line. Those that would
    share one are numbered.
    """
    seen: Counter[str] = Counter()
    for item in checked:
        corpus = item.checkout.name(item.root)
        for finding in item.report.findings:
            base = "\0".join((corpus, *_identity(finding)))
            yield item, finding, _digest(f"{base}\0{seen[base]}")
            seen[base] += 1


def _identity(finding: Finding) -> tuple[str, ...]:
    return (finding.code, finding.filename, finding.message, finding.address or _way(finding))


def _way(finding: Finding) -> str:
    """Return the way to a node of what could not be read, without its numbers."""
    return pointer("*" if isinstance(key, int) else key for key in finding.keys)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
