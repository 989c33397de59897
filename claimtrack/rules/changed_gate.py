"""A change sets its own gate: what a check asks, weighs, passes over or finds texts by.

With `--since` a change is judged by the settings and the baseline from before it, texts are looked
for in the folders from before it as well, and no comment that it brings passes over a rule on
changes (`CTH`), so it cannot loosen what it must pass; but once it is merged, what it sets holds
for all that follows. That is for a reviewer to see, and so is every comment by which it suppresses
a finding: the rule asks for agreement, and is satisfied by the merge. It is asked of a change only,
with `--since`.

Before:

    # claimtrack.yaml
    claimtrack: 1
    title: A small corpus on which the rules' examples stand
    language: en
    texts:
      - texts
    check:
      fail_on: warning

Bad:

    # claimtrack.yaml
    claimtrack: 1
    title: A small corpus on which the rules' examples stand
    language: en
    texts:
      - texts

Good:

    # claimtrack.yaml
    claimtrack: 1
    title: A small corpus with another title
    language: en
    texts:
      - texts
    check:
      fail_on: warning
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.corpus.files import FileError
from claimtrack.corpus.folder import MANIFEST
from claimtrack.corpus.loading import findings_of
from claimtrack.findings import Fault, Kind, Severity
from claimtrack.model.manifest import CheckSettings
from claimtrack.quoting import quoted
from claimtrack.rules.base import Rule
from claimtrack.rules.baselines import MAX_BASELINE_SIZE
from claimtrack.rules.newcomments import brought
from claimtrack.rules.removed_gate import removed_baseline, removed_manifest
from claimtrack.text.limits import DEFAULT_LIMITS
from claimtrack.text.read import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.loading import LoadedFile
    from claimtrack.findings import Finding, KeyPath
    from claimtrack.model.manifest import Manifest

KIND = Kind("CTH107", "changed-gate", Severity.WARNING)


def gate_findings(before: Corpus, after: Corpus) -> Iterator[Finding]:
    """Yield what a change makes of the gate of a corpus; nothing where it had none."""
    if bytes_of(before, MANIFEST) is None:
        return
    data = bytes_of(after, MANIFEST)
    if data is None:
        yield from removed_manifest()
        return
    faults = tuple(_of_settings(before.manifest, after.manifest))
    if faults:
        yield from findings_of(MANIFEST, "", place(data, faults, kind="manifest", id=""))
    removed = tuple(removed_baseline(before, after))
    yield from removed or _of_baseline(before, after)
    there = {file.found.path: file for file in before.files}
    for file in after.files:
        faults = tuple(_of_comments(file, there.get(file.found.path)))
        yield from findings_of(file.found.path, file.found.id, faults)


#: How the codes of the rules on changes begin.
_OF_CHANGES = KIND.code[:3]
#: What can be done about it.
_AGREE = "have a reviewer agree, or take it out"


#: What is heeded of other keys than those of `check`.
_HEEDED = {
    "texts": "and until it is merged texts are looked for in the folders from before it as well",
    "limits": "by which files are read already",
}


def _of_settings(before: Manifest, after: Manifest) -> Iterator[Fault]:
    """Yield the keys of the settings that a change sets otherwise."""
    for name in ("texts", "limits"):
        if getattr(before, name) != getattr(after, name):
            yield _setting((name,), there=bool(getattr(after, name)), so=_HEEDED[name])
    usual = CheckSettings()
    old, new = before.check or usual, after.check or usual
    for item in attrs.fields(CheckSettings):
        if getattr(old, item.name) != getattr(new, item.name):
            there = getattr(new, item.name) != getattr(usual, item.name)
            yield _setting(("check", item.name), there=there)


def _setting(
    keys: KeyPath, *, there: bool, so: str = "which is not heeded before it is merged"
) -> Fault:
    name = ".".join(map(str, keys))
    message = f"this change {'sets' if there else 'takes away'} `{name}`, {so}: {_AGREE}"
    return Fault(kind=KIND, message=message, keys=keys if there else ())


def _of_baseline(before: Corpus, after: Corpus) -> Iterator[Finding]:
    """Yield that a baseline is another one now."""
    name = (before.manifest.check or CheckSettings()).baseline
    if name is not None and _baseline(before, name) != _baseline(after, name):
        message = f"this change has another baseline, which lets other findings pass: {_AGREE}"
        yield from findings_of(name, "", (Fault(kind=KIND, message=message),))


def _of_comments(file: LoadedFile, before: LoadedFile | None) -> Iterator[Fault]:
    """Yield the comments of a file that suppress findings and were not there before."""
    fresh = brought(file.suppressions, before.suppressions if before else ())
    for item in file.suppressions:
        if item not in fresh:
            continue
        names = ", ".join(map(quoted, item.rules)) or "a finding"
        judges = any(name.startswith(_OF_CHANGES) for name in item.rules)
        late = ", which the rules on changes do not heed before it is merged" if judges else ""
        message = f"this change suppresses {names} here{late}: {_AGREE}"
        yield Fault(kind=KIND, message=message, span=item.span)


def _baseline(corpus: Corpus, path: str) -> bytes | None:
    return bytes_of(corpus, path, limit=MAX_BASELINE_SIZE)


def bytes_of(corpus: Corpus, path: str, *, limit: int = DEFAULT_LIMITS.size) -> bytes | None:
    """Return the bytes of a file of a corpus, None where there is none that can be read."""
    try:
        return corpus.origin.read(path, limit=limit)
    except FileError:
        return None


RULE = Rule(kind=KIND, needs="change", explanation=__doc__ or "")
