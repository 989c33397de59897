"""Changes that are right on either side of a merge and not together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias, cast

from claimtrack.changes.mergetrees import data_of_part, entry_of, page_of, parts_of, text_of
from claimtrack.changes.paths import Path
from claimtrack.text.arrange import announced
from claimtrack.text.emit import page_text
from claimtrack.text.layout import Group
from claimtrack.text.read import read
from claimtrack.text.schema import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimtrack.changes.mergedecisions import Decision
    from claimtrack.changes.mergesides import Sides
    from claimtrack.text.layout import Part
    from claimtrack.text.nodes import Data

#: What is wrong with a record: the parts that do not go together.
Problem: TypeAlias = tuple[Path, ...]


def doubtful(
    root: Part,
    decisions: Iterable[Decision],
    sides: Sides,
    *,
    id: str,  # noqa: A002 - the format's own word
) -> tuple[Decision, ...]:
    """Return the decisions that together make something wrong that is wrong on neither side.

    That is a reference to a version that is gone, versions that are forms of each other, a version
    left without attributions, an attribution left without the source's words, and a text that no
    longer fits its field. Where no decision can be named for it, all are doubtful.
    """
    known = {problem for side in sides.there for problem in _problems(side, id)}
    new = [problem for problem in _problems(root, id) if problem not in known]
    one_sided = tuple(one for one in decisions if one.verdict in ("ours", "theirs"))
    first_names = {
        part.key: one.path[-1]
        for one in one_sided
        if one.aspect == "name"
        for part in one.sides.there
    }
    places = _by_place(one_sided)
    doubts = [list(_concerned(_renamed(problem, first_names), *places)) for problem in new]
    if not all(doubts):
        return one_sided
    return tuple(one for found in doubts for one in found)


def _renamed(problem: Problem, first_names: Mapping[str, object]) -> Problem:
    """Return a problem with the versions called as they are in the base."""
    return tuple(
        (path[0], cast("str", first_names.get(str(path[1]), path[1])), *path[2:])
        if len(path) > 1
        else path
        for path in problem
    )


def _by_place(
    decisions: Iterable[Decision],
) -> tuple[Mapping[Path, Sequence[Decision]], Mapping[Path, Sequence[Decision]]]:
    """Return the decisions on each part itself, and those on what is in it."""
    own: defaultdict[Path, list[Decision]] = defaultdict(list)
    inner: defaultdict[Path, list[Decision]] = defaultdict(list)
    for one in decisions:
        own[one.path].append(one)
        for end in range(len(one.path)):
            inner[one.path[:end]].append(one)
    return own, inner


def _concerned(
    problem: Problem,
    own: Mapping[Path, Sequence[Decision]],
    inner: Mapping[Path, Sequence[Decision]],
) -> Iterator[Decision]:
    """Yield the decisions on the parts at fault, on what is in them, and on what is around them."""
    for at in problem:
        yield from inner.get(at, ())
        for end in range(len(at) + 1):
            yield from own.get(at[:end], ())


def _problems(root: Part, id: str) -> Iterator[Problem]:  # noqa: A002 - the format's own word
    yield from _misfits(root)
    versions = _entries(entry_of(root, "versions"))
    for name, version in versions.items():
        own = ("versions", name)
        yield from _gone(own, "broader", text_of(entry_of(version, "broader")), versions)
        claim, _, target = text_of(entry_of(version, "relative_to")).partition("#")
        if claim == id:
            yield from _gone(own, "relative_to", target, versions)
        if isinstance(version.content, Group):
            yield from _unattributed(own, version)
    broader = {name: text_of(entry_of(version, "broader")) for name, version in versions.items()}
    for cycle in _cycles(broader):
        yield tuple(("versions", name, "broader") for name in sorted(cycle))
    for assessment in _items(entry_of(root, "assessments")):
        target = text_of(entry_of(assessment, "version"))
        yield from _gone(("assessments",), "version", target, versions)


def _misfits(root: Part) -> Iterator[Problem]:
    """Yield what does not fit its field, as far as the claim's `answer` decides on that."""
    kind = announced(cast("dict[str, Data]", data_of_part(root)))
    if kind is None or not isinstance(root.content, Group):
        return
    for fault in read(page_text(page_of(root)).encode(), kind=kind, id="a").faults:
        names = [key for key in fault.keys if isinstance(key, str)]
        if names:
            yield (tuple(names[:3]), ("answer",))


def _gone(own: Path, key: str, target: str, versions: Mapping[str, Part]) -> Iterator[Problem]:
    if target and target not in versions:
        yield ((*own, key), ("versions", target))


def _unattributed(own: Path, version: Part) -> Iterator[Problem]:
    attributions = entry_of(version, "attributions")
    items = tuple(_items(attributions))
    if not items and entry_of(version, "retired") is None:
        yield ((*own, "attributions"), (*own, "retired"))
    field = shape_of("claim").by_key["versions"].shape
    item = field.by_key["attributions"] if field else None
    by_step = parts_of(attributions, item, "items") if attributions else {}
    for step, one in (by_step or {}).items():
        if entry_of(one, "cue") is None and entry_of(one, "quote") is None:
            here = (*own, "attributions", step)
            yield ((*here, "cue"), (*here, "quote"))


def _cycles(broader: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the versions that are, one after the other, more exact forms of themselves."""
    seen: set[str] = set()
    for start in broader:
        way: dict[str, int] = {}
        name = start
        while name in broader and name not in seen:
            seen.add(name)
            way[name] = len(way)
            name = broader[name]
        if name in way:
            yield tuple(way)[way[name] :]


def _entries(part: Part | None) -> dict[str, Part]:
    return {one.key: one for one in _items(part)}


def _items(part: Part | None) -> tuple[Part, ...]:
    return part.content.parts if part and isinstance(part.content, Group) else ()
