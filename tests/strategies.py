"""Generated values for the tests, and pools of ugly real ones."""

from __future__ import annotations

import functools
import types
import unicodedata
from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
from hypothesis import strategies as st

from claimtrack.model.claims import Claim, Value, Version
from claimtrack.model.dates import Date
from claimtrack.model.ids import RECORD_KINDS, RecordKind, Refers, VersionRef
from claimtrack.model.locators import Locator
from claimtrack.model.quantities import Quantity
from claimtrack.model.records import RECORD_CLASSES, Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.model.attributions import Attribution

# --- raw YAML text

_PIECES = (
    *("a", "b", "key", "- ", "-\n", ": ", ":\n", ":", "? ", ", ", "[", "]", "{", "}", "\n", "\n\n"),
    *("  ", "    ", " ", "\t", "# c", " # c\n", "# c\n", "#", "'", "''", '"', '\\"', "\\", "\\x1b"),
    *("|", "|-\n", "| # c\n", ">-\n  ", ">", "|2\n", "&x ", "*x", "!t ", "!!", "<<: ", "---\n"),
    *("...\n", "%YAML 1.2\n", "@", "`", "\r\n", "\x85", "\u2028", "\ufeff", "\u202e", "\0", "🕊"),
    *("a: b\n", "- a\n", "  - a: b\n", "[a, b]", "{a: b}", "<<<<<<< HEAD\n", "é", "\\ud800"),
)


def yaml_like() -> st.SearchStrategy[str]:
    """Text made of the pieces that YAML is made of, which is YAML or nearly so."""
    return st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)


@st.composite
def mutated(draw: st.DrawFn, files: Sequence[bytes]) -> bytes:
    """One of some files with a few stretches of bytes cut, doubled or replaced."""
    data = draw(st.sampled_from(files))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 30)))
        inserted = draw(
            st.one_of(
                st.binary(max_size=4),
                st.sampled_from(_PIECES).map(lambda piece: piece.encode()),
                st.just(data[start:end] * 2),
            )
        )
        data = data[:start] + inserted + data[end:]
    return data


@st.composite
def commented(draw: st.DrawFn) -> str:
    """A mapping in block and flow style with comments, `# c1`, `# c2`, …, wherever they may."""
    text = "".join(draw(_block_lines(0)))
    parts = text.split("# c")
    numbered = (f"# c{number}{part}" for number, part in enumerate(parts[1:], start=1))
    return parts[0] + "".join(numbered)


@st.composite
def _block_lines(draw: st.DrawFn, depth: int) -> list[str]:
    indent = "  " * depth
    dash = "- " if depth and draw(st.booleans()) else ""
    lines: list[str] = []
    for number in range(draw(st.integers(1, 3))):
        lines.extend(draw(_own_lines()))
        head = f"{indent}{dash}" if dash and draw(st.booleans()) else f"{indent}{dash}k{number}:"
        inner = depth < 3 and draw(st.booleans())
        lines.append(f"{head}{' ' if inner else ' ' + draw(_inline(indent + '  '))}")
        lines.append(draw(st.sampled_from(("\n", " # c\n"))) if lines[-1][-1:] != "\n" else "")
        if inner:
            lines.extend(draw(_block_lines(depth + 1 + bool(dash))))
    return [*lines, *draw(_own_lines())]


def _own_lines() -> st.SearchStrategy[list[str]]:
    line = st.builds(lambda indent: " " * indent + "# c\n", st.integers(0, 7))
    return st.lists(st.one_of(line, st.just("\n")), max_size=2)


def _inline(indent: str) -> st.SearchStrategy[str]:
    gaps = ("", " ", " # c\n" + indent, "\n" + indent, f"\n{indent}# c\n{indent}")
    gap = st.sampled_from(gaps)
    item = st.sampled_from(("a", "'b # b'", '"c"', "[d, e]", "{f: g}"))
    pair = st.builds("{}{}".format, item, gap)
    flow = st.builds(
        lambda first, pairs: f"[{first}{','.join(pairs)}]", gap, st.lists(pair, max_size=3)
    )
    blocks = (f"|\n{indent}a # b\n", f">- # c\n{indent}a\n\n{indent}b\n", f"a\n{indent}b")
    return st.one_of(flow, st.sampled_from(("", "a", "a#b", "'a # b'", *blocks)))


# --- values

#: Texts that YAML, line layouts and careless code stumble over.
UGLY_TEXTS = (
    *("no", "~", "null", "1:30", "0o14", "1_000", "2024-07-31", "=", "<<", "- item", "? key"),
    *("key: value", "ends with colon:", "a #comment", "#comment", "'single'", '"double"'),
    *("{flow}", "[flow]", "%directive", "@at", "`tick`", "--- start", "... end", "!tag"),
    *("&anchor", "*alias", "|", ">", "trailing ", " leading", "two  spaces.  And more.  "),
    *("tab\there", "line\nbreak", "line\n\nparagraph\n", "\n", " ", "next\u0085line"),
    *("separator\u2028here", "no\u00a0break", "e\u0301 decomposed", "\u00e9 composed"),
    *("اسماعیل هنیه", "שלום עולם", "哈尼亚在德黑兰遇刺。谁干的？", "back\\slash", "🕊"),
    "Mr. Smith said: no. He (the U.S. envoy) left. “Why?” he asked. 7 others stayed.",
    "word " * 40,
    "x" * 120,
    "A sentence that goes on, and on; with commas, semicolons: and colons, all along the line.",
)
DATES = (
    *("2024-07-31", "2024-07", "2018~", "2020?", "2013/2021", "../2020", "[2018-01..2018-04]"),
    *("[..2020]", "2024-07-XX", "2018-21", "2024-07-31T02:00+03:30", "persian:1397"),
    *("persian:1397-06-31", "islamic-umalqura:1446-01-25", "2004-06~-11"),
)
QUANTITIES = (
    *("0", "7", "at least 5", "about 6", "nearly 100", "5 to 7", "7th", "dozens"),
    *("half a dozen", "10 %", "2.5", "more than 5", "at most 9", "fewer than 9"),
)
LOCATORS = ("paragraph 5", "page 12", "paragraphs 3-4", "paragraphs 3, 7", "time 00:11:23")

slugs = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True).filter(
    lambda slug: slug not in {"con", "prn", "aux", "nul"} and slug[:3] not in {"com", "lpt"}
)
ids = st.lists(slugs, min_size=1, max_size=2).map("/".join)
#: Texts as a source prints them: composed or not.
printed_texts = st.one_of(
    st.sampled_from(UGLY_TEXTS),
    st.text(
        st.characters(
            codec="utf-8",
            exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn"),
            include_characters="\n\t\u0085\u2028\u00a0",
        ),
        min_size=1,
        max_size=80,
    ),
)
#: Texts in the normal form that the layout gives them.
texts = printed_texts.map(functools.partial(unicodedata.normalize, "NFC"))
dates = st.sampled_from(DATES).map(Date.parse)
quantities = st.sampled_from(QUANTITIES).map(Quantity.parse)
locators = st.one_of(
    st.sampled_from(LOCATORS), st.integers(1, 200).map(lambda number: f"paragraph {number}")
).map(Locator.parse)

_MARKED: Mapping[str, st.SearchStrategy[object]] = {
    "slug": slugs,
    "version": slugs,
    "iri": slugs.map(lambda slug: f"https://example.org/{slug}"),
    "language": st.sampled_from(["en", "fa", "zh-Hant"]),
    "sha256": st.text("0123456789abcdef", min_size=64, max_size=64),
    "digest": st.text("0123456789abcdef", min_size=64, max_size=64).map("sha256:".__add__),
    "file": slugs.map(lambda slug: f"{slug}.txt"),
}
_PLAIN: Mapping[object, st.SearchStrategy[object]] = {
    str: texts,
    bool: st.booleans(),
    Date: dates,
    Locator: locators,
    VersionRef: st.builds(VersionRef, ids, slugs),
}
_VALUES: Mapping[str, st.SearchStrategy[Value]] = {
    "text": texts,
    "quantity": quantities,
    "date": dates,
    "speaker": st.lists(ids, min_size=1, max_size=3, unique=True).map(
        lambda some: tuple(sorted(some))
    ),
    "boolean": st.booleans(),
}

# --- records


@functools.cache
def parts(cls: type) -> st.SearchStrategy[Any]:
    """Parts of records, such as attributions, and records whose values fit no `answer` yet."""
    hints = get_type_hints(cls, include_extras=True)
    fields = {}
    for member in attrs.fields(cls):
        made = printed_texts if member.name == "quote" else _of(hints[member.name])
        if member.default is not attrs.NOTHING:
            made = st.one_of(st.just(member.default), st.just(member.default), made)
        fields[member.name] = made
    built = st.builds(cls, **fields)
    return built.map(_distinct) if "attributions" in fields else built


@functools.cache
def records(kind: RecordKind | None = None) -> st.SearchStrategy[Record]:
    """Records of a kind, or of any; what they refer to need not be there."""
    if kind is None:
        return st.one_of([records(each) for each in RECORD_KINDS])
    made = parts(cast("type", RECORD_CLASSES[kind]))
    return made.flatmap(_answered) if kind == "claim" else made


def _answered(claim: Claim) -> st.SearchStrategy[Claim]:
    """Give the versions of a claim values of the type that its `answer` says."""
    names = list(claim.versions)
    values = st.one_of(st.none(), _VALUES[claim.answer])
    return st.lists(values, min_size=len(names), max_size=len(names)).map(
        lambda some: attrs.evolve(
            claim,
            versions={
                name: attrs.evolve(claim.versions[name], value=value)
                for name, value in zip(names, some, strict=True)
            },
        )
    )


def _distinct(version: Version) -> Version:
    """Leave one attribution of each identity."""
    kept: dict[object, Attribution] = {}
    for attribution in version.attributions:
        kept.setdefault(attribution.identity, attribution)
    return attrs.evolve(version, attributions=tuple(kept.values()))


def _of(hint: object) -> st.SearchStrategy[Any]:
    if hint == (Value | None):
        return st.none()
    if get_origin(hint) in (Union, types.UnionType):
        return _of(next(item for item in get_args(hint) if item is not type(None)))
    if get_origin(hint) is Annotated:
        mark = get_args(hint)[1]
        return ids if isinstance(mark, Refers) else _MARKED[mark.form]
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if get_origin(hint) is tuple:
        return st.lists(_of(get_args(hint)[0]), max_size=3, unique_by=repr).map(tuple)
    if get_origin(hint) is Mapping:
        return st.dictionaries(slugs, _of(get_args(hint)[1]), min_size=1, max_size=3)
    return _PLAIN[hint] if hint in _PLAIN else parts(cast("type", hint))
