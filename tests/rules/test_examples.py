from __future__ import annotations

import os
import re
import sys
import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pytest
from attrs import frozen

from claimtrack.rules.registry import RULES

if TYPE_CHECKING:
    from claimtrack.rules.base import Rule

#: Lays files over the standing corpus, and others over these, and gives the findings, as printed;
#: of the change, where one is shown.
Findings: TypeAlias = Callable[..., list[str]]
_BLOCK = re.compile(
    r"^(Before|Bad|Good)(?: \(with (CT[A-Z]\d+)\))?:\n\n((?:    .*\n|\n)+)", re.MULTILINE
)
_MARKS = {
    "CTI103": pytest.mark.skipif(
        sys.platform in {"darwin", "win32"}, reason="the file system knows no capitals"
    ),
    "CTI104": pytest.mark.skipif(sys.platform == "win32", reason="links take a privilege"),
    "CTI105": pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes"),
    "CTI106": pytest.mark.skipif(
        sys.platform == "win32" or os.geteuid() == 0, reason="the user may read every file"
    ),
}


@frozen
class Example:
    files: str
    #: The codes that it gives, whatever their number.
    codes: frozenset[str]


def examples_of(rule: Rule) -> dict[str, Example]:
    return {
        title: Example(
            textwrap.dedent(block),
            frozenset({rule.kind.code, *([other] if other else [])} if title == "Bad" else ()),
        )
        for title, other, block in _BLOCK.findall(rule.explanation)
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind.code)
def test_every_rule_says_why_and_shows_a_bad_and_a_good_example(rule: Rule) -> None:
    why = rule.explanation.split("\nBad", maxsplit=1)[0]
    assert len(why.split()) >= 20
    before = ["Before"] if rule.needs == "change" else []
    assert list(examples_of(rule)) == [*before, "Bad", "Good"]


@pytest.mark.parametrize(
    "rule",
    [pytest.param(rule, marks=_MARKS.get(rule.kind.code, ()), id=rule.kind.code) for rule in RULES],
)
def test_the_bad_example_gives_its_code_and_no_other(rule: Rule, findings: Findings) -> None:
    example = examples_of(rule)["Bad"]
    found = findings(example.files, before=before_of(rule))
    assert {code_of(line) for line in found} == example.codes, found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind.code)
def test_the_good_example_gives_nothing(rule: Rule, findings: Findings) -> None:
    assert findings(examples_of(rule)["Good"].files, before=before_of(rule)) == []


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.needs == "change"], ids=lambda rule: rule.kind.code
)
def test_what_a_change_starts_from_has_no_finding(rule: Rule, findings: Findings) -> None:
    assert findings(examples_of(rule)["Before"].files) == []


def test_the_standing_corpus_gives_nothing(findings: Findings) -> None:
    assert findings("") == []


def before_of(rule: Rule) -> str | None:
    before = examples_of(rule).get("Before")
    return before.files if before else None


def code_of(printed: str) -> str:
    return printed.split(": ", maxsplit=1)[1].split(" ", maxsplit=1)[0]
