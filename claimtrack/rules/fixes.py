"""How the faults that a rule finds are mended, where they have exactly one right answer."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from claimtrack.findings import Applicability, Finding, KeyPath
from claimtrack.rules.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.rules.drafts import Draft

#: Yields the edits that mend a finding; none where there is more than one answer, or no sure one.
Mend: TypeAlias = Callable[["Draft", Finding], Iterator[Edit]]
#: A text and the keys that lead to it; what is surely meant by it, or None.
Propose: TypeAlias = Callable[["Draft", KeyPath, str], str | None]


@frozen(kw_only=True)
class Fix:
    """How the findings of a rule are mended."""

    #: `safe` where what is read stays the same, `unsafe` where a record comes to say something
    #: else, however likely it is what was meant.
    applicability: Applicability
    edits: Mend
    #: How many of a finding's last keys do not limit what the edits may change.
    above: int = 0
    #: Whether every finding can be mended: whether one can need not be tried.
    always: bool = False
    #: Whether it is about the text as a whole, and goes with no other fix.
    alone: bool = False


def instead(propose: Propose) -> Fix:
    """Return the fix that writes what is surely meant in the place of a text."""

    def edits(draft: Draft, finding: Finding) -> Iterator[Edit]:
        text = draft.value(finding.keys)
        wanted = propose(draft, finding.keys, text) if text else None
        edit = draft.replaced(finding.keys, wanted) if wanted and wanted != text else None
        if edit:
            yield edit

    return Fix(applicability="unsafe", edits=edits)


def removal() -> Fix:
    """Return the fix that takes the characters away at which a finding stands."""

    def edits(draft: Draft, finding: Finding) -> Iterator[Edit]:
        start, end = draft.stretch(finding)
        if start < end:
            yield Edit(start, end, "")

    return Fix(applicability="unsafe", edits=edits)


#: How alike two words are, up to 1, of which one may be a slip for the other, and how much less
#: alike the next is that is then surely not meant.
_NEAR, _APART = 0.75, 0.1


def only_near(word: str, words: Iterable[str]) -> str | None:
    """Return the one of some words that is near to a word, None where none or several are.

    >>> only_near("assert", ["asserts", "denies"])
    'asserts'
    >>> only_near("hama", ["hamas", "hamad"]) is None
    True
    """
    known = sorted(words)
    if word.lower() in known:
        return word.lower()
    near = difflib.get_close_matches(word[:100], known, n=2, cutoff=_NEAR)
    first, second = (*(_alike(word, other) for other in near), 0.0, 0.0)[:2]
    return near[0] if near and first - second >= _APART else None


def _alike(word: str, other: str) -> float:
    return difflib.SequenceMatcher(None, other, word[:100]).ratio()
