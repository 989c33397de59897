"""All rules, and what a user may call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.errors import ClaimtrackError
from claimtrack.rules import (
    not_canonical,
    tag,
)
from claimtrack.text.misfits import suggestion

if TYPE_CHECKING:
    from claimtrack.rules.base import Rule

#: Every rule, by code.
RULES: tuple[Rule, ...] = (
    not_canonical.RULE,
    tag.RULE,
)


class UnknownRule(ClaimtrackError, LookupError):  # noqa: N818 - reads as a sentence
    """A word that names no rule."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        names = [name for rule in RULES for name in (rule.kind.code, rule.kind.name)]
        near = suggestion(asked, names) or suggestion(asked.upper(), names)
        super().__init__(
            f'"{asked}" names no rule{near or ""}'
            f"{'' if near else '; give a code, how codes begin, or a name'}"
        )


def rule_of(asked: str) -> Rule:
    """Return the rule of a code or a name.

    Raises `UnknownRule`.

    >>> rule_of("CTF101").kind.name
    'not-canonical'
    """
    for rule in RULES:
        if asked in (rule.kind.code, rule.kind.name):
            return rule
    raise UnknownRule(asked)


def rules_of(asked: str) -> tuple[Rule, ...]:
    """Return the rules of a code, of all codes that begin so, or of a name.

    Raises `UnknownRule`.

    >>> [rule.kind.code for rule in rules_of("not-canonical")]
    ['CTF101']
    """
    found = tuple(
        rule
        for rule in RULES
        if asked == rule.kind.name or (asked and rule.kind.code.startswith(asked))
    )
    if not found:
        raise UnknownRule(asked)
    return found
