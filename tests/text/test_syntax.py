from __future__ import annotations

import pytest

from claimtrack.findings import Span
from claimtrack.text.compose import compose

TAB = "a tab stands where YAML wants spaces: replace it with spaces"
NO_SPACE = "a space is missing behind `key:`: add it"
NO_KEY = "this line has no key: write `key: text`, or join it to the line above"
SECOND = "a second `: ` stands in this line: put the text that holds it in double quotes"
DEEPER = "this line is indented deeper than the entry above it: align their keys"
ESCAPE = "this is no escape that YAML knows: double the backslash before it"
DASH = "a list item stands where none can: indent it under a key of its own"
OTHER = "this line does not fit the one above: check its indentation, colons and quotes"
BEHIND = "this line does not belong to the record above: check its indentation and quotes"
BEHIND_DOUBLE = 'text follows a closing quote: close every quote, write " within the text as \\"'
BEHIND_SINGLE = "text follows a closing quote: close every quote, write ' within the text as ''"


def sign(char: str) -> str:
    return f'a text cannot begin with "{char}": put it in double quotes'


def unclosed(opening: str, closing: str) -> str:
    return f"`{opening}` is not closed by `{closing}`: add it, or a comma between"


BROKEN = {
    "no space, first line": ("key:value\nb: c\n", 1, 5, NO_SPACE),
    "no space, between": ("a: b\nkey:value\nc: d\n", 2, 5, NO_SPACE),
    "no space, last": ("a: b\nkey:value\n", 2, 5, NO_SPACE),
    "no space, nested": ("a:\n  key:value\n  b: c\n", 2, 7, NO_SPACE),
    "no space, item": ("- key:value\n  b: c\n", 1, 7, NO_SPACE),
    "no key": ("a: b\nfoo\nc: d\n", 2, 1, NO_KEY),
    "no key, first line": ("foo\nbar: c\n", 1, 1, NO_KEY),
    "second colon": ("a: b: c\n", 1, 5, SECOND),
    "colon behind an address": ("a: http://x: y\n", 1, 12, SECOND),
    "indented too deep": ("a: b\n  c: d\n", 2, 4, DEEPER),
    "indented between": ("a:\n    b: 1\n  c: 2\n", 3, 3, OTHER),
    "indented less than the record": (" a: b\nc: d\n", 2, 1, BEHIND),
    "text behind the record": ("{a: b}\nc\n", 2, 1, BEHIND),
    "double quote not closed": ('a: "foo\n', 1, 4, 'the quote " is not closed: close it'),
    "single quote not closed": ("a: 'foo\n", 1, 4, "the quote ' is not closed: close it"),
    "quote over documents": ('a: "foo\n--- b\n', 1, 4, 'the quote " is not closed: close it'),
    "quote closed by the next": ('a: "foo\nb: "bar"\n', 2, 5, BEHIND_DOUBLE),
    "quotes within quotes": ('a: "x "y" z"\n', 1, 8, BEHIND_DOUBLE),
    "apostrophe in quotes": ("a: 'it's'\n", 1, 8, BEHIND_SINGLE),
    "unknown escape": ('a: "x\\q"\n', 1, 7, ESCAPE),
    "escape without its digits": ('a: "\\x1"\n', 1, 7, ESCAPE),
    "escape beyond Unicode": ('a: "\\UFFFFFFFF"\n', 1, 7, ESCAPE),
    "escape at the end": ('a: "x\\', 1, 7, ESCAPE),
    "at sign": ("a: @b\n", 1, 4, sign("@")),
    "backtick": ("a: `b`\n", 1, 4, sign("`")),
    "percent sign": ("a: %b\n", 1, 4, sign("%")),
    "asterisk": ("a: * b\n", 1, 4, sign("*")),
    "ampersand": ("a: & b\n", 1, 4, sign("&")),
    "comma": ("a: , b\n", 1, 4, sign(",")),
    "closing bracket": ("a: ]\n", 1, 4, sign("]")),
    "text behind a bar": ("a: | b\n", 1, 4, sign("|")),
    "text behind a greater sign": ("a: > b\n", 1, 4, sign(">")),
    "list not closed": ("a: [b, c\nd: e\n", 1, 4, unclosed("[", "]")),
    "mapping not closed": ("{a: b\n", 1, 1, unclosed("{", "}")),
    "list closed by a brace": ("a: [b}\n", 1, 4, unclosed("[", "]")),
    "text that ends in a list": (
        "a: b\nc: [\n\n",
        2,
        4,
        "the text ends within brackets: close them",
    ),
    "text that ends behind a comma": ("a: {b,", 1, 6, "the text ends within brackets: close them"),
    "item behind a key": ("a: - b\n", 1, 4, DASH),
    "item below an entry": ("a: b\n- c\n", 2, 1, DASH),
    "entry below an item": ("- a\nb: c\n", 2, 1, OTHER),
    "question mark behind a key": ("a: ? b\n", 1, 4, OTHER),
    "long key": (f"{'k' * 1025}: v\n", 1, 1, "a key has at most 1,024 characters: shorten it"),
    "tab behind a colon": ("a:\tb\n", 1, 3, TAB),
    "tab behind a text": ("a: b\t# c\n", 1, 5, TAB),
    "tab within a plain text": ("a: b\tc\n", 1, 5, TAB),
    "text behind the end": ("a: b\n... c\n", 2, 5, OTHER),
}
WHOLE = {
    "colon without a space in a text": "a: b:c\nd: http://x/y\n",
    "quotes within a text": 'a: it\'s "so"\n',
    "brackets within a text": "a: b]c}\n",
    "signs within a text": "a: b@c `d` %e *f &g\n",
    "dash without a space": "a: -b\n",
    "text over lines": "a: b\n  c\n  d\n",
    "list at its key": "a:\n- b\n- c\n",
    "flow over lines": "a: [b,\n c,\n d]\n",
    "question mark without a space": "a: ?b\n",
    "key of 1,024 characters": f"{'k' * 1024}: v\n",
    "tab within a quoted text": 'a: "b\tc"\n',
}


@pytest.mark.parametrize(("text", "line", "column", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_break_is_told_in_words_that_say_what_to_do(
    text: str, line: int, column: int, message: str
) -> None:
    composed = compose(text)
    [fault] = [fault for fault in composed.faults if fault.kind.code == "CTY101"]
    span = fault.span or Span()

    assert (span.line, span.column, fault.message) == (line, column, message)


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_what_yaml_allows_is_no_break(text: str) -> None:
    assert compose(text).faults == ()
