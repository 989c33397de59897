"""`claimtrack rule`: the list of rules, and each one's explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.rules.registry import RULES
from tests.cli.conftest import Ran, Run

if TYPE_CHECKING:
    from claimtrack.rules.base import Rule


UNSAFE = ", mended by `check --unsafe-fixes` where it has one right answer"


def test_every_rule_is_listed_with_its_severity_and_first_sentence(ran: Run) -> None:
    done = ran("rule")
    lines = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert [line.split()[:3] for line in lines] == [
        [rule.kind.code, rule.kind.name, rule.kind.severity.value] for rule in RULES
    ]
    assert all(line.endswith((".", "!", "?")) for line in lines)


def test_how_codes_begin_lists_a_family(ran: Run) -> None:
    codes = [line.split()[0] for line in ran("rule", "CTD").out.splitlines()]
    assert codes == [rule.kind.code for rule in RULES if rule.kind.code.startswith("CTD")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind.code)
def test_a_rule_is_explained_under_its_code_and_its_name(ran: Run, rule: Rule) -> None:
    kind = rule.kind
    mended = {None: "", "safe": ", mended by `check --fix`", "unsafe": UNSAFE}
    how = mended[rule.fix.applicability if rule.fix else None]
    head = f"{kind.code} {kind.name} ({kind.severity.value}{how})"
    text = f"{head}\n\n{rule.explanation.strip()}\n"
    assert ran("rule", kind.code) == Ran(0, text, "")
    assert ran("rule", kind.name) == Ran(0, text, "")


@pytest.mark.parametrize("word", ["ctd105", "Ctd105", "AS-OF-after-said"])
def test_a_rule_is_found_however_it_is_capitalized(ran: Run, word: str) -> None:
    assert ran("rule", word) == ran("rule", "CTD105")


def test_an_unknown_rule_names_the_nearest(ran: Run) -> None:
    message = 'claimtrack: "invalid-dat" names no rule, did you mean "invalid-date"?\n'
    assert ran("rule", "invalid-dat") == Ran(2, "", message)
