"""The manifest of a corpus: what marks its root and holds its settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from attrs import field, frozen

from claimtrack.model.frozenmap import FrozenMap
from claimtrack.model.ids import Count, FileGlob, FileName, LanguageTag, RuleName
from claimtrack.model.ordering import in_order, no_text

#: How much a finding weighs, in words.
Weight: TypeAlias = Literal["error", "warning", "note"]


@frozen(kw_only=True)
class LimitSettings:
    """Limits of a file, which may only be lower than the built-in ones."""

    #: Bytes a file.
    size: Count | None = None
    #: Nodes a file.
    nodes: Count | None = None
    #: How deep mappings and lists may nest.
    depth: Count | None = None


def sets_by_glob(
    rules: Mapping[FileGlob, tuple[RuleName, ...]],
) -> Mapping[FileGlob, tuple[RuleName, ...]]:
    """Sort the rules that are ignored at each path, and the paths."""
    return FrozenMap({glob: in_order(names) for glob, names in rules.items()})


def _by_rule(weights: Mapping[RuleName, Weight]) -> Mapping[RuleName, Weight]:
    return FrozenMap(weights)


@frozen(kw_only=True)
class SuppressionSettings:
    """Which rules a comment in a record may suppress; all that nothing is said of."""

    #: These only, where any is named.
    allow: tuple[RuleName, ...] = field(default=(), converter=in_order)
    #: Never these.
    forbid: tuple[RuleName, ...] = field(default=(), converter=in_order)


@frozen(kw_only=True)
class CheckSettings:
    """What `claimtrack check` asks of a corpus, how much it weighs, and what fails."""

    #: The rules that are reported; all where none is named.
    select: tuple[RuleName, ...] = field(default=(), converter=in_order)
    #: The rules that are not reported.
    ignore: tuple[RuleName, ...] = field(default=(), converter=in_order)
    #: The rules that are not reported of the files that a pattern of paths means.
    per_path: Mapping[FileGlob, tuple[RuleName, ...]] = field(factory=dict, converter=sets_by_glob)
    #: How much a rule's findings weigh, where it is not what they weigh by themselves.
    severity: Mapping[RuleName, Weight] = field(factory=dict, converter=_by_rule)
    #: The least weight that fails a check.
    fail_on: Weight = "error"
    #: The file, relative to the manifest, of the findings that were there before.
    baseline: FileName | None = None
    #: Which rules a comment in a record may suppress.
    suppressions: SuppressionSettings | None = None


@frozen(kw_only=True)
class Manifest:
    """The settings of a corpus, from `claimtrack.yaml` at its root."""

    #: The version of the file format.
    format: Literal["1"] = field(metadata={"key": "claimtrack"})
    #: What the corpus is called.
    title: str | None = None
    #: The language in which it is written, as BCP 47 writes it.
    language: LanguageTag | None = None
    #: Folders, relative to the manifest, where the full texts of sources may be found.
    texts: tuple[FileName, ...] = field(default=(), validator=no_text)
    #: Names in the texts that need no record of their own, such as places and weapons that are only
    #: mentioned: `claimtrack names` takes them for accounted for.
    other_names: tuple[str, ...] = field(default=(), converter=in_order)
    #: Limits of its files that are lower than the built-in ones.
    limits: LimitSettings | None = None
    #: What `claimtrack check` asks, how much it weighs, and what fails.
    check: CheckSettings | None = None
