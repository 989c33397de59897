from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimtrack.text.compose import compose
from claimtrack.text.nodes import data_of
from claimtrack.text.scalars import (
    ANY,
    BARE,
    NAME,
    PROSE,
    WIDTH,
    Manner,
    on_one_line,
    quoted,
    written,
)
from tests.strategies import UGLY_TEXTS, printed_texts

#: Characters that YAML gives a meaning, and those that numbers and dates are made of.
MARKS = "ab-?:,[]{}#&*!|>'\"%@`~=<.0123456789_+eExXoO yYnNtT\\/\t\u00a0\u2028\u0085é中😀\n"

TYPED = (
    *("y", "N", "yes", "No", "ON", "off", "true", "False", "NULL", "null", "~", "=", "<<"),
    *("0", "12", "-1", "+1", "012", "089", "1_000", "0x1F", "0o14", "0b11", "190:20:30", "1:30"),
    *("1.5", "1.", ".5", "-.5", "1e3", "1E-3", "6.8523015e+5", "1_0.5", "1:30.5", "."),
    *(".inf", "-.INF", "+.Inf", ".nan", ".NaN", "2024-07-31", "2024-7-1 12:00:00"),
    *("2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5", "2001-12-15T02:59:43Z"),
)
UNTYPED = (
    *("yEs", "nope", "tRUE", "nil", "a", "1a", "0b", "0x", "1:60x", "1 000", "10 %", "7th"),
    *(
        "1-2",
        "+",
        "12:",
        "5 to 7",
        "inf",
        "nan",
        "e3",
        "2024-07",
        "2018~",
        "2024-07-31T02:00+03:30",
    ),
    *("1:3:a", "--1", "1e", "1,5", "<<<", "==", "paragraph 5", "2024-07-XX"),
)


@pytest.mark.parametrize("text", TYPED)
def test_what_yaml_takes_for_another_type_is_quoted(text: str) -> None:
    assert on_one_line(text) == f'"{text}"'


@pytest.mark.parametrize("text", [text for text in UNTYPED if text != "12:"])
def test_what_yaml_takes_for_text_is_plain(text: str) -> None:
    assert on_one_line(text) == text


@pytest.mark.parametrize("text", [text for text in TYPED if text not in ("~", "=")])
def test_a_bare_scalar_has_no_quotes_for_its_type(text: str) -> None:
    assert on_one_line(text, bare=True) == text


PLAIN = (
    *("-a", "?a", ":a", "a:b", "a#b", "it's", 'a "b"', "c:\\dir", "a,b", "a[b]", "a{b}", "a - b"),
    *("... a", "---", "no\u00a0break", "a|b", "a > b", "50%", "é", "哈尼亚", "🕊", "a  b", "a&b"),
)
QUOTED = (
    *("", "-", "?", ":", "- a", "? a", ": a", "a: b", "a:", "a #b", "#a", "'a", '"a', "[a", "]a"),
    *("{a", "}a", ",a", "&a", "*a", "!a", "|a", ">a", "%a", "@a", "`a", " a", "a ", "\ta", "a\tb"),
    *("a\nb", "a\u2028b", "a\u0085b", "\u00a0a", "a\u3000", "\ufeffa", "\x1b"),
)


@pytest.mark.parametrize("text", PLAIN)
def test_text_that_yaml_gives_back_is_plain(text: str) -> None:
    assert on_one_line(text) == text


@pytest.mark.parametrize("text", QUOTED)
def test_text_that_yaml_would_not_give_back_is_quoted(text: str) -> None:
    assert on_one_line(text) == quoted(text)


@pytest.mark.parametrize("text", ["a,b", "a[b", "a]", "a{b", "a}", "a?", "?a", ":a"])
def test_within_a_flow_list_more_is_quoted(text: str) -> None:
    assert on_one_line(text) == text
    assert on_one_line(text, flow=True) == f'"{text}"'


ESCAPES = {
    'a "b" \\c': r'"a \"b\" \\c"',
    "a\tb\nc": r'"a\tb\nc"',
    "\0\a\b\v\f\r\x1b": r'"\0\a\b\v\f\r\e"',
    "\x85\u2028\u2029": r'"\N\L\P"',
    "\x01\x7f\x9f": r'"\x01\x7f\x9f"',
    "\ufeff\ufffe\ud800": r'"\ufeff\ufffe\ud800"',
    "\u00a0é🕊": '"\u00a0é🕊"',
}


@pytest.mark.parametrize(("text", "line"), ESCAPES.items())
def test_what_cannot_stand_in_quotes_is_escaped(text: str, line: str) -> None:
    assert quoted(text) == line


WRITTEN = {
    "short text": ("One. Two", PROSE, 80, ("One. Two",)),
    "text that just fits": ("One. Two", PROSE, 8, ("One. Two",)),
    "text that does not fit": ("One. Two", PROSE, 7, (">-", "One.", "Two")),
    "quotes count": ("One: Two", PROSE, 9, (">-", "One: Two")),
    "quotes count when they fit": ("One: Two", PROSE, 10, ('"One: Two"',)),
    "a word that does not fit": ("word", PROSE, 3, (">-", "word")),
    "a number that does not fit": ("1234", PROSE, 5, (">-", "1234")),
    "a name that does not fit": ("a b", NAME, 2, ("a b",)),
    "a name of two lines": ("a\nb", NAME, 80, ('"a\\nb"',)),
    "a name like a number": ("12", NAME, 80, ('"12"',)),
    "a quantity": ("12", BARE, 80, ("12",)),
    "a set of dates": ("[..2020]", BARE, 80, ('"[..2020]"',)),
    "a number under an unknown key": ("12", ANY, 80, ("12",)),
    "text under an unknown key": ("One. Two", ANY, 7, (">-", "One.", "Two")),
    "two lines": ("one\ntwo", PROSE, 80, ("|-", "one", "two")),
    "two paragraphs": ("one\n\n#two", PROSE, 80, ("|-", "one", "", "#two")),
    "a line that begins in space": ("one\n two", PROSE, 80, ('"one\\n two"',)),
    "a line that ends in space": ("one \ntwo", PROSE, 80, ('"one \\ntwo"',)),
    "a line of space": ("one\n \ntwo", PROSE, 80, ('"one\\n \\ntwo"',)),
    "a break at the end": ("one\n", PROSE, 80, ('"one\\n"',)),
    "a break at the start": ("\none", PROSE, 80, ('"\\none"',)),
    "a tab in long text": ("one\ttwo", PROSE, 2, ('"one\\ttwo"',)),
    "space at the end of long text": ("one ", PROSE, 2, ('"one "',)),
    "nothing": ("", PROSE, 0, ('""',)),
}


@pytest.mark.parametrize(("text", "manner", "room", "lines"), WRITTEN.values(), ids=WRITTEN)
def test_a_scalar_is_written(text: str, manner: Manner, room: int, lines: tuple[str, ...]) -> None:
    assert written(text, manner, room=room) == lines


def read_again(text: str) -> list[object]:
    """Return what the reference reader, YAML 1.2 and YAML 1.1 make of a text."""
    root = compose(text).root
    assert root is not None
    newer = YAML(typ="safe", pure=True)
    older = YAML(typ="safe", pure=True)
    older.version = (1, 1)
    return [data_of(root), newer.load(text), older.load(text)]


@given(st.text(MARKS, max_size=8))
@example("--- a")
@example("1:30")
def test_every_reader_gives_a_scalar_back(text: str) -> None:
    line, flow = on_one_line(text), on_one_line(text, flow=True)
    data = {"a": text, "b": [text, text], "c": [text]}
    document = f"a: {line} # c\nb: [{flow}, {flow}]\nc:\n  - {line}\n"
    assert read_again(document) == [data] * 3


@given(st.one_of(printed_texts, st.text(MARKS)), st.sampled_from([PROSE, ANY]), st.integers(0, 90))
@example(UGLY_TEXTS[-1], PROSE, 10)
def test_every_style_gives_its_text_back(text: str, manner: Manner, room: int) -> None:
    first, *rest = written(text, manner, room=room)
    lines = [f"    {line}" if line else "" for line in rest]
    document = "\n".join([f"a:\n  b: {first}", *lines, "  c: d", ""])
    root = compose(document).root
    assert root is not None
    assert data_of(root) == {"a": {"b": text, "c": "d"}}


@given(st.text(st.sampled_from("ab .,\"'"), max_size=200))
def test_text_on_one_line_is_no_wider_than_its_room(text: str) -> None:
    first, *rest = written(text, PROSE, room=WIDTH)
    assert len(first) <= WIDTH or text != text.strip()
    assert bool(rest) == (first == ">-")


@pytest.mark.parametrize(
    "unit", ["1", "1_", "1:1", "0.", "1e", "-", "2024-01-01 ", ": ", " #", '"', "\\", "a\n"]
)
def test_long_texts_take_no_longer_than_their_length_asks(unit: str) -> None:
    # A pattern that backtracks would take minutes here.
    text = f"{unit * 50_000}x"
    assert written(text, PROSE, room=80)
