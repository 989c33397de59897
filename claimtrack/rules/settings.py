"""What a check asks, how much it weighs and what it lets pass: the gate that a corpus sets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Self, TypedDict

import attrs
from attrs import field, frozen

from claimtrack.corpus.files import FileError
from claimtrack.findings import Severity
from claimtrack.model.frozenmap import FrozenMap
from claimtrack.model.manifest import CheckSettings, SuppressionSettings
from claimtrack.rules.baselines import Baseline, InvalidBaseline, NoBaseline, read_baseline
from claimtrack.rules.patterns import covers
from claimtrack.rules.registry import RULES, UnknownRule, rules_of
from claimtrack.rules.selection import Selection

if TYPE_CHECKING:
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.findings import Finding
    from claimtrack.model.manifest import Manifest


class Narrowing(TypedDict, total=False):
    """The rules that a caller asks for, by code, by how codes begin, or by name."""

    select: str | Iterable[str]
    ignore: str | Iterable[str]


@frozen(kw_only=True)
class Settings:
    """The gate of a corpus; a check of a change is judged by that of the state before it."""

    selection: Selection = field(factory=lambda: Selection.of((), ()))
    #: Patterns of paths, each with the codes that are ignored there.
    per_path: tuple[tuple[str, frozenset[str]], ...] = ()
    #: How much the findings of a code weigh, where it is not what they weigh by themselves.
    severities: Mapping[str, Severity] = field(factory=lambda: FrozenMap({}))
    #: The least that fails a check.
    fail_on: Severity = Severity.ERROR
    #: The codes that no comment may suppress.
    forbidden: frozenset[str] = frozenset()
    #: The findings that were there before, and are not told.
    baseline: Baseline | None = None

    @classmethod
    def of(cls, manifest: Manifest, baseline: Baseline | None = None) -> Self:
        """Return the settings that a manifest holds; what names no rule is passed over.

        The baseline that it names is another file: `settings_of` reads it.
        """
        given = manifest.check or CheckSettings()
        ignored = _codes(given.ignore)
        return cls(
            selection=Selection((_codes(given.select) or _ALL) - ignored, ignored),
            per_path=tuple((glob, _codes(names)) for glob, names in given.per_path.items()),
            severities=_severities(given),
            fail_on=Severity(given.fail_on),
            forbidden=_forbidden(given.suppressions or SuppressionSettings()),
            baseline=baseline,
        )

    def narrowed(self, select: str | Iterable[str] = (), ignore: str | Iterable[str] = ()) -> Self:
        """Return the settings for a caller who asks for other rules.

        What is selected takes the place of what the settings select and ignore; what is only
        ignored is ignored as well. What is ignored at a path stays so. Raises `UnknownRule`.
        """
        asked = Selection.of(select, ignore)
        if not select:
            own = self.selection
            asked = Selection(own.codes - asked.ignored, own.ignored | asked.ignored)
        return attrs.evolve(self, selection=asked)

    @property
    def unasked(self) -> tuple[str, ...]:
        """The codes that are reported of no file, but for those of what could not be read."""
        return tuple(sorted(_ALL - OF_READING - self.selection.codes))

    def ignored_at(self, path: str) -> frozenset[str]:
        """Return the codes that are ignored in a file, by its path from the root."""
        here = (codes for pattern, codes in self.per_path if covers(pattern, path))
        return self.selection.ignored.union(*here)

    def wanted_at(self, path: str) -> frozenset[str]:
        """Return the codes that are reported of a file."""
        return self.selection.codes - self.ignored_at(path)

    def weighed(self, finding: Finding) -> Finding:
        """Return a finding with the weight that the settings give it."""
        severity = self.severities.get(finding.code, finding.severity)
        return attrs.evolve(finding, severity=severity)


def settings_of(corpus: Corpus) -> Settings:
    """Return the settings of a corpus, with the baseline that they name, of the same state.

    Raises `NoBaseline`, `InvalidBaseline`, and `FileError` for a baseline that is not read.
    """
    given = corpus.manifest.check
    named = given.baseline if given else None
    baseline = read_baseline(corpus.origin, named) if named else None
    return Settings.of(corpus.manifest, baseline)


def settings_before(corpus: Corpus) -> Settings:
    """Return the settings by which a change from a state is judged.

    A baseline that the state names and does not have, or not whole, holds nothing: a change that
    mends it must be able to pass.
    """
    try:
        return settings_of(corpus)
    except (NoBaseline, InvalidBaseline, FileError):
        return Settings.of(corpus.manifest, Baseline())


_ALL = frozenset(rule.kind.code for rule in RULES)


def _codes(names: Iterable[str]) -> frozenset[str]:
    """Return the codes of the rules that are named."""
    return frozenset().union(*map(_codes_of, names))


def _codes_of(name: str) -> frozenset[str]:
    try:
        return frozenset(rule.kind.code for rule in rules_of(name))
    except UnknownRule:
        return frozenset()


def _severities(given: CheckSettings) -> Mapping[str, Severity]:
    """Return the severity of each code; who names fewer rules is the more exact one."""
    named = sorted(given.severity, key=lambda name: (-len(_codes_of(name)), name))
    return FrozenMap(
        {
            code: Severity(given.severity[name])
            for name in named
            for code in _codes_of(name)
            if code not in OF_READING
        }
    )


def _forbidden(given: SuppressionSettings) -> frozenset[str]:
    allowed = _codes(given.allow) if given.allow else _ALL
    return (_ALL - allowed) | _codes(given.forbid)


#: The codes of what is wrong with comments that suppress.
OF_SUPPRESSIONS = frozenset(rule.kind.code for rule in RULES if rule.needs == "suppressions")
#: The codes of what is wrong with files as such: what was not read has not passed, whatever the
#: settings.
OF_READING = frozenset(rule.kind.code for rule in RULES if rule.is_of_reading)
