"""The findings that comments suppress, and the comments that suppress nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from claimtrack.findings import Fault, Finding, KeyPath, Kind
from claimtrack.rules import (
    forbidden_suppression,
    invalid_suppression,
    suppression_without_reason,
    unused_suppression,
)
from claimtrack.rules.brevity import first_ones
from claimtrack.rules.registry import RULES, UnknownRule, rules_of
from claimtrack.rules.settings import OF_READING, OF_SUPPRESSIONS
from claimtrack.text.suppressions import Suppression

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.rules.settings import Settings


@frozen
class Suppressed:
    """A finding that a comment suppresses, and the reason that it gives."""

    finding: Finding
    reason: str


@define
class Suppressions:
    """The comments of one file that are meant for the check, each with the codes that it takes."""

    taken: tuple[tuple[Suppression, tuple[str, ...]], ...]
    #: What is wrong with them.
    faults: tuple[Fault, ...]
    #: Their numbers by the keys that they cover, and by the lines at whose ends they stand.
    _places: Mapping[KeyPath | int, list[int]] = field(init=False)
    _used: set[tuple[Suppression, str]] = field(factory=set, init=False)

    @_places.default
    def _placed(self) -> Mapping[KeyPath | int, list[int]]:
        places: defaultdict[KeyPath | int, list[int]] = defaultdict(list)
        for number, (each, _) in enumerate(self.taken):
            places[each.keys].append(number)
            if each.beside:
                places[each.span.line].append(number)
        return dict(places)

    @classmethod
    def of(cls, found: Iterable[Suppression], settings: Settings) -> Suppressions:
        """Take those that say why and name rules that may be suppressed."""
        given = tuple(found)
        taken = tuple((each, _codes(each, settings.forbidden)) for each in given)
        wrong = (fault for each in given for fault in _faults(each, settings.forbidden))
        return cls(taken, first_ones(wrong))

    @property
    def codes(self) -> frozenset[str]:
        """The codes that they suppress."""
        return frozenset(code for _, codes in self.taken for code in codes)

    def suppress(self, finding: Finding) -> Suppressed | None:
        """Suppress a finding by the comment that stands nearest to it, if there is one."""
        covering = [
            number
            for number in self._near(finding)
            if finding.code in self.taken[number][1]
            and self.taken[number][0].covers(finding.keys, finding.line)
        ]
        if not covering:
            return None
        nearest, _ = self.taken[max(covering, key=lambda one: (len(self.taken[one][0].keys), -one))]
        self._used.add((nearest, finding.code))
        return Suppressed(finding, nearest.reason)

    def _near(self, finding: Finding) -> Iterator[int]:
        """Yield the numbers of the comments that stand above a finding, or on its line."""
        for end in range(len(finding.keys) + 1):
            yield from self._places.get(finding.keys[:end], ())
        yield from self._places.get(finding.line, ())

    def unused(self, asked: frozenset[str]) -> Iterator[Fault]:
        """Yield a fault for each comment that suppressed nothing of the rules that were asked."""
        for each, codes in self.taken:
            idle = [code for code in codes if code in asked and (each, code) not in self._used]
            if idle:
                yield _fault(each, unused_suppression.KIND, unused_suppression.message(idle))


def _codes(given: Suppression, forbidden: frozenset[str]) -> tuple[str, ...]:
    """Return the codes that a comment may suppress, and does."""
    known = (_CODES.get(name) for name in given.rules if given.reason)
    return tuple(dict.fromkeys(code for code in known if code and not _why(code, forbidden)))


def _faults(given: Suppression, forbidden: frozenset[str]) -> Iterator[Fault]:
    """Yield what is wrong with a comment."""
    if not given.rules:
        yield _fault(given, invalid_suppression.KIND, invalid_suppression.FORM)
    elif not given.reason:
        message = suppression_without_reason.MESSAGE
        yield _fault(given, suppression_without_reason.KIND, message)
    else:
        for name in given.rules:
            code = _CODES.get(name)
            if code is None:
                yield _fault(given, invalid_suppression.KIND, _unknown(name))
            elif why := _why(code, forbidden):
                yield _fault(given, forbidden_suppression.KIND, f"{name} {why}")


#: The code of each rule, by its code and by its name.
_CODES = {name: rule.kind.code for rule in RULES for name in (rule.kind.code, rule.kind.name)}


def _unknown(name: str) -> str:
    """Say that words name no single rule."""
    try:
        rules = rules_of(name)
    except UnknownRule as error:
        return str(error)
    return f'"{name}" names {len(rules)} rules: name the one that is meant'


def _why(code: str, forbidden: frozenset[str]) -> str:
    """Say why a code may not be suppressed, if so."""
    if code in OF_READING:
        return forbidden_suppression.OF_READING
    if code in OF_SUPPRESSIONS:
        return forbidden_suppression.OF_SUPPRESSIONS
    return forbidden_suppression.BY_SETTINGS if code in forbidden else ""


def _fault(given: Suppression, kind: Kind, message: str) -> Fault:
    return Fault(kind=kind, message=message, keys=given.keys, span=given.span)
