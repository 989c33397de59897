"""A change takes away what a gate stands on: a manifest, or a baseline that the settings name.

Without its manifest a corpus is no corpus, and no later check finds anything in it; without its
baseline no later check runs at all. The first is answered by putting the manifest back, or, where
a corpus is given up on purpose, by a change before this one that ignores this rule in the settings,
for a reviewer to see; the second by a baseline, or by settings that name none. A corpus that moves
to another folder is followed, where one moves at a time. It is asked of a change only, with
`--since`.

Before:

    # claimtrack.yaml
    claimtrack: 1
    title: A small corpus on which the rules' examples stand
    language: en
    texts:
      - texts

Bad (with CTH107):

    # claimtrack.yaml
    claimtrack: 1
    title: A small corpus on which the rules' examples stand
    language: en
    texts:
      - texts
    check:
      baseline: never-written.json

Good:

    # claimtrack.yaml
    claimtrack: 1
    title: A small corpus with another title
    language: en
    texts:
      - texts
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.files import FileError
from claimtrack.corpus.folder import MANIFEST
from claimtrack.corpus.loading import findings_of
from claimtrack.findings import Fault, Kind, Severity
from claimtrack.quoting import quoted
from claimtrack.rules.base import Rule
from claimtrack.rules.baselines import InvalidBaseline, NoBaseline, read_baseline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.findings import Finding

KIND = Kind("CTH108", "removed-gate", Severity.ERROR)


def removed_manifest() -> Iterator[Finding]:
    """Yield what is wrong where a corpus has its manifest no more."""
    message = (
        "this change takes away the manifest, and with it the corpus: put it back, or ignore "
        f"{KIND.code} in its settings in a change before this one"
    )
    yield from findings_of(MANIFEST, "", (Fault(kind=KIND, message=message),))


def removed_baseline(before: Corpus, after: Corpus) -> Iterator[Finding]:
    """Yield what is wrong where the settings name a baseline that is not there, or not any more."""
    name = after.manifest.check.baseline if after.manifest.check else None
    if name is None or holds_baseline(after, name):
        return
    was = before.manifest.check.baseline if before.manifest.check else None
    if was == name and not holds_baseline(before, name):
        return
    message = (
        f"the settings name the baseline {quoted(name)}, and this change leaves none there: "
        "write it with `claimtrack check --write-baseline`, or take `baseline` out of the settings"
    )
    yield from findings_of(name, "", (Fault(kind=KIND, message=message),))


def holds_baseline(corpus: Corpus, name: str) -> bool:
    """Tell whether a state of a corpus has a baseline at a path."""
    try:
        read_baseline(corpus.origin, name)
    except (FileError, InvalidBaseline, NoBaseline):
        return False
    return True


RULE = Rule(kind=KIND, needs="change", explanation=__doc__ or "")
