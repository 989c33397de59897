"""How large a record's file may be."""

from __future__ import annotations

from attrs import field, frozen

from claimtrack.errors import ClaimtrackError


class InvalidLimits(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A limit is not between 1 and the format's own."""

    def __init__(self, *, name: str, value: int, highest: int) -> None:
        self.name = name
        self.value = value
        self.highest = highest
        super().__init__(
            f"the limit `{name}` is {value}: give a number from 1 to {highest}, "
            "limits can only be lowered"
        )


#: The format's own limits (format.md, section 2).
_SIZE, _NODES, _DEPTH = 256 * 1024, 20_000, 16


@frozen(kw_only=True)
class Limits:
    """The bytes, nodes and levels of nesting that one file may have.

    Raises InvalidLimits for a value below 1 or above the format's own limit, which is the default.

    >>> Limits().size, Limits().nodes, Limits().depth
    (262144, 20000, 16)
    """

    size: int = field(default=_SIZE)
    #: Scalars, sequences and mappings; a key is a node too.
    nodes: int = field(default=_NODES)
    #: Collections within each other; the record itself is the first.
    depth: int = field(default=_DEPTH)

    def __attrs_post_init__(self) -> None:
        _require("size", self.size, highest=_SIZE)
        _require("nodes", self.nodes, highest=_NODES)
        _require("depth", self.depth, highest=_DEPTH)

    def lowered(
        self, *, size: int | None = None, nodes: int | None = None, depth: int | None = None
    ) -> Limits:
        """Return these limits with some of them lowered; one that would rise raises InvalidLimits.

        >>> Limits().lowered(depth=8).depth
        8
        """
        size = self.size if size is None else _require("size", size, highest=self.size)
        nodes = self.nodes if nodes is None else _require("nodes", nodes, highest=self.nodes)
        depth = self.depth if depth is None else _require("depth", depth, highest=self.depth)
        return Limits(size=size, nodes=nodes, depth=depth)


def _require(name: str, value: int, *, highest: int) -> int:
    if not 1 <= value <= highest:
        raise InvalidLimits(name=name, value=value, highest=highest)
    return value


#: The limits where a manifest lowers none.
DEFAULT_LIMITS = Limits()
