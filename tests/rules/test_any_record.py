from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.corpus.records import Records
from claimtrack.corpus.texts import Texts
from claimtrack.model.records import kind_of
from claimtrack.rules.base import View
from claimtrack.rules.registry import RULES
from claimtrack.text.schema import shape_of
from tests.strategies import records

if TYPE_CHECKING:
    from claimtrack.findings import Kind
    from claimtrack.model.records import Record

ON_RECORDS = [
    (rule, rule.check) for rule in RULES if rule.check and rule.needs not in {"file", "texts"}
]


def view(*known: Record) -> View:
    return View(
        records=Records.of(known),
        unread=frozenset(),
        texts=Texts(root=Path()),
        path="it.yaml",
        file_text=str,
    )


def judged(known: list[Record]) -> set[Kind]:
    """Ask all rules of some records, and return the kinds of fault that they find."""
    found = set()
    for record in known:
        keys = shape_of(kind_of(record)).by_key
        for rule, check in ON_RECORDS:
            for fault in check(record, view(*known)):
                assert fault.kind == rule.kind
                assert fault.message.isprintable()
                assert fault.keys[0] in keys
                found.add(fault.kind)
    return found


def test_rules_judge_any_record_and_place_in_it_what_they_find() -> None:
    """At least a fifth of the rules find something, or the records would show nothing."""
    found: set[Kind] = set()

    @given(st.lists(records(), min_size=1, max_size=3))
    def judge(known: list[Record]) -> None:
        found.update(judged(known))

    judge()
    assert len(found) >= len(ON_RECORDS) / 5
