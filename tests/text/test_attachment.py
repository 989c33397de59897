from __future__ import annotations

import re
from itertools import chain
from typing import TypeAlias

import pytest
from hypothesis import given

from claimtrack.findings import KeyPath
from claimtrack.text.comments import Comments
from claimtrack.text.compose import compose
from claimtrack.text.nodes import data_of
from tests.strategies import commented, yaml_like

#: Where a comment is attached: the group, and the key path in it.
Place: TypeAlias = tuple[str, KeyPath]


def places(text: str) -> dict[str, Place]:
    """Return where each comment of a text is attached, by its words."""
    composed = compose(text)
    assert composed.faults == ()
    comments = composed.comments
    groups = {"above": comments.above, "beside": comments.beside, "below": comments.below}
    found: list[tuple[str, Place]] = [(comment, ("header", ())) for comment in comments.header]
    for group, by_keys in groups.items():
        found.extend(
            (comment, (group, keys)) for keys, several in by_keys.items() for comment in several
        )
    return {comment.removeprefix("# "): place for comment, place in found}


CASES: dict[str, tuple[str, dict[str, Place]]] = {
    "above the first key": ("# a\n\n#b\nclaim: x\n", {"a": ("header", ()), "#b": ("header", ())}),
    "beside the document's start": (
        "--- # a\n# b\nx: y\n",
        {"a": ("header", ()), "b": ("header", ())},
    ),
    "behind the first bracket": (
        "{ # a\n  # b\n  x: y}\n",
        {"a": ("header", ()), "b": ("header", ())},
    ),
    "above an entry": ("a: b\n# c\n# d\ne: f\n", {"c": ("above", ("e",)), "d": ("above", ("e",))}),
    "above an entry, behind a blank line": ("a: b\n\n# c\n\ne: f\n", {"c": ("above", ("e",))}),
    "above an entry, indented less": ("a:\n# c\n  e: f\n", {"c": ("above", ("a", "e"))}),
    "above an item": ("a:\n  - b\n  # c\n  - d\n", {"c": ("above", ("a", 1))}),
    "above the first item": ("a:\n  # c\n  - d\n", {"c": ("above", ("a", 0))}),
    "above an item at its key": ("a:\n- b\n# c\n- d\n", {"c": ("above", ("a", 1))}),
    "above an entry behind a list at its key": ("a:\n- b\n# c\nd: e\n", {"c": ("above", ("d",))}),
    "above nested items": ("a:\n  - - b\n    # c\n    - d\n", {"c": ("above", ("a", 0, 1))}),
    "above an item's first key": ("a:\n  -\n    # c\n    b: d\n", {"c": ("above", ("a", 0, "b"))}),
    "above an item's later key": (
        "a:\n  - b: c\n    # d\n    e: f\n",
        {"d": ("above", ("a", 0, "e"))},
    ),
    "above a text": ("a:\n  # c\n  text\nd: e\n", {"c": ("above", ("a",))}),
    "above brackets": ("a:\n  # c\n  [d]\n", {"c": ("above", ("a",))}),
    "above an explicit key": ("a: b\n?\n  # c\n  d\n: e\n", {"c": ("above", ("d",))}),
    "beside an entry": ("a: b # c\nd: e\n", {"c": ("beside", ("a",))}),
    "beside a text over lines": ("a: b\n  c # d\ne: f\n", {"d": ("beside", ("a",))}),
    "beside a quoted text": ("a: '#b' # c\n", {"c": ("beside", ("a",))}),
    "beside a key": ("a: # c\n  b: d\n", {"c": ("beside", ("a",))}),
    "beside a key without a value": ("a: # c\nb: d\n", {"c": ("beside", ("a",))}),
    "beside a key with a list at it": ("a: # c\n- d\n", {"c": ("beside", ("a",))}),
    "beside a dash": ("a:\n  - # c\n    b: d\n", {"c": ("beside", ("a", 0))}),
    "beside a dash without an item": (
        "a:\n  - # c\n  - # d\n",
        {"c": ("beside", ("a", 0)), "d": ("beside", ("a", 1))},
    ),
    "beside an item": ("a:\n  - b # c\n", {"c": ("beside", ("a", 0))}),
    "beside an item's key": (
        "a:\n  - b: c # d\n    e: f # g\n",
        {"d": ("beside", ("a", 0, "b")), "g": ("beside", ("a", 0, "e"))},
    ),
    "beside a literal's header": ("a: | # c\n  # no\n  b\nd: e\n", {"c": ("beside", ("a",))}),
    "beside a folded header with signs": ("a:\n  - >-2 # c\n    b\n", {"c": ("beside", ("a", 0))}),
    "beside a flow list": ("a: [b, c] # d\n", {"d": ("beside", ("a",))}),
    "beside a flow list's end": ("a: [b,\n  c\n] # d\ne: f\n", {"d": ("beside", ("a",))}),
    "beside a flow mapping in a list": ("a:\n  - {b: c} # d\n", {"d": ("beside", ("a", 0))}),
    "beside an explicit key's sign": ("a: b\n? # c\n  d\n: e\n", {"c": ("beside", ("d",))}),
    "beside an explicit key": ("a: b\n? d # c\n: e\n", {"c": ("beside", ("d",))}),
    "beside an explicit value's colon": ("? d\n: # c\n  e\n", {"c": ("beside", ("d",))}),
    "beside the record's bracket": ("{a: b} # c\n", {"c": ("beside", ("a",))}),
    "below at a dedent": ("a:\n  b: c\n  # d\ne: f\n", {"d": ("below", ("a", "b"))}),
    "below at a dedent, indented more": (
        "a:\n  b: c\n     # d\ne: f\n",
        {"d": ("below", ("a", "b"))},
    ),
    "below at a dedent, indented between": (
        "a:\n    b: c\n  # d\ne: f\n",
        {"d": ("below", ("a",))},
    ),
    "below at a dedent over levels": (
        "a:\n  b:\n    - c: d\n  # e\nf: g\n",
        {"e": ("below", ("a", "b"))},
    ),
    "below an item's key": ("a:\n  - b: c\n    # d\n  - e\n", {"d": ("below", ("a", 0, "b"))}),
    "below an item": ("a:\n  - b: c\n  # d\ne: f\n", {"d": ("below", ("a", 0))}),
    "below, indented without a dedent": ("a: b\n  # c\nd: e\n", {"c": ("below", ("a",))}),
    "below a block scalar": ("a:\n  b: |\n    c\n  # d\ne: f\n", {"d": ("below", ("a", "b"))}),
    "below a flow list": ("a:\n  b: [c]\n  # d\ne: f\n", {"d": ("below", ("a", "b"))}),
    "below the last entry": (
        "a:\n  b: c\n  # d\n# e\n",
        {"d": ("below", ("a", "b")), "e": ("below", ("a",))},
    ),
    "below an indented record": ("  a: b\n# c\n", {"c": ("below", ("a",))}),
    "below the document's end": (
        "a:\n  b: c\n... # d\n# e\n",
        {"d": ("below", ("a", "b")), "e": ("below", ("a",))},
    ),
    "below the record's bracket": ("{a: b}\n# c\n", {"c": ("below", ("a",))}),
    "within a flow list": (
        "a: [ # b\n  # c\n  d, # e\n# f\n  g # h\n  , i\n  # j\n]\n",
        {
            "b": ("beside", ("a",)),
            "c": ("above", ("a", 0)),
            "e": ("beside", ("a", 0)),
            "f": ("above", ("a", 1)),
            "h": ("beside", ("a", 1)),
            "j": ("below", ("a", 2)),
        },
    ),
    "within a flow mapping": (
        "a: {\n  # b\n  c: d, # e\n  # f\n  g: h\n  # i\n}\n",
        {
            "b": ("above", ("a", "c")),
            "e": ("beside", ("a", "c")),
            "f": ("above", ("a", "g")),
            "i": ("below", ("a", "g")),
        },
    ),
    "between a flow key and its value": (
        "a: {b: # c\n  # d\n  e}\n",
        {"c": ("beside", ("a", "b")), "d": ("above", ("a", "b"))},
    ),
    "within nested brackets": (
        "a: [[b\n  # c\n], # d\n  # e\n  {f: g}\n  # h\n]\n",
        {
            "c": ("below", ("a", 0, 0)),
            "d": ("beside", ("a", 0)),
            "e": ("above", ("a", 1)),
            "h": ("below", ("a", 1)),
        },
    ),
    "within empty brackets": (
        "a: [\n  # c\n]\nb: { # d\n}\n",
        {"c": ("above", ("a",)), "d": ("beside", ("b",))},
    ),
    "within a pair": ("a: [b: # c\n  d]\n", {"c": ("beside", ("a", 0, "b"))}),
    "at the record's last bracket": ("{a: b\n  # c\n}\n", {"c": ("below", ("a",))}),
    "in a gap with dashes": ("a:\n  - b\n  # c - d\n  - e\n", {"c - d": ("above", ("a", 1))}),
    "within brackets, indented more": (
        "a: [b,\n      # c\n  d]\n",
        {"c": ("above", ("a", 1))},
    ),
    "right behind a comma": ("a: [b,# c\n d]\n", {"c": ("beside", ("a", 0))}),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES.keys())
def test_a_comment_belongs_to_the_node_that_a_reader_would_say(
    text: str, wanted: dict[str, Place]
) -> None:
    assert places(text) == wanted


NO_COMMENTS = {
    "in a plain text": "a: b#c\n",
    "in quotes": "a: '# b'\nc: \"d # e\n  # f\"\n",
    "in a block": "a: |\n  # b\n\n  # c\nd: >-\n  e\n  # f\n",
    "in a key": "'# a': b\nc#d: e\n",
    "in brackets": "a: [b#c, '#d']\n",
}


@pytest.mark.parametrize("text", NO_COMMENTS.values(), ids=NO_COMMENTS.keys())
def test_a_sharp_within_a_text_is_no_comment(text: str) -> None:
    assert compose(text).comments == Comments()


def test_a_comment_is_kept_as_written_without_white_space_behind_it() -> None:
    assert compose("a: b #  c # d \t\n").comments.beside == {("a",): ("#  c # d",)}


def test_comments_of_one_node_keep_their_order() -> None:
    comments = compose("x: y\n# 1\n# 2\na: # 3\n  - b # 4\n  # 5\n  # 6\n").comments

    assert comments.above == {("a",): ("# 1", "# 2")}
    assert comments.below == {("a", 0): ("# 5", "# 6")}


def attached(comments: Comments) -> list[str]:
    groups = (comments.above, comments.beside, comments.below)
    several = chain.from_iterable(group.values() for group in groups)
    return [*comments.header, *chain.from_iterable(several)]


@given(commented())
def test_every_comment_is_attached_once_or_is_text(text: str) -> None:
    composed = compose(text)
    if composed.root is None or composed.faults:
        return
    in_texts = re.findall(r"# c\d+", str(data_of(composed.root)))

    found = [*attached(composed.comments), *in_texts]
    assert sorted(found) == sorted(re.findall(r"# c\d+", text))


@given(yaml_like())
def test_a_sharp_is_text_or_part_of_a_comment(text: str) -> None:
    composed = compose(text)
    if composed.root is None or composed.faults:
        return
    in_comments = "".join(attached(composed.comments)).count("#")
    in_texts = str(data_of(composed.root)).count("#")

    assert in_comments + in_texts == text.count("#")
