"""What holds of every merge, on claims edited at random on two sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimtrack.changes.merge import merge
from claimtrack.text.compose import compose
from claimtrack.text.format import format  # noqa: A004 - the command's own word
from claimtrack.text.nodes import data_of
from tests.changes.edits import edited
from tests.changes.merging import chosen, claim_of, forks, text_of
from tests.strategies import mutated

if TYPE_CHECKING:
    from claimtrack.text.nodes import Data
    from tests.changes.merging import Forked


#: Each case is merged several times over.
FEWER = settings(max_examples=settings().max_examples // 3)


@FEWER
@given(forks(apart=True))
def test_edits_of_different_sites_all_hold(forked: Forked) -> None:
    edits = {edit.site: edit for edit in (*forked.ours, *forked.theirs)}
    expected = edited(forked.base, edits.values())
    assume(all(version.attributions for version in expected.versions.values()))
    done = merge(*forked.texts())
    assert done.conflicts == ()
    assert done.text is not None
    assert claim_of(done.text) == claim_of(text_of(expected))
    assert format(done.text).text == done.text


@FEWER
@given(forks(apart=False))
def test_whose_side_is_ours_makes_no_difference(forked: Forked) -> None:
    base, ours, theirs = forked.texts()
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert {str(each) for each in one.conflicts} == {str(each) for each in other.conflicts}
    if one.is_clean:
        assert one.text == other.text


@FEWER
@given(forks(apart=False))
def test_all_that_a_side_changed_is_there_to_choose(forked: Forked) -> None:
    base, ours, theirs = forked.texts()
    text = merge(base, ours, theirs).text
    assert text is not None
    resolved = {side: told(chosen(text, side)) for side in ("ours", "theirs")}
    anywhere = resolved["ours"] | resolved["theirs"]
    for name, side, other in (("ours", ours, theirs), ("theirs", theirs, ours)):
        removed = told(base) - told(other)
        assert told(side) - removed <= resolved[name]
    assert anywhere <= told(base) | told(ours) | told(theirs)


@FEWER
@given(forks(apart=False))
def test_what_neither_side_touched_is_as_it_was(forked: Forked) -> None:
    base, ours, theirs = forked.texts()
    assert merge(base, ours, base).text == ours
    assert merge(base, base, theirs).text == theirs
    assert merge(base, ours, ours).text == ours


VERSION = """\
  {name}:
    statement: {word}.
    attributions:
      - speaker: {word}
        stance: asserts
        source: s
        cue: said {word}
"""


def renamed(names: dict[str, str]) -> str:
    versions = [VERSION.format(name=name, word=word) for word, name in names.items()]
    return format("".join(("claim: Who?\nversions:\n", *versions))).text


@st.composite
def namings(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Versions by what they say, with their ids on each side: some others, some of one side."""
    words = ("bomb", "gun", "knife")
    ids = st.lists(st.sampled_from("abcd"), min_size=4, max_size=4, unique=True)
    base = dict(zip(words, "abc", strict=True))
    sides = []
    for word in ("fire", "fall"):
        drawn = draw(ids)
        side = dict(zip(words, drawn, strict=False)) if draw(st.booleans()) else base
        free = min({*"abcd"} - {*side.values()})
        sides.append({**side, word: free} if draw(st.booleans()) else side)
    return base, sides[0], sides[1]


@given(namings())
def test_no_version_is_lost_that_its_side_has(
    named: tuple[dict[str, str], dict[str, str], dict[str, str]],
) -> None:
    base, ours, theirs = named
    done = merge(renamed(base), renamed(ours), renamed(theirs))
    assert done.text is not None
    for name, side in (("ours", ours), ("theirs", theirs)):
        statements = set(re.findall(r"statement: (\w+)", chosen(done.text, name)))
        assert statements >= ({*ours, *theirs} if done.is_clean else side.keys())


READINGS = {
    "speaker": ("a", "b"),
    "stance": ("asserts", "denies"),
    "certainty": ("certain", "possible"),
    "source": ("s", "t"),
    "at": ("paragraph 1", "paragraph 2"),
    "cue": ("told", "said"),
    "quote": ("", "it was"),
}


@st.composite
def readings(draw: st.DrawFn, *, named: bool) -> tuple[dict[str, str], ...]:
    """An attribution and what two sides read in its place, and what else either wrote."""
    first = {key: words[0] for key, words in READINGS.items()} | ({"id": "one"} if named else {})
    changes = st.dictionaries(st.sampled_from(sorted(READINGS)), st.just(1), max_size=3)
    sides = ({key: READINGS[key][1] for key in draw(changes)} for _ in range(2))
    extras = ({key: "So."} if draw(st.booleans()) else {} for key in ("note", "capacity"))
    both = zip(sides, extras, strict=True)
    return (first, *({**first, **side, **extra} for side, extra in both))


def read_as(attribution: dict[str, str]) -> str:
    inner = "".join(f"\n        {key}: {text}" for key, text in attribution.items() if text)
    text = f"claim: Who?\nversions:\n  one:\n    statement: A.\n    attributions:\n      -{inner}\n"
    return format(text).text


@given(st.booleans().flatmap(lambda named: readings(named=named)))
def test_no_clean_merge_holds_a_reading_that_nobody_made(given: tuple[dict[str, str], ...]) -> None:
    base, ours, theirs = given
    done = merge(*map(read_as, given))
    assert done.text is not None
    made = [{key: side.get(key, "") for key in READINGS} for side in (ours, theirs)]
    if done.is_clean:
        for found in claim_of(done.text).versions["one"].attributions:
            assert {key: str(getattr(found, key) or "") for key in READINGS} in made
    one_sided = any(all(side.get(key) == base[key] for key in READINGS) for side in (ours, theirs))
    if one_sided and base.get("id"):
        assert done.is_clean


LINES = b"""# a
# b

claim: Who? # c
kind: event
# d
versions:
  # e
  one:
    statement: One. # f
    attributions:
      # g
      - speaker: a # h
        stance: asserts
        source: s
        cue: said

      - speaker: b
        stance: asserts
        source: s
        cue: said
        # i
# j
note: So.
# k
""".decode().splitlines()


@st.composite
def commented(draw: st.DrawFn) -> tuple[str, frozenset[str], frozenset[str]]:
    """The lines with comments removed and written, and which those are."""
    words = [line.rpartition("# ")[2] for line in LINES if "# " in line]
    gone = draw(st.frozensets(st.sampled_from(words), max_size=3))
    lines = [
        line if line.rpartition("# ")[2] not in gone else line.rpartition("# ")[0].rstrip()
        for line in LINES
    ]
    new = draw(
        st.dictionaries(st.integers(0, len(lines)), st.sampled_from(("x", "y", "z")), max_size=3)
    )
    for at in sorted(new, reverse=True):
        lines.insert(at, f"{' ' * draw(st.sampled_from((0, 2, 4, 6, 8)))}# {new[at]}{at}")
    return "\n".join((*lines, "")), gone, frozenset(f"{word}{at}" for at, word in new.items())


@given(commented(), commented())
def test_comments_of_both_sides_survive(
    ours: tuple[str, frozenset[str], frozenset[str]],
    theirs: tuple[str, frozenset[str], frozenset[str]],
) -> None:
    base = "\n".join((*LINES, ""))
    one, other = merge(base, ours[0], theirs[0]), merge(base, theirs[0], ours[0])
    assert one.is_clean
    assert one.text == other.text
    assert one.text
    there = sorted(re.findall(r"# (\w+)", one.text))
    before = frozenset(re.findall(r"# (\w+)", base))
    assert set(there) == before - ours[1] - theirs[1] | ours[2] | theirs[2]
    assert len(there) - len(set(there)) <= len(ours[2] & theirs[2])


def told(text: str) -> set[tuple[str, ...]]:
    """Return the texts of a file with the keys that lead to them."""
    composed = compose(text)
    assert composed.root
    assert not composed.faults
    return set(_told(data_of(composed.root), ()))


def _told(data: Data, keys: tuple[str, ...]) -> list[tuple[str, ...]]:
    if isinstance(data, str):
        return [(*keys, data)]
    inner = data.items() if isinstance(data, dict) else (("", value) for value in data)
    return [each for key, value in inner for each in _told(value, (*keys, key))]


BYTES = (
    b"speaker: Hamas\nkind: group\naliases: [a, b]\n",
    b"# header\n\nsource: A title # beside\nauthors: [b, a]\npassed_over:\n"
    b"  - at: paragraph 1\n    reason: A menu.\n  - at: paragraph 2\n    reason: A picture.\n",
    b"claim: Who?\nversions:\n  a:\n    statement: A.\n    attributions:\n      - speaker: x\n"
    b"        stance: asserts\n        source: s\n        citing: [y, {speaker: z, date: 2024}]\n"
    b"      # below\n",
)


@given(st.tuples(mutated(BYTES), mutated(BYTES), mutated(BYTES)))
def test_no_bytes_make_it_raise(texts: tuple[bytes, bytes, bytes]) -> None:
    done = merge(*texts)
    assert done.text is None or done.conflicts or format(done.text).text == done.text
