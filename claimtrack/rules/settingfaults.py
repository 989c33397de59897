"""What is wrong with the settings of a corpus that only the rules themselves can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.folder import MANIFEST
from claimtrack.corpus.loading import findings_of
from claimtrack.findings import Fault
from claimtrack.model.manifest import CheckSettings, SuppressionSettings
from claimtrack.rules.brevity import first_ones
from claimtrack.rules.registry import UnknownRule, rules_of
from claimtrack.text.limits import DEFAULT_LIMITS
from claimtrack.text.misfits import FIXED_SEVERITY, UNKNOWN_RULE
from claimtrack.text.read import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.findings import Finding, KeyPath
    from claimtrack.model.manifest import Manifest


def setting_findings(corpus: Corpus) -> tuple[Finding, ...]:
    """Tell what is wrong with the settings of a corpus, with the places in its manifest."""
    faults = setting_faults(corpus.manifest)
    if not faults:
        return ()
    data = corpus.origin.read(MANIFEST, limit=DEFAULT_LIMITS.size)
    return findings_of(MANIFEST, "", place(data, faults, kind="manifest", id=""))


def setting_faults(manifest: Manifest) -> tuple[Fault, ...]:
    """Tell the words of a manifest's settings that name no rule, or none that they fit."""
    given = manifest.check or CheckSettings()
    suppressions = given.suppressions or SuppressionSettings()
    lists: dict[KeyPath, tuple[str, ...]] = {
        ("check", "select"): given.select,
        ("check", "ignore"): given.ignore,
        **{("check", "per_path", glob): names for glob, names in given.per_path.items()},
        ("check", "suppressions", "allow"): suppressions.allow,
        ("check", "suppressions", "forbid"): suppressions.forbid,
    }
    words = (fault for keys, names in lists.items() for fault in _of_list(keys, names))
    return first_ones(words) + first_ones(_of_severities(given.severity))


def _of_list(keys: KeyPath, names: Iterable[str]) -> Iterator[Fault]:
    for index, name in enumerate(names):
        message = _unknown(name)
        if message:
            yield Fault(kind=UNKNOWN_RULE, message=message, keys=(*keys, index))


def _of_severities(names: Iterable[str]) -> Iterator[Fault]:
    for name in names:
        keys = ("check", "severity", name)
        message = _unknown(name)
        if message:
            yield Fault(kind=UNKNOWN_RULE, message=message, keys=keys, on_key=True)
            continue
        rules = rules_of(name)
        if all(rule.is_of_reading for rule in rules):
            message = (
                f'"{name}" tells what could not be read, which is always an error: '
                "take it out of `severity`"
            )
            yield Fault(kind=FIXED_SEVERITY, message=message, keys=keys, on_key=True)


def _unknown(name: str) -> str:
    try:
        rules_of(name)
    except UnknownRule as error:
        return str(error)
    return ""
