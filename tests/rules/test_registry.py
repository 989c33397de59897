from __future__ import annotations

import re
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack import rules
from claimtrack.corpus import folder
from claimtrack.findings import Kind
from claimtrack.rules.registry import RULES, UnknownRule, rule_of, rules_of
from claimtrack.text import faults, misfits

if TYPE_CHECKING:
    from claimtrack.rules.base import Rule

_BY_KIND = {rule.kind: rule for rule in RULES}
#: What the reader finds before there is a record.
_OF_THE_READER = [
    kind
    for module in (faults, misfits, folder)
    for kind in vars(module).values()
    if isinstance(kind, Kind)
]
#: The modules of the package that hold a rule.
_MODULES = {
    path.stem
    for path in Path(rules.__file__).parent.glob("*.py")
    if "\nRULE = Rule(" in path.read_text(encoding="utf-8")
}


def test_rules_are_sorted_by_codes_that_are_used_once() -> None:
    codes = [rule.kind.code for rule in RULES]
    assert codes == sorted(set(codes))


def test_names_are_used_once() -> None:
    names = [rule.kind.name for rule in RULES]
    assert len(names) == len(set(names))


def test_every_rule_of_the_package_is_registered_and_its_module_bears_its_name() -> None:
    assert {rule.kind.name.replace("-", "_") for rule in RULES} == _MODULES


def test_whatever_the_reader_reports_is_explained() -> None:
    assert len(_OF_THE_READER) > 30
    assert set(_OF_THE_READER) == {rule.kind for rule in RULES if rule.is_of_reading}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind.code)
def test_a_code_is_a_family_and_a_number(rule: Rule) -> None:
    assert re.fullmatch(r"CT[YSIDVATNRFCGH][1-9][0-9]{2}", rule.kind.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.kind.name)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind.code)
def test_an_explanation_begins_with_one_sentence_on_one_line(rule: Rule) -> None:
    first, empty, *_ = rule.explanation.split("\n")
    assert first.endswith(".")
    assert empty == ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind.code)
def test_a_rule_comes_after_rules_that_can_be_asked_before_it(rule: Rule) -> None:
    before = [_BY_KIND[kind] for kind in rule.after]
    if rule.needs in {"record", "file"}:
        assert all(other.is_of_reading or other.needs in {"record", "file"} for other in before)


def test_no_rule_comes_after_itself() -> None:
    graph = {rule.kind: rule.after for rule in RULES}
    assert set(TopologicalSorter(graph).static_order()) == set(_BY_KIND)


@pytest.mark.parametrize("asked", ["CTF101", "not-canonical"])
def test_a_rule_is_found_by_its_code_and_by_its_name(asked: str) -> None:
    assert rule_of(asked).kind.code == "CTF101"


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        pytest.param("CTF101", {"CTF101"}, id="code"),
        pytest.param("not-canonical", {"CTF101"}, id="name"),
        pytest.param("CTF", {"CTF101"}, id="family"),
        pytest.param("CTY10", {f"CTY{n}" for n in range(101, 110)}, id="beginning"),
        pytest.param("CT", {rule.kind.code for rule in RULES}, id="all"),
    ],
)
def test_rules_are_found_by_how_codes_begin(asked: str, codes: set[str]) -> None:
    assert {rule.kind.code for rule in rules_of(asked)} == codes


_NOT_NAMES = [
    pytest.param("ctf101", '"ctf101" names no rule, did you mean "CTF101"?', id="capitals"),
    pytest.param(
        "not-canonic", '"not-canonic" names no rule, did you mean "not-canonical"?', id="cut short"
    ),
    pytest.param(
        "",
        '"" names no rule; give a code such as "CTI110", how codes begin, or a name',
        id="empty",
    ),
    pytest.param(
        "penguin",
        '"penguin" names no rule; give a code such as "CTI110", how codes begin, or a name',
        id="nothing near",
    ),
]


@pytest.mark.parametrize(("asked", "message"), _NOT_NAMES)
def test_what_names_no_rule_is_refused(asked: str, message: str) -> None:
    with pytest.raises(UnknownRule) as single:
        rule_of(asked)
    with pytest.raises(UnknownRule) as several:
        rules_of(asked)
    assert [str(single.value), str(several.value)] == [message, message]


def test_a_beginning_names_no_single_rule() -> None:
    with pytest.raises(UnknownRule):
        rule_of("CTF")
