"""`claimtrack rule`: what a rule asks and why."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from claimtrack.cli.lines import Line
from claimtrack.cli.terminal import put
from claimtrack.rules.registry import RULES, UnknownRule, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.rules.base import Rule


_FIXES = {
    "safe": ", mended by `check --fix`",
    "unsafe": ", mended by `check --unsafe-fixes` where it has one right answer",
}


@click.command("rule", short_help="Explain a rule, or list all rules.")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the rule with this CODE or name, with an example; list all rules without one.

    How codes begin (CTT) lists the rules of a family.
    """
    rules = RULES if code is None else _named(code)
    put(_explained(rules[0]) if len(rules) == 1 else _listed(rules))


def _named(code: str) -> Sequence[Rule]:
    """Return the rules that are meant, however a code or name is capitalized."""
    for word in (code.upper(), code.lower()):
        with suppress(UnknownRule):
            return rules_of(word)
    return rules_of(code)


def _listed(rules: Sequence[Rule]) -> Iterator[Line]:
    width = max(len(rule.kind.name) for rule in rules)
    for rule in rules:
        kind = rule.kind
        yield Line.of(
            (kind.code, "bold"),
            f"  {kind.name:{width}}  {kind.severity.value:7}  {rule.summary}",
        )


def _explained(rule: Rule) -> Iterator[Line]:
    kind = rule.kind
    mended = _FIXES[rule.fix.applicability] if rule.fix else ""
    yield Line.of((f"{kind.code} {kind.name}", "bold"), f" ({kind.severity.value}{mended})")
    yield Line.of("")
    for text in rule.explanation.strip().split("\n"):
        yield Line.of(text)
