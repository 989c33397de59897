"""The parts of a file in canonical order, each with its comments: what the formatter writes."""

from __future__ import annotations

from typing import TypeAlias

from attrs import field, frozen

from claimtrack.text.scalars import Manner


@frozen
class Leaf:
    """A scalar, and how it is written."""

    value: str
    manner: Manner


@frozen
class Group:
    """A mapping or a list."""

    parts: tuple[Part, ...]
    #: Whether its parts have keys.
    keyed: bool = field(kw_only=True)
    #: Whether it stands on one line where it fits.
    flow: bool = field(default=False, kw_only=True)
    #: Whether a blank line stands between its parts.
    spaced: bool = field(default=False, kw_only=True)

    @property
    def on_one_line(self) -> bool:
        """Whether nothing but its length keeps it from standing on one line."""
        if not self.flow:
            return not self.parts
        return all(part.is_bare and not isinstance(part.content, Contested) for part in self.parts)


@frozen
class Part:
    """An entry of a mapping or an item of a list."""

    content: Content
    #: The key of an entry, empty for an item.
    key: str = field(default="", kw_only=True)
    #: Comments on lines of their own above it.
    above: tuple[str, ...] = field(default=(), kw_only=True)
    #: The comment at the end of its line.
    beside: str = field(default="", kw_only=True)
    #: Comments between its key and its text; only the first key of a file has them.
    between: tuple[str, ...] = field(default=(), kw_only=True)
    #: Comments on lines of their own below it.
    below: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def is_bare(self) -> bool:
        """Whether it has no comments of its own."""
        return not (self.above or self.beside or self.between or self.below)


@frozen
class Contested:
    """What the two sides of a merge have in one place: all of it is written, between markers."""

    #: None where a side has nothing there.
    ours: Part | None
    theirs: Part | None
    #: What stood there before.
    base: Part | None


Content: TypeAlias = Leaf | Group | Contested


@frozen
class Page:
    """A whole file."""

    #: The comments on the record itself.
    header: tuple[str, ...]
    root: Group
