"""The faults of characters and YAML: their kinds, and the list that they are told to."""

from __future__ import annotations

from collections import Counter

from attrs import evolve, field, frozen

from claimtrack.findings import Fault, KeyPath, Kind, Span
from claimtrack.text.lines import Lines

YAML_SYNTAX = Kind("CTY101", "yaml-syntax")
NOT_UTF8 = Kind("CTY102", "not-utf8")
BYTE_ORDER_MARK = Kind("CTY103", "byte-order-mark")
CARRIAGE_RETURN = Kind("CTY104", "carriage-return")
CONTROL_CHARACTER = Kind("CTY105", "control-character")
BIDIRECTIONAL_CONTROL = Kind("CTY106", "bidirectional-control")
ZERO_WIDTH_CHARACTER = Kind("CTY107", "zero-width-character")
CONFLICT_MARKER = Kind("CTY108", "conflict-marker")
TAB_INDENTATION = Kind("CTY109", "tab-indentation")
ANCHOR_OR_ALIAS = Kind("CTY110", "anchor-or-alias")
TAG = Kind("CTY111", "tag")
MERGE_KEY = Kind("CTY112", "merge-key")
DUPLICATE_KEY = Kind("CTY113", "duplicate-key")
SEVERAL_DOCUMENTS = Kind("CTY114", "several-documents")
DIRECTIVE = Kind("CTY115", "directive")
TOO_LARGE = Kind("CTY116", "too-large")
TOO_MANY_NODES = Kind("CTY117", "too-many-nodes")
TOO_DEEP = Kind("CTY118", "too-deep")
NOT_A_SCALAR_KEY = Kind("CTY119", "not-a-scalar-key")
NO_MAPPING = Kind("CTY120", "no-mapping")

#: How many faults of one kind are told of one file; the number of the others is told after them.
TOLD = 20


@frozen
class Told:
    """The faults of one text as they are found, at most `TOLD` of a kind."""

    lines: Lines
    _faults: list[Fault] = field(factory=list)
    _count: Counter[Kind] = field(factory=Counter)

    def tell(self, kind: Kind, message: str, *, at: tuple[int, int], keys: KeyPath = ()) -> None:
        """Add a fault that stands between two offsets."""
        self._count[kind] += 1
        if self._count[kind] <= TOLD:
            span = self.lines.span(*at)
            self._faults.append(Fault(kind=kind, message=message, keys=keys, span=span))

    def __contains__(self, kind: Kind) -> bool:
        return kind in self._count

    def faults(self) -> tuple[Fault, ...]:
        """Return the faults in the order of their places."""
        more = [self._more(kind) for kind, count in self._count.items() if count > TOLD]
        return tuple(sorted(self._faults, key=_order)) + tuple(more)

    def _more(self, kind: Kind) -> Fault:
        last = next(fault for fault in reversed(self._faults) if fault.kind == kind)
        count = self._count[kind] - TOLD
        return evolve(
            last, message=f"{count:,} more faults of this kind follow: mend the first ones"
        )


def _order(fault: Fault) -> tuple[int, int, str]:
    place = fault.span or Span()
    return (place.line, place.column, fault.kind.code)
