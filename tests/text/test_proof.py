from __future__ import annotations

import pytest

from claimtrack.text.arrange import arrange
from claimtrack.text.compose import compose
from claimtrack.text.emit import page_text
from claimtrack.text.layout import Group, Leaf, Page, Part
from claimtrack.text.proof import Held, difference, held
from claimtrack.text.scalars import PROSE


def holding(text: str) -> Held:
    found = held(compose(text))
    assert found
    return found


def told(text: str, new: str) -> str:
    before = holding(text)
    return difference(before, arrange(before.data, before.comments), holding(new))


ALIASES = "speaker: Hamas\naliases:\n  - a # x\n  - b\n"
SAME = {
    "the same text": (ALIASES, ALIASES),
    "another layout": (
        "speaker: Hamas\naliases: [b, a]\n",
        "aliases:\n- a\n- 'b'\nspeaker: Hamas",
    ),
    "a default left out": ("claim: x\nstatus: draft\n", "claim: x\n"),
    "an empty value left out": ("claim: x\ntags: []\nnote: ''\n", "claim: x\n"),
    "a bare relay": (
        "claim: x\nversions: {a: {attributions: [{via: [{speaker: b}]}]}}\n",
        "claim: x\nversions: {a: {attributions: [{via: [b]}]}}\n",
    ),
    "composed": ("speaker: e\u0301 # e\u0301\n", "speaker: \u00e9 # \u00e9\n"),
}


@pytest.mark.parametrize(("text", "new"), SAME.values(), ids=SAME)
def test_a_layout_is_no_difference(text: str, new: str) -> None:
    assert told(text, new) == ""


DIFFERENT = {
    "a text is lost": ("note: n\nspeaker: Hamas\n", "speaker: Hamas\n", '"n" at `note`'),
    "a text comes in": ("speaker: Hamas", "speaker: Hamas\nnote: n\n", '"n" at `note`'),
    "a text changes": ("speaker: Hamas\n", "speaker: Iran\n", '"Hamas" at `speaker`'),
    "a comment is lost": ("speaker: Hamas # so\n", "speaker: Hamas\n", '"#" at `speaker`'),
    "a comment changes its key": (
        "speaker: Hamas # so\nkind: group\n",
        "speaker: Hamas\nkind: group # so\n",
        '"#" at `speaker`',
    ),
    "a comment changes its item": (
        ALIASES,
        "speaker: Hamas\naliases:\n  - a\n  - b # x\n",
        "line 3 is not stable",
    ),
    "a list that is no set changes its order": (
        "speaker: Hamas\nroles: [{role: b}, {role: a}]\n",
        "speaker: Hamas\nroles: [{role: a}, {role: b}]\n",
        "line 3 is not stable",
    ),
    "a quote is composed": (
        "claim: x\nquote: e\u0301\n",
        "claim: x\nquote: \u00e9\n",
        '"e\u0301" at `quote`',
    ),
}


@pytest.mark.parametrize(("text", "new", "what"), DIFFERENT.values(), ids=DIFFERENT)
def test_a_difference_is_told(text: str, new: str, what: str) -> None:
    assert told(text, new) == what


def test_a_comment_that_would_be_read_at_another_node_is_told() -> None:
    items = (Part(Leaf("a", PROSE), below=("# of a",)), Part(Leaf("b", PROSE)))
    name = Part(Leaf("Hamas", PROSE), key="speaker")
    aliases = Part(Group(items, keyed=False), key="aliases")
    page = Page((), Group((name, aliases), keyed=True))
    text = page_text(page)
    assert difference(holding(text), page, holding(text)) == "a comment changes its node"


def test_a_text_at_fault_holds_nothing_for_certain() -> None:
    assert held(compose("speaker: [")) is None
    assert held(compose("a: b\na: c\n")) is None
