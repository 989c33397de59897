"""Which rules and which files a check is asked about."""

from __future__ import annotations

import os
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Self, TypeAlias, TypeVar

from attrs import frozen

from claimtrack.corpus.folder import path_within
from claimtrack.rules.registry import RULES, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.findings import Kind
    from claimtrack.rules.base import Rule

#: A path as callers write it.
AnyPath: TypeAlias = str | os.PathLike[str]
T = TypeVar("T", bound=AnyPath)


@frozen
class Selection:
    """The codes of the rules whose findings are reported."""

    codes: frozenset[str]
    #: The codes of those that were told to be ignored.
    ignored: frozenset[str] = frozenset()

    @classmethod
    def of(cls, select: str | Iterable[str], ignore: str | Iterable[str]) -> Self:
        """Select all rules, or those named, but for those to ignore.

        A rule is named by its code, by how codes begin (`CTT`), or by its name. Raises
        `UnknownRule`.
        """
        selected = _codes(select) or {rule.kind.code for rule in RULES}
        ignored = _codes(ignore)
        return cls(frozenset(selected - ignored), frozenset(ignored))

    def __contains__(self, code: str) -> bool:
        return code in self.codes


def plan(rules: Iterable[Rule], selection: Selection) -> tuple[Rule, ...]:
    """Return the rules to ask: those selected and those that they come after, these first."""
    asked = {rule.kind: rule for rule in rules if rule.check is not None}
    graph: dict[Kind, list[Kind]] = {}
    wanted = [kind for kind in asked if kind.code in selection]
    while wanted:
        kind = wanted.pop()
        graph[kind] = [before for before in asked[kind].after if before in asked]
        wanted += [before for before in graph[kind] if before not in graph]
    return tuple(asked[kind] for kind in TopologicalSorter(graph).static_order())


@frozen
class Scope:
    """The files and folders that are reported on, relative to the root; all where it is empty."""

    paths: frozenset[str]

    @classmethod
    def of(
        cls, root: Path, paths: AnyPath | Iterable[AnyPath], *, before: Corpus | None = None
    ) -> Self:
        """Take files and folders, or one, absolute or relative to the root.

        One that is gone is taken where there were files before. Raises `NotInCorpus`.
        """
        gone = tuple(file.found.path for file in before.files) if before else ()
        return cls(frozenset(path_within(root, path, gone) for path in several(paths)))

    def holds(self, path: str) -> bool:
        """Tell whether a file is reported on."""
        if not self.paths or not self.paths.isdisjoint((".", path)):
            return True
        parts = path.split("/")
        return any("/".join(parts[:count]) in self.paths for count in range(1, len(parts)))


def several(given: T | Iterable[T]) -> tuple[T, ...]:
    """Take one word or path, where several may be given, for itself and not for its letters.

    >>> several("CTT"), several(["CTT", "CTI"])
    (('CTT',), ('CTT', 'CTI'))
    """
    return (given,) if isinstance(given, str | os.PathLike) else tuple(given)


def _codes(asked: str | Iterable[str]) -> set[str]:
    return {rule.kind.code for word in several(asked) for rule in rules_of(word)}
