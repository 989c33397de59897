"""Two texts of a record that came of one, made one: every change of both, or a conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs import field, frozen

from claimtrack.changes.mergedecisions import Decision, decide
from claimtrack.changes.mergeproof import is_proven, offers_all
from claimtrack.changes.mergeresult import apply
from claimtrack.changes.mergesides import Sides
from claimtrack.changes.mergesoundness import doubtful
from claimtrack.changes.mergetrees import Tree, page_of, tree_of, without_answer
from claimtrack.text.decode import decode
from claimtrack.text.emit import page_text
from claimtrack.text.format import FormatterBug, format  # noqa: A004 - the command's own word
from claimtrack.text.markers import Markers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.text.layout import Part


@frozen(kw_only=True)
class Merged:
    """What a merge came to."""

    #: The canonical text, with conflict markers around what is contested; None where one of the
    #: texts is not the YAML of a record, or two are records of different kinds.
    text: str | None
    #: What was decided of each part that differs.
    decisions: tuple[Decision, ...] = ()

    @property
    def conflicts(self) -> tuple[Decision, ...]:
        """What both sides changed and neither may have alone."""
        return tuple(one for one in self.decisions if one.verdict == "contested")

    @property
    def is_clean(self) -> bool:
        """Whether the text holds every change of both sides, and nothing else."""
        return self.text is not None and not self.conflicts


def merge(
    base: str | bytes,
    ours: str | bytes,
    theirs: str | bytes,
    *,
    id: str = "",  # noqa: A002 - the format's own word
    markers: Markers | None = None,
) -> Merged:
    r"""Merge two texts of a record, or of the manifest, that came of one; never raises.

    The base may be empty, where both sides added the file; `id` is the record's own. Who says what
    by which words is one reading of a source: where both sides changed that of an attribution, in
    different ways, all they changed of it is contested, and so is the stance of a sentence that
    both added and read in two ways. Of what both added under one name with the same keys, of which
    all but one agree, only that one is contested; else the whole. The text
    without conflicts is canonical, reads back as what was decided, and holds every change of both
    sides and nothing else: that is looked at before it is given.

    >>> merged = merge(
    ...     "speaker: Hamas\n", "speaker: Hamas\nkind: group\n", "speaker: Hamas\nnote: None.\n"
    ... )
    >>> print(merged.text, end="")
    speaker: Hamas
    kind: group
    note: None.
    """
    texts = tuple(map(_decoded, (base, ours, theirs)))
    trees = [None if text is None else tree_of(text) for text in texts]
    before, one, other = trees
    if before is None or one is None or other is None or not _alike(before, one, other):
        return Merged(text=None)
    return _Merge(before, one, other, id=id, markers=markers or Markers()).merged()


def _decoded(text: str | bytes) -> str | None:
    if isinstance(text, str):
        return text
    decoded = decode(text)
    return None if decoded.faults else decoded.text


def _alike(base: Tree, ours: Tree, theirs: Tree) -> bool:
    return ours.kind is not None and ours.kind == theirs.kind and base.kind in (None, ours.kind)


@frozen
class _Merge:
    base: Tree
    ours: Tree
    theirs: Tree
    id: str = field(kw_only=True)
    markers: Markers = field(kw_only=True)

    def merged(self) -> Merged:
        decisions = decide(self.sides, self.ours.field)
        root = self.applied(decisions)
        found = doubtful(root, decisions, self.sides, id=self.id)
        doubts = {(one.path, one.aspect) for one in found}
        if doubts:
            decisions = tuple(
                _doubted(one) if (one.path, one.aspect) in doubts else one for one in decisions
            )
            root = self.applied(decisions)
        text = page_text(page_of(root), self.markers)
        if not any(one.verdict == "contested" for one in decisions):
            text = _canonical(text)
            right = is_proven(tree_of(text), self.sides)
        else:
            right = offers_all(root, self.sides)
        return Merged(text=text, decisions=decisions) if right else self.whole()

    @property
    def sides(self) -> Sides:
        """The file on all sides."""
        trees = (self.base, self.ours, self.theirs)
        roots = (tree.root for tree in trees)
        if len({tree.answer for tree in trees}) > 1:
            roots = (without_answer(root) for root in roots)
        return Sides(*roots)

    def applied(self, decisions: Iterable[Decision]) -> Part:
        return apply(self.base.root, decisions, self.ours.field) or self.base.root

    def whole(self) -> Merged:
        """Return a conflict of the whole, for a merge that cannot be vouched for."""
        trees = (self.ours, self.base, self.theirs)
        ours, base, theirs = (page_text(page_of(tree.root)).split("\n")[:-1] for tree in trees)
        text = "\n".join((*self.markers.around(ours, base, theirs), ""))
        contested = Decision(
            path=(), aspect="part", verdict="contested", sides=self.sides, why="together"
        )
        return Merged(text=text, decisions=(contested,))


def _canonical(text: str) -> str:
    """Return a text in its canonical layout, empty where it has none."""
    try:
        formatted = format(text)
    except FormatterBug:
        return ""
    return "" if formatted.faults else formatted.text


def _doubted(decision: Decision) -> Decision:
    return attrs.evolve(decision, aspect="part", verdict="contested", why="together")
