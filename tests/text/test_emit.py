from __future__ import annotations

import attrs

from claimtrack.text.emit import entry_lines, item_lines, page_text
from claimtrack.text.layout import Contested, Group, Leaf, Page, Part
from claimtrack.text.markers import Markers
from claimtrack.text.scalars import ANY, NAME, PROSE

A = Leaf("a", NAME)


def keyed(*parts: Part) -> Group:
    return Group(parts, keyed=True)


def listed(*parts: Part, flow: bool = False) -> Group:
    return Group(parts, keyed=False, flow=flow)


def test_a_page_begins_with_its_header_and_ends_with_one_line_break() -> None:
    root = keyed(Part(A, key="x"))
    assert page_text(Page(("# h",), root)) == "# h\n\nx: a\n"
    assert page_text(Page((), root)) == "x: a\n"


def test_a_blank_line_stands_between_spaced_parts_only() -> None:
    parts = (Part(A, key="x"), Part(A, key="z"))
    spaced = Part(Group(parts, keyed=True, spaced=True), key="k")
    assert entry_lines(spaced, 0) == ["k:", "  x: a", "", "  z: a"]


def test_a_key_that_would_end_the_document_is_quoted() -> None:
    keys = ("--- a", "...", "---", "--- a: b", '... "', "---a", "no")
    lines = [entry_lines(Part(A, key=key), 0)[0] for key in keys]
    assert lines == [
        '"--- a": a',
        '"...": a',
        '"---": a',
        '"--- a: b": a',
        '"... \\"": a',
        "---a: a",
        '"no": a',
    ]


def test_a_flow_list_with_a_comment_is_block() -> None:
    group = listed(Part(A, beside="# c"), Part(A), flow=True)
    assert entry_lines(Part(group, key="k"), 0) == ["k:", "  - a # c", "  - a"]


def test_a_flow_list_of_lists_stands_on_the_line_of_its_dash() -> None:
    group = listed(Part(A), flow=True)
    assert item_lines(Part(group, beside="# c"), 2) == ["  - [a] # c"]
    assert item_lines(Part(keyed()), 0) == ["- {}"]


def test_an_item_begins_on_the_line_of_its_dash_unless_a_comment_keeps_it_from_it() -> None:
    inner = keyed(Part(A, key="x"))
    commented = keyed(Part(A, key="x", above=("# c",)))
    assert item_lines(Part(inner), 0) == ["- x: a"]
    assert item_lines(Part(inner, beside="# c"), 0) == ["- # c", "  x: a"]
    assert item_lines(Part(commented), 0) == ["-", "  # c", "  x: a"]
    assert item_lines(Part(listed(Part(commented))), 0) == ["- -", "    # c", "    x: a"]


def test_the_lines_of_a_block_scalar_stand_below_its_key() -> None:
    text = Leaf("One.\n\nTwo.", PROSE)
    assert entry_lines(Part(text, key="k", beside="# c"), 2) == [
        "  k: |- # c",
        "    One.",
        "",
        "    Two.",
    ]
    assert item_lines(Part(text), 2) == ["  - |-", "    One.", "", "    Two."]


def test_comments_between_a_key_and_its_text_push_the_text_down() -> None:
    text = Leaf("One.\nTwo.", PROSE)
    assert entry_lines(Part(text, key="k", between=("# b",), beside="# c"), 0) == [
        "k:",
        "  # b",
        "  |- # c",
        "  One.",
        "  Two.",
    ]


def test_markers_stand_around_what_is_contested() -> None:
    one, other = (Part(Leaf(text, ANY)) for text in ("a", "b"))
    items = Group((Part(Contested(one, None, other)), other), keyed=False, flow=True)
    root = Group((Part(items, key="x"),), keyed=True)
    lines = ["x:", "<<<<<<< ours", "  - a", "=======", ">>>>>>> theirs", "  - b", ""]
    assert page_text(Page((), root)).split("\n") == lines
    shown = page_text(Page((), root), Markers(with_base=True)).split("\n")
    assert shown == [*lines[:3], "||||||| base", "  - b", *lines[3:]]


def test_a_contested_first_key_has_its_dash_on_both_sides() -> None:
    one, other, rest = (Part(Leaf("a", ANY), key=key) for key in "kkz")
    above = attrs.evolve(other, above=("# c",))
    head = Part(Contested(one, above, None), key="k")
    items = Group((Part(Group((head, rest), keyed=True)),), keyed=False)
    lines = ["x:", "<<<<<<< ours", "  - k: a", "=======", "  -", "    # c", "    k: a", ">>>>>>> theirs", "    z: a", ""]  # fmt: skip
    assert page_text(Page((), Group((Part(items, key="x"),), keyed=True))).split("\n") == lines
