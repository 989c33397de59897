from __future__ import annotations

import pytest

from claimtrack.findings import Span
from claimtrack.text.compose import compose
from claimtrack.text.nodes import data_of


def told(text: str) -> list[tuple[str, int, int, str]]:
    places = [(fault, fault.span or Span()) for fault in compose(text).faults]
    return [(fault.kind.code, span.line, span.column, fault.message) for fault, span in places]


RAW = {
    "nul": ("a\x00", "CTY105", "U+0000 NULL cannot be seen and is no text: remove it"),
    "escape": ("a\x1b", "CTY105", "U+001B ESCAPE cannot be seen and is no text: remove it"),
    "delete": ("a\x7f", "CTY105", "U+007F DELETE cannot be seen and is no text: remove it"),
    "c1": (
        "a\x9b",
        "CTY105",
        "U+009B, which has no name, cannot be seen and is no text: remove it",
    ),
    "surrogate": (
        "a\ud800",
        "CTY105",
        "U+D800, which has no name, cannot be seen and is no text: remove it",
    ),
    "noncharacter": (
        "a\uffff",
        "CTY105",
        "U+FFFF, which has no name, cannot be seen and is no text: remove it",
    ),
    "override": (
        "a\u202e",
        "CTY106",
        "U+202E RIGHT-TO-LEFT OVERRIDE changes the order in which text is shown: remove it",
    ),
    "mark": (
        "a\u200f",
        "CTY106",
        "U+200F RIGHT-TO-LEFT MARK changes the order in which text is shown: remove it",
    ),
    "arabic letter mark": (
        "a\u061c",
        "CTY106",
        "U+061C ARABIC LETTER MARK changes the order in which text is shown: remove it",
    ),
    "isolate": (
        "a\u2066",
        "CTY106",
        "U+2066 LEFT-TO-RIGHT ISOLATE changes the order in which text is shown: remove it",
    ),
    "zero width space": (
        "a\u200b",
        "CTY107",
        "U+200B ZERO WIDTH SPACE cannot be seen: remove it",
    ),
    "word joiner": ("a\u2060", "CTY107", "U+2060 WORD JOINER cannot be seen: remove it"),
    "byte-order mark within": (
        "a\ufeff",
        "CTY107",
        "U+FEFF ZERO WIDTH NO-BREAK SPACE cannot be seen: remove it",
    ),
    "language tag": (
        "a\U000e0061",
        "CTY107",
        "U+E0061 TAG LATIN SMALL LETTER A cannot be seen: remove it",
    ),
}
HARMLESS = {
    "persian": "حسین دهقان، وزیر",
    "chinese": "习近平",
    "combining": "é̩",
    "emoji": "🕊",
    "no-break space": "5\u00a0%",
    "next line, which is written with an escape": "a\x85b",
    "line separator": "a\u2028b\u2029c",
    "typographic": "“a” \u2013 b…",
    "soft hyphen": "a\u00adb",
}
PLACES = {
    "plain": ("claim: x{}y\n", 9),
    "single-quoted": ("claim: 'x{}y'\n", 10),
    "double-quoted": ('claim: "x{}y"\n', 10),
    "comment": ("claim: x # y{}\n", 13),
    "key": ("claim: x\nk{}y: z\n", 2),
    "literal": ("claim: |\n  x{}y\n", 4),
}


@pytest.mark.parametrize(("char", "code", "message"), RAW.values(), ids=RAW.keys())
@pytest.mark.parametrize(("frame", "column"), PLACES.values(), ids=PLACES.keys())
def test_a_character_that_must_not_stand_is_told_wherever_it_stands(
    char: str, code: str, message: str, frame: str, column: int
) -> None:
    [(told_code, _, told_column, told_message)] = told(frame.format(char))

    assert (told_code, told_message) == (code, message)
    assert told_column == column + 1


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS.keys())
@pytest.mark.parametrize("frame", [frame for frame, _ in PLACES.values()], ids=PLACES.keys())
def test_other_characters_are_text(text: str, frame: str) -> None:
    assert told(frame.format(text)) == []


ESCAPES = {
    "nul": (r"\0", "CTY105"),
    "bell": (r"\a", "CTY105"),
    "escape by letter": (r"\e", "CTY105"),
    "escape by code": (r"\x1b", "CTY105"),
    "escape by long code": (r"\u001B", "CTY105"),
    "escape by longest code": (r"\U0000001b", "CTY105"),
    "carriage return": (r"\r", "CTY104"),
    "override": (r"\u202e", "CTY106"),
    "zero width": (r"\u200B", "CTY107"),
    "byte-order mark": (r"\uFEFF", "CTY107"),
    "half of a pair": (r"\ud83d", "CTY101"),
    "behind an escaped backslash": (r"\\\x1b", "CTY105"),
}
HARMLESS_ESCAPES = {
    "tab": r"\t",
    "line feed": r"\n",
    "next line": r"\N\x85",
    "separators": r"\L\P",
    "no-break space": r"\_",
    "letter": r"\x41\u00e9\U0001F54A",
    "an escaped backslash": r"\\x1b \\e \\\\u202e",
    "a slash and quote": r"\/\"",
    "a line break": "\\\n  ",
}


@pytest.mark.parametrize(("escape", "code"), ESCAPES.values(), ids=ESCAPES.keys())
def test_an_escape_is_told_like_the_character_and_at_the_escape(escape: str, code: str) -> None:
    [(told_code, line, column, message)] = told(f'a: b\nc: "x{escape}y"\n')

    assert (told_code, line) == (code, 2)
    assert column == 6 if not escape.startswith("\\\\") else 8
    assert message.startswith(f"`{escape.removeprefix(chr(92) * 2)}` ")


@pytest.mark.parametrize("escape", HARMLESS_ESCAPES.values(), ids=HARMLESS_ESCAPES.keys())
def test_other_escapes_are_text(escape: str) -> None:
    assert told(f'a: "x{escape}y"\n') == []


@pytest.mark.parametrize("frame", ["'{}'", "{}", "|\n  {}"], ids=["single", "plain", "literal"])
@pytest.mark.parametrize("escape", [escape for escape, _ in ESCAPES.values()], ids=ESCAPES.keys())
def test_what_only_looks_like_an_escape_is_text(frame: str, escape: str) -> None:
    assert told(f"a: {frame.format('x' + escape)}\n") == []


def test_half_a_pair_is_not_in_the_value() -> None:
    root = compose('a: "\\ud83d\\udd4a"').root

    assert root is not None
    assert str(root).encode()
    assert [message for *_, message in told('a: "\\ud83d"')] == [
        "`\\ud83d` is half of a pair: write the character itself"
    ]


def test_cr_line_ends_are_told_once_and_hide_nothing() -> None:
    assert told("a: b\r\nc: d\r\na: e\r\n") == [
        (
            "CTY104",
            1,
            5,
            "the file holds CR 3 times: save it with LF line ends, and where git checks it out so, "
            "write `*.yaml text eol=lf` into `.gitattributes`",
        ),
        ("CTY113", 3, 1, "the key `a` stands on line 1 already: keep one of them"),
    ]


def test_cr_alone_ends_lines_of_yaml_but_none_of_ours() -> None:
    assert [(code, line) for code, line, *_ in told("a: b\rc: d\ra: e\r")] == [
        ("CTY104", 1),
        ("CTY113", 1),
    ]


def test_a_byte_order_mark_at_the_start_is_told_as_one() -> None:
    assert told("\ufeffa: b\n") == [
        (
            "CTY103",
            1,
            1,
            "U+FEFF ZERO WIDTH NO-BREAK SPACE is a byte-order mark: save the file without one",
        )
    ]


CONFLICT = """\
claim: a
<<<<<<< HEAD
kind: event
||||||| base
kind: causal
=======
kind: numerical
>>>>>>> theirs
"""


def test_every_line_that_a_merge_left_is_told_and_nothing_else() -> None:
    assert [(code, line) for code, line, *_ in told(CONFLICT)] == [
        ("CTY108", 2),
        ("CTY108", 4),
        ("CTY108", 6),
        ("CTY108", 8),
    ]
    assert told(CONFLICT)[0][3] == (
        "a merge conflict is not resolved: keep what is right and delete `<<<<<<<`"
    )


NO_CONFLICT = {
    "in a text": "a: <<<<<<< HEAD\n",
    "indented": "a: |\n  =======\n",
    "longer": "a: b\n# ========\n",
    "shorter": "a: b\n# =====\n",
}


@pytest.mark.parametrize("text", NO_CONFLICT.values(), ids=NO_CONFLICT.keys())
def test_what_only_looks_like_a_conflict_is_text(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    ["می\u200cخواهد", "خانه\u200cها را", "👩\u200d⚖\ufe0f", "👩🏽\u200d🚀"],
    ids=["persian verb", "persian plural", "judge", "astronaut"],
)
def test_joiners_that_spell_a_word_or_an_emoji_are_read(text: str) -> None:
    composed = compose(f"note: {text}\n")
    assert composed.faults == ()
    assert data_of(composed.root) == {"note": text}  # type: ignore[arg-type]  # a mapping


@pytest.mark.parametrize(
    "text",
    [
        "Ha\u200cmas",
        "می\u200c",
        "\u200cمی",
        "می\u200c\u200cخواهد",
        "ad\u200dmin",
        "👩\u200d",
        '"\\u200c"',
    ],
)
def test_joiners_elsewhere_are_told(text: str) -> None:
    assert {fault.kind.code for fault in compose(f"note: {text}\n").faults} == {"CTY107"}
