"""The rules asked of one file's record, and every fault given its place."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, cast

import attrs
from attrs import frozen

from claimtrack.corpus.loading import findings_of, placed_findings
from claimtrack.corpus.records import Records
from claimtrack.corpus.texts import Texts
from claimtrack.findings import Finding
from claimtrack.rules.addresses import addresses
from claimtrack.rules.base import View
from claimtrack.text.limits import DEFAULT_LIMITS
from claimtrack.text.misfits import UNKNOWN_KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimtrack.corpus.loading import LoadedFile
    from claimtrack.corpus.origins import Origin
    from claimtrack.findings import Fault
    from claimtrack.model.records import Record
    from claimtrack.rules.base import Rule


@frozen
class Answers:
    """What the rules say of one file's record."""

    findings: tuple[Finding, ...]
    #: The codes of the rules that were asked: of the others, nothing is known.
    asked: frozenset[str]


#: The needs of rules that look at nothing but a record and its file.
ALONE = ("record", "file")


def ask(origin: Origin, file: LoadedFile, view: View, rules: tuple[Rule, ...]) -> Answers:
    """Ask the rules of one file's record; what only follows from a fault of reading is left out.

    Rules that look at one record only, or at its file, are given no other record. What a rule
    raises is raised.
    """
    own = attrs.evolve(view, path=file.found.path, file_text=_text_of(origin, file))
    first = [rule for rule in rules if rule.needs in ALONE]
    told, asked = _ask(file, _alone(origin, file), first)
    together = [rule for rule in rules if rule.needs not in ALONE]
    more, others = _ask(file, own, together, found=told)
    placed = _placed(origin, file, told + more)
    lacking = {rule.kind.code for rule in rules if rule.lacking}
    findings = tuple(
        item for item in placed if not _follows(item, file.faults, beside=item.code in lacking)
    )
    return Answers(findings, asked | others)


def concerns(file: LoadedFile, view: View, rules: Iterable[Rule]) -> bool:
    """Tell whether rules that look beyond a file find anything in its record."""
    own = attrs.evolve(view, path=file.found.path)
    told, _ = _ask(file, own, [rule for rule in rules if rule.needs not in ALONE])
    return bool(told)


def _alone(origin: Origin, file: LoadedFile) -> View:
    return View(
        records=Records.of(()),
        unread=frozenset(),
        texts=Texts(root=origin.root),
        path=file.found.path,
        file_text=_text_of(origin, file),
    )


def _ask(
    file: LoadedFile, view: View, rules: Iterable[Rule], *, found: tuple[Fault, ...] = ()
) -> tuple[tuple[Fault, ...], frozenset[str]]:
    """Ask rules in their order, each unless a fault was found that it must come after."""
    told: list[Fault] = []
    asked: set[str] = set()
    kinds = {fault.kind for fault in (*file.faults, *found)}
    for rule in rules:
        if file.record is None or rule.check is None or not kinds.isdisjoint(rule.after):
            continue
        try:
            faults = tuple(rule.check(file.record, view))
        except Exception as error:
            error.add_note(f"while {rule.kind.code} ({rule.kind.name}) looked at {view.path}")
            raise
        asked.add(rule.kind.code)
        kinds.update(fault.kind for fault in faults)
        told += faults
    return tuple(told), frozenset(asked)


def _placed(origin: Origin, file: LoadedFile, told: tuple[Fault, ...]) -> tuple[Finding, ...]:
    """Give faults their places in the file, and their addresses, which outlast a new layout."""
    of_text = tuple(fault for fault in told if fault.span is not None)
    other = tuple(fault for fault in told if fault.span is None)
    found = findings_of(file.found.path, file.found.id, of_text)
    found += placed_findings(origin, file.found, other)
    record = cast("Record", file.record)
    named = addresses(record, (fault.keys for fault in of_text + other))
    return tuple(
        attrs.evolve(item, address=address) for item, address in zip(found, named, strict=True)
    )


def _follows(finding: Finding, faults: Iterable[Fault], *, beside: bool) -> bool:
    """Tell whether a part could not be read at or below a finding's place.

    With `beside`, an unknown key in the same mapping is such a part as well.
    """
    keys = finding.keys
    return any(
        fault.keys[: len(keys)] == keys
        or (beside and fault.kind == UNKNOWN_KEY and fault.keys[:-1] == keys[:-1])
        for fault in faults
    )


def _text_of(origin: Origin, file: LoadedFile) -> Callable[[], str]:
    @functools.cache
    def text() -> str:
        return origin.read(file.found.path, limit=DEFAULT_LIMITS.size).decode()

    return text
