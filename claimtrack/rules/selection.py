"""Which rules and which files a check is asked about."""

from __future__ import annotations

import os
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING, Self

from attrs import frozen

from claimtrack.errors import ClaimtrackError
from claimtrack.rules.registry import RULES, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.findings import Kind
    from claimtrack.rules.base import Rule


class NotInCorpus(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A path to report on that is no file or folder of the corpus."""

    def __init__(self, path: str, root: Path) -> None:
        self.path = path
        super().__init__(f'"{path}" is no file or folder of the corpus at "{root}"; check its name')


@frozen
class Selection:
    """The codes of the rules whose findings are reported."""

    codes: frozenset[str]

    @classmethod
    def of(cls, select: Iterable[str], ignore: Iterable[str]) -> Self:
        """Select all rules, or those named, but for those to ignore.

        A rule is named by its code, by how codes begin (`CTT`), or by its name. Raises
        `UnknownRule`.
        """
        selected = _codes(select) or {rule.kind.code for rule in RULES}
        return cls(frozenset(selected - _codes(ignore)))

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

    paths: tuple[str, ...]

    @classmethod
    def of(cls, root: Path, paths: Iterable[str | os.PathLike[str]]) -> Self:
        """Take files and folders, absolute or relative to the root.

        Raises `NotInCorpus`.
        """
        return cls(tuple(_relative(root, os.fspath(path)) for path in paths))

    def holds(self, path: str) -> bool:
        """Tell whether a file is reported on."""
        return not self.paths or any(
            part in (".", path) or path.startswith(f"{part}/") for part in self.paths
        )


def _codes(asked: Iterable[str]) -> set[str]:
    return {rule.kind.code for word in asked for rule in rules_of(word)}


def _relative(root: Path, path: str) -> str:
    base = root.resolve()
    whole = Path(os.path.normpath(base / path))
    # The last part is not resolved: a symbolic link is reported on under its own name.
    whole = whole.parent.resolve() / whole.name
    if not whole.is_relative_to(base) or not os.path.lexists(whole):
        raise NotInCorpus(path, root)
    return whole.relative_to(base).as_posix()
