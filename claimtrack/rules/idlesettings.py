"""The words of a manifest's settings that name rules or files, and have no effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.folder import MANIFEST
from claimtrack.corpus.loading import findings_of
from claimtrack.findings import Fault
from claimtrack.model.manifest import CheckSettings, SuppressionSettings
from claimtrack.quoting import quoted
from claimtrack.rules.brevity import first_ones
from claimtrack.rules.idle_setting import KIND
from claimtrack.rules.patterns import covers
from claimtrack.rules.registry import UnknownRule, rules_of
from claimtrack.text.limits import DEFAULT_LIMITS
from claimtrack.text.read import place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.findings import Finding, KeyPath


def idle_findings(corpus: Corpus) -> tuple[Finding, ...]:
    """Tell the settings of a corpus that have no effect, with the places in its manifest."""
    given = corpus.manifest.check or CheckSettings()
    of_comments = given.suppressions or SuppressionSettings()
    told = [
        *_of_patterns(given.per_path, corpus),
        *_of_severities(tuple(given.severity)),
        *_taken_away(("check", "select"), given.select, "ignore", given.ignore),
        *_taken_away(
            ("check", "suppressions", "allow"), of_comments.allow, "forbid", of_comments.forbid
        ),
    ]
    if not told:
        return ()
    data = corpus.origin.read(MANIFEST, limit=DEFAULT_LIMITS.size)
    faults = place(data, first_ones(told), kind="manifest", id="")
    return findings_of(MANIFEST, "", faults)


def _of_patterns(patterns: Iterable[str], corpus: Corpus) -> Iterator[Fault]:
    paths = {MANIFEST, *(file.found.path for file in corpus.files)}
    paths |= {finding.filename for finding in corpus.findings}
    for pattern in patterns:
        if any(covers(pattern, path) for path in paths):
            continue
        folder, _, rest = pattern.partition("/")
        nearer = folder == corpus.root.name and any(covers(rest, path) for path in paths)
        remedy = f"write {quoted(rest)}" if nearer else "mend it, or take it out"
        message = (
            f"no file of the corpus has a path like {quoted(pattern)}, which counts from the "
            f"folder of the manifest: {remedy}"
        )
        yield Fault(kind=KIND, message=message, keys=("check", "per_path", pattern), on_key=True)


def _of_severities(names: tuple[str, ...]) -> Iterator[Fault]:
    """Yield each word for the very rules of one that comes before it in the order of words."""
    first: dict[frozenset[str], str] = {}
    for name in sorted(names):
        codes = _codes(name)
        other = first.setdefault(codes, name)
        if codes and other != name:
            message = f"{quoted(name)} names the same rules as {quoted(other)}: leave one of them"
            yield Fault(kind=KIND, message=message, keys=("check", "severity", name), on_key=True)


def _taken_away(
    keys: KeyPath, names: Iterable[str], other: str, others: Collection[str]
) -> Iterator[Fault]:
    """Yield the words of a list all the rules of which another list takes away."""
    taken = frozenset[str]().union(*map(_codes, others))
    for index, name in enumerate(names):
        codes = _codes(name)
        if codes and codes <= taken:
            message = f"{quoted(name)} has no effect, as `{other}` names it too: leave one of them"
            yield Fault(kind=KIND, message=message, keys=(*keys, index))


def _codes(name: str) -> frozenset[str]:
    try:
        return frozenset(rule.kind.code for rule in rules_of(name))
    except UnknownRule:
        return frozenset()
