"""The lines that part what two sides of a merge have in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

#: How many characters a marker has unless git asks for more.
MARKER_SIZE = 7


@frozen(kw_only=True)
class Markers:
    """How conflict markers look, as git has them."""

    #: What the sides are called.
    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"
    #: How many characters a marker has.
    size: int = MARKER_SIZE
    #: Whether what stood there before is shown too, as with git's `diff3`.
    with_base: bool = False

    def around(
        self, ours: Iterable[str], base: Iterable[str], theirs: Iterable[str]
    ) -> tuple[str, ...]:
        """Return the lines of all sides, with the markers between them.

        >>> Markers().around(["a: 1"], [], ["a: 2"])
        ('<<<<<<< ours', 'a: 1', '=======', 'a: 2', '>>>>>>> theirs')
        """
        before = (self._marker("|", self.base), *base) if self.with_base else ()
        return (
            *(self._marker("<", self.ours), *ours),
            *before,
            *(self._marker("="), *theirs),
            self._marker(">", self.theirs),
        )

    def _marker(self, sign: str, label: str = "") -> str:
        return f"{sign * self.size} {label}".rstrip()
