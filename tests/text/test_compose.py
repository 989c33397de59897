from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimtrack.findings import Fault, Span
from claimtrack.text.comments import Comments
from claimtrack.text.compose import compose
from claimtrack.text.decode import decode
from claimtrack.text.limits import DEFAULT_LIMITS
from claimtrack.text.nodes import Data, Mapping, Node, Scalar, Sequence, data_of
from tests.strategies import mutated, yaml_like

CLAIMS = sorted((Path(__file__).parents[2] / "claims").rglob("*.yaml"))


def data(text: str) -> Data:
    root = compose(text).root
    assert root is not None
    return data_of(root)


def codes(text: str) -> list[tuple[str, int, int]]:
    spans = [(fault.kind.code, fault.span or Span()) for fault in compose(text).faults]
    return [(code, span.line, span.column) for code, span in spans]


LOOKS = [
    *("no", "yes", "on", "off", "y", "true", "True", "null", "~", "012", "0o14", "0x1F", "1e3"),
    *("1.5", "1_000", ".inf", ".nan", "1:30", "2024-13-45", "2024-07-31", "2024-07-31T02:00Z"),
    *("=", "-", "--", "?x", ":x", "-1", "+1", "5 %", "..2020", "a#b", "<<x", "1397"),
]


@pytest.mark.parametrize("text", LOOKS)
def test_a_plain_scalar_is_the_text_that_stands_there(text: str) -> None:
    wanted = {"a": text, "b": [text], text: "c"}
    if text in ("-", "?x", ":x"):
        assert data(f"a: {text}x\n") == {"a": f"{text}x"}
    else:
        assert data(f"a: {text}\nb: [{text}]\n{text}: c\n") == wanted


SCALARS = {
    "plain": ("a: b c\n", "b c", "plain", Span(1, 4, 1, 7)),
    "plain over lines": ("a: b\n  c\n\n  d\n", "b c\nd", "plain", Span(1, 4, 4, 4)),
    "plain with a sharp": ("a: b#c\n", "b#c", "plain", Span(1, 4, 1, 7)),
    "single-quoted": ("a: 'it''s'\n", "it's", "single", Span(1, 4, 1, 11)),
    "double-quoted": ('a: "b\\n\\u00e9"\n', "b\né", "double", Span(1, 4, 1, 15)),
    "double-quoted over lines": ('a: "b\n  c \\\n  d"\n', "b c d", "double", Span(1, 4, 3, 5)),
    "literal": ("a: |\n  b\n   c\nd: e\n", "b\n c\n", "literal", Span(1, 4, 3, 5)),
    "literal, stripped": ("a: |-\n  b\n\n\nd: e\n", "b", "literal", Span(1, 4, 2, 4)),
    "literal, kept": ("a: |+\n  b\n\nd: e\n", "b\n\n", "literal", Span(1, 4, 2, 4)),
    "literal, empty": ("a: |\nd: e\n", "", "literal", Span(1, 4, 1, 5)),
    "literal, indented": ("a: |2\n   b\n", " b\n", "literal", Span(1, 4, 2, 5)),
    "literal with a comment": ("a: | # c\n  b\n", "b\n", "literal", Span(1, 4, 2, 4)),
    "literal at the end of the text": ("a: |\n  b", "b", "literal", Span(1, 4, 2, 4)),
    "folded": ("a: >\n  b\n  c\n\n  d\n", "b c\nd\n", "folded", Span(1, 4, 5, 4)),
    "folded, stripped": ("a: >-\n  b\n  c\n", "b c", "folded", Span(1, 4, 3, 4)),
    "folded with comments below": ("a: >-\n  b\n# c\nd: e\n", "b", "folded", Span(1, 4, 2, 4)),
    "nothing": ("a:\nb: c\n", "", "plain", Span(1, 3, 1, 3)),
    "nothing at the end": ("a:", "", "plain", Span(1, 3, 1, 3)),
    "nothing but a comment": ("a: # c\n\nb: c\n", "", "plain", Span(1, 3, 1, 3)),
    "nothing, nor a colon": ("? a\n? b\n", "", "plain", Span(1, 4, 1, 4)),
    "nothing in braces": ("{a, b}\n", "", "plain", Span(1, 3, 1, 3)),
    "beyond the basic plane": ("a: 🕊 b\n", "🕊 b", "plain", Span(1, 4, 1, 7)),
    "line breaks that are none": (
        "a: b\x85c\u2028 d\u2029e\n",
        "b\x85c\u2028 d\u2029e",
        "plain",
        Span(1, 4, 1, 12),
    ),
}


@pytest.mark.parametrize(("text", "value", "style", "span"), SCALARS.values(), ids=SCALARS.keys())
def test_a_scalar_has_its_text_style_and_place(
    text: str, value: str, style: str, span: Span
) -> None:
    composed = compose(text)
    assert isinstance(composed.root, Mapping)
    node = composed.root.get("a")

    assert isinstance(node, Scalar)
    assert (node.value, node.style, node.span) == (value, style, span)
    assert composed.faults == ()


STRUCTURES: dict[str, tuple[str, Data]] = {
    "block": ("a:\n  - b\n  - c: d\n    e: f\n", {"a": ["b", {"c": "d", "e": "f"}]}),
    "list at its key": ("a:\n- b\n-\n- - c\n  - d\n", {"a": ["b", "", ["c", "d"]]}),
    "flow": ("{a: [b, {c: d}, []], 'e': {}}\n", {"a": ["b", {"c": "d"}, []], "e": {}}),
    "flow with a pair": ("a: [b: c, ? d : e]\n", {"a": [{"b": "c"}, {"d": "e"}]}),
    "explicit keys": ("? a\n: b\n? |\n  c\n: d\n", {"a": "b", "c\n": "d"}),
    "keys without values": ("{a, b: , 'c'}\n", {"a": "", "b": "", "c": ""}),
    "an empty key": (": a\n", {"": "a"}),
    "an explicit document": ("--- # c\na: b\n...\n# d\n", {"a": "b"}),
    "a document on its line": ("--- {a: b}\n", {"a": "b"}),
    "quoted merge sign": ("'<<': a\n", {"<<": "a"}),
    "the same key elsewhere": (
        "a:\n  a: b\nc:\n  - a: d\n  - a: e\n",
        {"a": {"a": "b"}, "c": [{"a": "d"}, {"a": "e"}]},
    ),
}


@pytest.mark.parametrize(("text", "wanted"), STRUCTURES.values(), ids=STRUCTURES.keys())
def test_collections_of_either_style_are_read(text: str, wanted: Data) -> None:
    assert data(text) == wanted
    assert compose(text).faults == ()


def test_a_collection_spans_its_brackets_or_its_nodes() -> None:
    root = compose("a: [b, c ] # d\ne:\n  - f\n  - g\n\n# h\n").root

    assert isinstance(root, Mapping)
    flow, block = root.get("a"), root.get("e")
    assert isinstance(flow, Sequence)
    assert isinstance(block, Sequence)
    assert (flow.flow, flow.span) == (True, Span(1, 4, 1, 11))
    assert (block.flow, block.span) == (False, Span(3, 3, 4, 6))
    assert (root.flow, root.span) == (False, Span(1, 1, 4, 6))


def test_a_pair_without_brackets_ends_with_its_value() -> None:
    root = compose("a: [b: c # d\n  , e]\n").root

    assert isinstance(root, Mapping)
    items = root.get("a")
    assert isinstance(items, Sequence)
    assert (items.items[0].span, items.items[1].span) == (Span(1, 5, 1, 9), Span(2, 5, 2, 6))


FAULTY: dict[str, tuple[str, list[tuple[str, int, int]], Data]] = {
    "anchor": ("a: &x b\n", [("CTY110", 1, 4)], {"a": "b"}),
    "anchor on nothing": ("a: &x\n", [("CTY110", 1, 4)], {"a": ""}),
    "anchor on a list": ("a: &x\n  - b\n", [("CTY110", 1, 4)], {"a": ["b"]}),
    "anchor on a key": ("&x a: b\n", [("CTY110", 1, 1)], {"a": "b"}),
    "alias": ("a: &x b\nc: *x\n", [("CTY110", 1, 4), ("CTY110", 2, 4)], {"a": "b", "c": ""}),
    "alias of nothing": ("a: [*x]\n", [("CTY110", 1, 5)], {"a": [""]}),
    "tag": ("a: !!int 5\n", [("CTY111", 1, 4)], {"a": "5"}),
    "local tag": ("a: !x {b: c}\n", [("CTY111", 1, 4)], {"a": {"b": "c"}}),
    "non-specific tag": ("a: ! b\n", [("CTY111", 1, 4)], {"a": "b"}),
    "verbatim tag": ("a: !<x> b\n", [("CTY111", 1, 4)], {"a": "b"}),
    "tag and anchor": ("a: !x &y b\n", [("CTY110", 1, 7), ("CTY111", 1, 7)], {"a": "b"}),
    "merge key": ("a: b\n<<: {c: d}\n", [("CTY112", 2, 1)], {"a": "b"}),
    "nothing but a merge key": ("<<: {c: d}\n", [("CTY112", 1, 1)], {}),
    "duplicate key": ("a: b\nc: d\na: e\n", [("CTY113", 3, 1)], {"a": "b", "c": "d"}),
    "duplicate key, quoted": ("a: b\n'a': c\n", [("CTY113", 2, 1)], {"a": "b"}),
    "duplicate key, flow": ("a: {b: c, b: d}\n", [("CTY113", 1, 11)], {"a": {"b": "c"}}),
    "duplicate key, composed otherwise": (
        "\u00e9: b\ne\u0301: c\n",
        [("CTY113", 2, 1)],
        {"\u00e9": "b"},
    ),
    "second document": ("a: b\n---\nc: d\n", [("CTY114", 2, 1)], {"a": "b"}),
    "second document, empty": ("a: b\n---\n", [("CTY114", 2, 1)], {"a": "b"}),
    "second document, bare": ("a: b\n...\n# c\nd: e\n", [("CTY114", 4, 1)], {"a": "b"}),
    "first document empty": ("---\n---\na: b\n", [("CTY114", 2, 1), ("CTY120", 2, 1)], ""),
    "directive": ("%YAML 1.1\n---\na: b\n", [("CTY115", 1, 1)], {"a": "b"}),
    "directives": (
        "# c\n%TAG ! x\n\n%FOO\n---\na: b\n",
        [("CTY115", 2, 1), ("CTY115", 4, 1)],
        {"a": "b"},
    ),
    "list as a key": ("? [a]\n: b\nc: d\n", [("CTY119", 1, 3)], {"c": "d"}),
    "flow list as a key": ("[a]: b\n", [("CTY119", 1, 1)], {}),
    "mapping as a key": ("? a: b\n: c\n", [("CTY119", 1, 3)], {}),
    "a list": ("- a\n", [("CTY120", 1, 1)], ["a"]),
    "a text": ("a\n", [("CTY120", 1, 1)], "a"),
    "no keys": ("{}\n", [("CTY120", 1, 1)], {}),
    "tab in a quoted text": ('a: "b\n\tc"\n', [("CTY109", 2, 1)], {"a": "b c"}),
    "tab in brackets": ("a: [\n \tb]\n", [("CTY109", 2, 2)], {"a": ["b"]}),
    "several faults": (
        'a: &x b\n<<: *x\na: "\\e"\nc: \u200bd\n',
        [
            ("CTY110", 1, 4),
            ("CTY110", 2, 5),
            ("CTY112", 2, 1),
            ("CTY113", 3, 1),
            ("CTY105", 3, 5),
            ("CTY107", 4, 4),
        ],
        {"a": "b", "c": "\u200bd"},
    ),
}


@pytest.mark.parametrize(("text", "faults", "wanted"), FAULTY.values(), ids=FAULTY.keys())
def test_what_a_record_does_not_have_is_told_and_the_rest_is_read(
    text: str, faults: list[tuple[str, int, int]], wanted: Data
) -> None:
    assert sorted(codes(text)) == sorted(faults)
    assert data(text) == wanted


NOTHING: dict[str, tuple[str, list[tuple[str, int, int]]]] = {
    "nothing": ("", [("CTY120", 1, 1)]),
    "comments": ("# a\n\n# b\n", [("CTY120", 1, 1)]),
    "an end": ("...\n", [("CTY101", 1, 1)]),
    "tab indentation": ("a:\n\tb: c\n", [("CTY109", 2, 1)]),
    "tab indentation of an item": ("a:\n \t- b\n", [("CTY109", 2, 2)]),
    "anchor, then a break": ("a: &x b\nc: @d\n", [("CTY110", 1, 4), ("CTY101", 2, 4)]),
    "characters, then a break": (
        "a: \x1b\u202e\nc: [\n",
        [("CTY105", 1, 4), ("CTY106", 1, 5), ("CTY101", 2, 4)],
    ),
    "tab, then a break": ('a: [\n\tb]\nc: "\n', [("CTY109", 2, 1), ("CTY101", 3, 4)]),
    "half a surrogate": ("a: b\n\ud800", [("CTY101", 2, 1), ("CTY105", 2, 1)]),
}


@pytest.mark.parametrize(("text", "faults"), NOTHING.values(), ids=NOTHING.keys())
def test_what_cannot_be_composed_has_no_root_but_all_faults_before(
    text: str, faults: list[tuple[str, int, int]]
) -> None:
    composed = compose(text)

    assert composed.root is None
    assert composed.comments == Comments()
    assert codes(text) == faults


def test_a_tab_in_a_block_scalar_is_text() -> None:
    text = "a: |\n  b\n  \tc\nd: >\n \te\nf: 'x'\n"

    assert data(text) == {"a": "b\n\tc\n", "d": "\te\n", "f": "x"}
    assert codes(text) == []


def test_faults_stand_in_the_order_of_their_places_with_their_keys() -> None:
    faults = compose("a:\n  - {b: c, b: &x d}\n").faults

    assert [(fault.kind.name, fault.keys) for fault in faults] == [
        ("duplicate-key", ("a", 0, "b")),
        ("anchor-or-alias", ("a", 0, "b")),
    ]


def test_a_message_names_a_key_on_one_short_line() -> None:
    [fault] = compose(f"? |\n  a\n  {'b' * 50}\n: c\n? |\n  a\n  {'b' * 50}\n: d\n").faults

    assert fault.message == (
        f"the key `a\\n{'b' * 37}…` stands on line 1 already: keep one of them"
    )


def deep(levels: int) -> str:
    return "a: " + "[" * (levels - 1) + "]" * (levels - 1)


def wide(nodes: int) -> str:
    return "a: [" + "b," * (nodes - 3) + "]"


LIMITS = {
    "depth": (deep(16), deep(17), "CTY118", "this is nested more than 16 levels deep: flatten it"),
    "nodes": (
        wide(20_000),
        wide(20_001),
        "CTY117",
        "the file has more than 20,000 nodes: split the record",
    ),
    "size": (
        f"a: {'é' * (128 * 1024 - 3)} bb",
        f"a: {'é' * (128 * 1024 - 3)} bbb",
        "CTY116",
        "the file has 262,145 bytes, the limit is 262,144: split the record",
    ),
}


@pytest.mark.parametrize(("within", "beyond", "code", "message"), LIMITS.values(), ids=LIMITS)
def test_the_limits_hold_to_the_last(within: str, beyond: str, code: str, message: str) -> None:
    assert compose(within).faults == ()
    assert compose(beyond).root is None
    assert [(fault.kind.code, fault.message) for fault in compose(beyond).faults] == [
        (code, message)
    ]


def test_lowered_limits_hold() -> None:
    limits = DEFAULT_LIMITS.lowered(depth=2, nodes=4)

    assert compose("a: [b, c]", limits).root is None
    assert compose("a: [b]", limits).root is not None
    assert compose("a: [[]]", limits).root is None


def test_an_alias_bomb_is_told_and_not_expanded() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
    )

    root = compose(bomb).root
    assert isinstance(root, Mapping)
    assert data_of(root.entries[-1].value) == [""] * 9
    assert {code for code, *_ in codes(bomb)} == {"CTY110"}


def flatten(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence():
            return [scalar for item in node.items for scalar in flatten(item)]
        case Mapping():
            pairs = [(entry.key, entry.value) for entry in node.entries]
            return [scalar for pair in pairs for part in pair for scalar in flatten(part)]


def check_faults(faults: tuple[Fault, ...], text: str) -> None:
    lines = text.split("\n")
    for fault in faults:
        span = fault.span
        assert span is not None
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert "\n" not in fault.message


@given(yaml_like())
@example("a: '\\")
@example('? "\\')
@example("&")
@example("a: !")
@example("!<")
@example("a: |9")
def test_whatever_the_text_reading_gives_a_root_or_a_fault(text: str) -> None:
    composed = compose(text)

    assert composed.root is not None or composed.faults
    check_faults(composed.faults, text)


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    check_faults(compose(text).faults, text)


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_quoted_text_is_read_back_or_told(text: str) -> None:
    composed = compose(f'a: "{"".join(f"{chr(92)}U{ord(char):08x}" for char in text)}"\n')
    forbidden = [char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Cn")]

    assert composed.root is not None
    assert data_of(composed.root) == {"a": text}
    assert not composed.faults or forbidden


@given(st.data())
def test_mutated_claims_are_read(data: st.DataObject) -> None:
    decoded = decode(data.draw(mutated([path.read_bytes()[:2000] for path in CLAIMS])))

    if decoded.text is not None:
        check_faults(compose(decoded.text).faults, decoded.text)


@given(yaml_like())
def test_places_are_those_of_the_text(text: str) -> None:
    composed = compose(text)
    if composed.root is None or composed.faults:
        return
    for scalar in flatten(composed.root):
        raw = text[scalar.start : scalar.end]
        assert raw == raw.strip(" \n") or scalar.style in ("literal", "folded")
        assert raw[:1] == {"single": "'", "double": '"', "literal": "|", "folded": ">"}.get(
            scalar.style, raw[:1]
        )
        if scalar.style == "plain" and "\n" not in raw:
            assert raw == scalar.value


@pytest.mark.parametrize("path", CLAIMS, ids=lambda path: path.stem)
def test_our_own_claims_are_read_as_other_readers_read_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert compose(text).faults == ()
    assert data(text) == YAML(typ="base", pure=True).load(text)
