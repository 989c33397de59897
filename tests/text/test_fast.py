"""The fast reader gives what the reference gives without a fault, or nothing."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimtrack.model.records import Record, kind_of
from claimtrack.text.compose import Composed, compose
from claimtrack.text.convert import to_data
from claimtrack.text.decode import decode
from claimtrack.text.fast import plain_data
from claimtrack.text.fastlines import KNOWN
from claimtrack.text.format import write
from claimtrack.text.limits import DEFAULT_LIMITS, Limits
from claimtrack.text.nodes import Data, data_of
from claimtrack.text.read import read
from claimtrack.text.reference import reference
from tests.strategies import commented, mutated, records, yaml_like

CLAIMS = Path(__file__).parents[2] / "claims"
FILES = [path.read_bytes() for path in sorted(CLAIMS.rglob("*.yaml"))]
IS_NIGHTLY = settings.default is not None and settings.default.max_examples > 1000
#: How many changed files are read; another seed is a look at others.
MUTANTS, SEED = (100_000, None) if IS_NIGHTLY else (5_000, 1)


def slowly(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Composed | None:
    """Return what the reference reader gives, None where it finds a fault."""
    decoded = decode(data, limits)
    if decoded.text is None or decoded.faults:
        return None
    composed = reference(decoded.text, limits)
    return None if composed.faults else composed


def slow_data(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Data | None:
    composed = slowly(data, limits)
    return data_of(composed.root) if composed and composed.root else None


def disagreement(data: bytes, limits: Limits = DEFAULT_LIMITS) -> str:
    """Tell how the two readers differ: in data, the order of keys, places or comments."""
    fast = plain_data(data, limits)
    if fast is None:
        return ""
    wanted = slowly(data, limits)
    if not wanted or not wanted.root:
        return f"{data!r}\nfast: {fast}\nreference: nothing"
    if repr(fast) != repr(data_of(wanted.root)):
        return f"{data!r}\nfast: {fast}\nreference: {data_of(wanted.root)}"
    composed = compose(data.decode(), limits)
    # Of scalars that are not written, only the reference has some, wherever its parser puts them.
    written = tuple(scalar for scalar in wanted.scalars if scalar.start < scalar.end)
    same = composed == wanted and composed.scalars == written
    return "" if same else f"{data!r}\nfast: {composed}\nreference: {wanted}"


# --- what is accepted


def test_every_file_of_the_corpus_is_read_fast() -> None:
    assert [data for data in FILES if plain_data(data) is None] == []
    assert list(filter(None, map(disagreement, FILES))) == []


@given(records())
def test_a_record_in_canonical_layout_is_read_fast_unless_its_texts_are_ugly(
    record: Record,
) -> None:
    data = write(to_data(record), kind_of(record)).encode()
    assert disagreement(data) == ""
    if data.isascii() and b"\\" not in data and b"\t" not in data:
        assert plain_data(data) is not None


@given(records(), st.sampled_from([20, 60, 4096]), st.sampled_from([(2, 0), (4, 2), (6, 3)]))
def test_a_record_in_another_layout_is_read_as_the_reference_does(
    record: Record, width: int, indent: tuple[int, int]
) -> None:
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style, yaml.width, yaml.allow_unicode = False, width, True
    yaml.indent(mapping=indent[0], sequence=indent[0], offset=indent[1])
    stream = io.StringIO()
    yaml.dump(to_data(record), stream)
    assert disagreement(stream.getvalue().encode()) == ""


READ: dict[str, tuple[str, Data]] = {
    "keys in any order": ("kind: group\nspeaker: A\n", {"kind": "group", "speaker": "A"}),
    "a list at its key": ("a:\n- b\n- c\nd: e\n", {"a": ["b", "c"], "d": "e"}),
    "mappings in a list at its key": ("a:\n- b: c\n  d: e\n", {"a": [{"b": "c", "d": "e"}]}),
    "a list in a mapping in a list": (
        "a:\n  - b:\n      - c\n    d: e\n  - f: g\n",
        {"a": [{"b": ["c"], "d": "e"}, {"f": "g"}]},
    ),
    "wide indentation": ("a:\n      b: c\nd:\n   -   e: f\n       g: h\n", {"a": {"b": "c"}, "d": [{"e": "f", "g": "h"}]}),
    "nothing": ("a:\nb: # c\n\nd:", {"a": "", "b": "", "d": ""}),
    "words that look like values": ("a: no\nb: 012\nc: ~\n", {"a": "no", "b": "012", "c": "~"}),
    "colons and sharps in text": ("a: b:c#d\n", {"a": "b:c#d"}),
    "spaces around a value": ("a:   b   \n", {"a": "b"}),
    "no line break at the end": ("a: b", {"a": "b"}),
    "comments": (
        "# a\n\na: b # c: d\n  # e\nf: # g\n# h\n  - i # j\n # k\nl: 'm' # n\no: [p] # q\n",
        {"a": "b", "f": ["i"], "l": "m", "o": ["p"]},
    ),
    "quoted keys": ("\"no\": a\n'on': b\n", {"no": "a", "on": "b"}),
    "quotes": (
        "a: 'it''s # \"b\"'\nc: \"d: \\\"e\\\" \\\\ # f\"\ng: ''\nh: \"\"\n",
        {"a": 'it\'s # "b"', "c": 'd: "e" \\ # f', "g": "", "h": ""},
    ),
    "escapes": ('a: "\\n\\t\\/\\_\\N\\L\\P"\n', {"a": "\n\t/\xa0\x85\u2028\u2029"}),
    "flow lists": ('a: [b-c, d/e,f ]\ng: []\nh: ["i, j", K l.]\nm: [n,]\n', {"a": ["b-c", "d/e", "f"], "g": [], "h": ["i, j", "K l."], "m": ["n"]}),
    "folded text": ("a: >-\n  b: c\n  # d\n\n  e\n\n\n  f\n\ng: h\n", {"a": "b: c # d\ne\n\nf", "g": "h"}),
    "folded text with a comment at its mark": ("a: >- # b\n    c\n    d\n", {"a": "c d"}),
    "folded text that keeps its end": ("a: >\n  b\n\n\nc: d\n", {"a": "b\n", "c": "d"}),
    "literal text": ("a: |-\n  b # c\n\n    d\n  - e\n", {"a": "b # c\n\n  d\n- e"}),
    "literal text that keeps its end": ("a: |\n  b\n\n", {"a": "b\n"}),
    "document marks in text": ("a: |-\n ---\n ...\nb: c\n", {"a": "---\n...", "b": "c"}),
    "text in a list": ("a:\n  - >-\n    b\n    c\n  - |-\n   d\n", {"a": ["b c", "d"]}),
    "a comment below text": ("k:\n  a: >-\n    b\n\n  # c\n# d\ne: f\n", {"k": {"a": "b"}, "e": "f"}),
    "other scripts": ("a: اسماعیل هنیه\nb: می\u200cخواهم\nc: 👨\u200d👩 🕊\n", {"a": "اسماعیل هنیه", "b": "می\u200cخواهم", "c": "👨\u200d👩 🕊"}),
    "a space that does not break": ("a: \xa0b\xa0\n", {"a": "\xa0b\xa0"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), READ.values(), ids=READ.keys())
def test_what_people_write_is_read(text: str, wanted: Data) -> None:
    assert plain_data(text.encode()) == wanted
    assert disagreement(text.encode()) == ""


# --- what is declined

DECLINED = {
    "nothing at all": "",
    "only comments": "# a\n",
    "a list": "- a\n",
    "a text": "a\n",
    "an anchor": "a: &b c\n",
    "an alias": "a: *b\n",
    "a tag": "a: !b c\n",
    "a merge key": "<<: a\n",
    "a directive": "%YAML 1.2\n---\na: b\n",
    "a document mark": "---\na: b\n",
    "a second document": "a: b\n---\nc: d\n",
    "an end mark": "a: b\n...\n",
    "a tab": "a:\tb\n",
    "a tab in text": "a: |-\n  b\tc\n",
    "a carriage return": "a: b\r\n",
    "a control character": "a: b\x01\n",
    "an end of line of others": "a: b\x85c\n",
    "a line separator": "a: b\u2028c\n",
    "a bidirectional control": "a: b\u202ec\n",
    "a byte-order mark": "\ufeffa: b\n",
    "a joiner out of place": "a: ب\u200cb\u200cب\n",
    "a conflict": "<<<<<<< HEAD\na: b\n",
    "a conflict below text": "a: |-\n  b\n=======\n  c\n",
    "a key twice": "a: b\nc: d\na: e\n",
    "a key twice below": "a:\n  b: c\n  'b': d\n",
    "a key without a value and once more": "a:\na: b\n",
    "a key in question": "? a\n: b\n",
    "a key of two words": "a b: c\n",
    "a key of another script": "é: a\ne\u0301: b\n",
    "a key that is a number": "1: a\n",
    "a colon without a space": "a:b\n",
    "two colons": "a: b: c\n",
    "a colon at the end": "a: b:\n",
    "a colon before a comment": "a: b: # c\n",
    "a list in a list": "a:\n  - - b\n",
    "a dash alone": "a:\n  -\n    b: c\n",
    "a dash before a comment": "a:\n  - # b\n    c: d\n",
    "a dash as value": "a: - b\n",
    "a deeper key": "a: b\n  c: d\n",
    "a deeper key below a quote": "a: ''\n  c: d\n",
    "a key between two columns": "a:\n    b: c\n  d: e\n",
    "a dash between two columns": "a:\n    - b\n  - c\n",
    "a dash below entries": "a:\n  b: c\n  - d\n",
    "a dash at the key of a value": "a: b\n- c\n",
    "a key below items": "a:\n  - b\n  c: d\n",
    "a key deeper than its item": "a:\n  - b: c\n     d: e\n",
    "a first key that is indented": "  a: b\n",
    "text over lines": "a: b\n  c\n",
    "text below its key": "a:\n  b\n",
    "text behind an item": "a:\n  - b\n    c\n",
    "a quote over lines": "a: 'b\n  c'\n",
    "a quote that is open": "a: 'b\n",
    "text behind a quote": "a: 'b' c\n",
    "a comment too near to a quote": "a: 'b'# c\n",
    "an escape of a control": 'a: "\\x1b"\n',
    "an escape of half a pair": 'a: "\\ud83d"\n',
    "an escape that is none": 'a: "\\q"\n',
    "an open list": "a: [b\n",
    "a list with a gap": "a: [b, , c]\n",
    "a list with a pair": "a: [b: c]\n",
    "a list of lists": "a: [[b]]\n",
    "text behind a list": "a: [b] c\n",
    "a flow mapping": "a: {b: c}\n",
    "a block with its own indentation": "a: |2\n   b\n",
    "a block that keeps all line breaks": "a: |+\n  b\n\n",
    "a block without text": "a: >-\nb: c\n",
    "a block at the end without text": "a: |",
    "a block that begins with a blank line": "a: |-\n\n  b\n",
    "a block that begins with spaces": "a: |-\n   \n  b\n",
    "a block with spaces at its end": "a: >-\n  b\n  ",
    "a block with spaces between": "a: |-\n  b\n  \n  c\n",
    "a block with spaces below": "a: |-\n  b\n \nc: d\n",
    "a block with spaces at a line's end": "a: >-\n  b \n  c\n",
    "a block that ends without a line break": "a: |\n  b",
    "a block with a line too far left": "a:\n  b: >-\n      c\n    d\n",
    "a comment behind a block, deeper than its key": "a: >-\n    b\n  # c\nd: e\n",
    "a comment within a block": "a: >-\n  b\n # c\n  d\n",
    "folded text with a deeper line": "a: >-\n  b\n    c\n",
    "an item's block as deep as its dash": "a:\n  - b: |-\n    c\n",
}


@pytest.mark.parametrize("text", DECLINED.values(), ids=DECLINED.keys())
def test_what_is_not_certain_is_left_to_the_reference(text: str) -> None:
    assert plain_data(text.encode()) is None


def test_bytes_that_are_no_text_are_declined() -> None:
    assert plain_data(b"a: \xff\n") is None
    assert plain_data("a: é\n".encode("latin-1")) is None
    assert plain_data(b"a: \xed\xa0\x80\n") is None


# --- limits

NESTED = "a:\n  b:\n    - c: [d, e]\n      f:\n        g: h\n"


@pytest.mark.parametrize("depth", range(1, 8))
def test_a_text_is_read_to_the_depth_that_is_allowed(depth: int) -> None:
    data, limits = NESTED.encode(), Limits(depth=depth)
    assert disagreement(data, limits) == ""
    assert (plain_data(data, limits) is None) == (slow_data(data, limits) is None)


@pytest.mark.parametrize("nodes", [1, 5, 10, 13, 14, 20, 40, 80])
def test_no_text_of_too_many_nodes_is_read(nodes: int) -> None:
    assert disagreement(NESTED.encode(), Limits(nodes=nodes)) == ""
    assert disagreement(b"a: [" + b"b," * 30 + b"]\n", Limits(nodes=nodes)) == ""


def test_a_large_file_of_few_nodes_is_read_and_a_larger_one_is_not() -> None:
    lines = ("note: word\n", *(f"k{number}: {'word ' * 20}\n" for number in range(2000)))
    data = "".join(lines).encode()
    assert plain_data(data) == slow_data(data) is not None
    assert plain_data(data, Limits(size=len(data) - 1)) is None


def test_lines_are_remembered_within_a_bound() -> None:
    for number in range(9000):
        plain_data(f"k{number}: a\n".encode())
    assert 0 < len(KNOWN) <= 8192
    long = f"long: {'a' * 100}"
    plain_data(long.encode())
    assert long not in KNOWN


@pytest.mark.parametrize(
    "text", ["word:: a\n", "word\n", "'word: a\n", "a: word: b\n", "word: : c\n"]
)
def test_what_is_remembered_of_a_line_is_used_for_no_other(text: str) -> None:
    for known in ("word:\n  a: b\n", "word: a\n", "'word': a\n", "a: word\n"):
        assert plain_data(known.encode()) is not None
    assert plain_data(text.encode()) is None


def test_what_was_read_is_its_own() -> None:
    data = b"a: [b]\nc:\n  - d\n"
    first, second = plain_data(data), plain_data(data)
    assert first is not None
    first["a"] = first["c"] = "changed"
    assert second == plain_data(data) == {"a": ["b"], "c": ["d"]}


# --- any text

PIECES = (
    *("a", "key", "- ", "-\n", ": ", ":\n", ":", "? ", ", ", "[", "]", "{", "}", "\n", "\n\n"),
    *("  ", "    ", " ", "\t", "# c", " # c\n", "# c\n", "#", " #", "'", "''", '"', '\\"', "\\"),
    *("\\x1b", "|", "|-\n", "| # c\n", ">-\n  ", ">", "|2\n", "&x ", "*x", "!t ", "<<: ", "---\n"),
    *("...\n", "%YAML 1.2\n", "@", "`", "\r\n", "\x85", "\u2028", "\ufeff", "\u202e", "\u200c"),
    *("\xa0", "a: b\n", "- a\n", "  - a: b\n", "    - ", "      ", "\n  ", "\n    ", "\n      "),
    *("\n        ", "[a, b]", "{a: b}", "<<<<<<< HEAD\n", "é", "k: 'x'\n", 'k: "x"\n', "- - a\n"),
    *("k: |\n  x\n  # y\n\n z\n", "  k: >-\n      x\n     \n      # y\n", "\n# z\n", "\n    # z\n"),
    *("k:\n- a\n- b\n", "\n\n\n"),
)
VALUES = (":\n    ", ":  ", ": >-\n          ", ": |\n   ", ': "', ": '", ": [", ":")
LINE_ENDS = (" # c", " ", "#", "  # d", " :")


def mutant(chance: random.Random) -> bytes:
    """Return one of the corpus's files with a few changes, as a careless hand would make them."""
    text = chance.choice(FILES).decode()
    for _ in range(chance.randint(1, 3)):
        text = chance.choice((with_piece, with_piece, without_piece, with_line, with_line))(
            text, chance
        )
    return text.encode()


def with_piece(text: str, chance: random.Random) -> str:
    start = chance.randint(0, len(text))
    return text[:start] + chance.choice(PIECES) + text[start + chance.choice((0, 0, 1, 2, 5, 20)) :]


def without_piece(text: str, chance: random.Random) -> str:
    start = chance.randint(0, len(text))
    return text[:start] + text[start + chance.randint(1, 30) :]


def with_line(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    line = lines[at]
    lines[at : at + 1] = chance.choice(
        (
            [],
            [chance.choice(lines), line],
            [" " * chance.randint(0, 6) + line.lstrip()],
            [" " * chance.randint(0, 9) + "# c: d", line],
            [line + chance.choice(LINE_ENDS)],
            [" " * max(0, chance.randint(-8, 8)), line],
            [line.replace(": ", chance.choice(VALUES), 1)],
        )
    )
    return "\n".join(lines)


def test_a_changed_file_is_read_as_the_reference_does() -> None:
    chance = random.Random(SEED)
    told = (disagreement(mutant(chance)) for _ in range(MUTANTS))
    assert next(filter(None, told), "") == ""


@given(mutated(FILES))
def test_a_file_with_changed_bytes_is_read_as_the_reference_does(data: bytes) -> None:
    assert disagreement(data) == ""


@given(st.one_of(commented(), yaml_like()))
def test_any_text_is_read_as_the_reference_does(text: str) -> None:
    assert disagreement(text.encode("utf-8", "surrogatepass")) == ""


# --- documents


@given(records())
def test_a_document_is_the_same_whichever_reader_reads_it(record: Record) -> None:
    data, kind = write(to_data(record), kind_of(record)).encode(), kind_of(record)
    slow = read(b"---\n" + data, kind=kind, id=record.id)
    assert read(data, kind=kind, id=record.id) == slow
    assert slow.record == record


CLAIM = """\
claim: How?
versions:
  bomb:
    statement: A bomb.
    attributions:
      - speaker: zoe
        stance: asserts
        source: story
"""


@pytest.mark.parametrize("key", ["value", "note", "tags", "broader", "to", "citing", "retired"])
@pytest.mark.parametrize("empty", ["", " []", ' ""', " ''", " # c"])
def test_what_is_empty_is_left_out_whichever_reader_reads_it(key: str, empty: str) -> None:
    lines = CLAIM.split("\n")
    for number, indent in ((1, 0), (3, 4), (4, 4), (6, 8), (8, 8)):
        line = f"{' ' * indent}{key}:{empty}"
        text = "\n".join((*lines[:number], line, *lines[number:]))
        assert plain_data(text.encode()) is not None
        fast, slow = (read((lead + text).encode(), kind="claim", id="a") for lead in ("", "---\n"))
        assert fast.record == slow.record
        assert len(fast.faults) == len(slow.faults)


FAULTY = {
    "an unknown key": "speaker: A\nkynd: person\n",
    "an unknown word": "speaker: A\nkind: persn\n",
    "no kind": "speaker: A\n",
    "empty values": "speaker: A\nkind: person\naliases:\npart_of: []\nnote: ''\n",
    "a key that ids have": "speaker: A\nkind: person\nid: a\n",
    "another kind of record": "source: A\ntype: book\n",
    "a list for a text": "speaker: [A]\nkind: person\n",
}


@pytest.mark.parametrize("text", FAULTY.values(), ids=FAULTY.keys())
def test_faults_are_the_same_whichever_reader_reads_first(text: str) -> None:
    assert plain_data(text.encode()) is not None
    fast, slow = (read(lead + text.encode(), kind="speaker", id="a") for lead in (b"", b"---\n"))
    assert fast.record == slow.record
    for one, other in zip(fast.faults, slow.faults, strict=True):
        assert (one.kind, one.message, one.keys) == (other.kind, other.message, other.keys)
        assert one.span is not None
        assert other.span is not None
        assert one.span.line + 1 == other.span.line
