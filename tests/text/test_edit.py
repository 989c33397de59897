from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, cast

import attrs
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim
from claimtrack.model.records import Record, kind_of
from claimtrack.model.speakers import Speaker
from claimtrack.text.convert import to_data
from claimtrack.text.edit import edit
from claimtrack.text.format import format, write  # noqa: A004 - the command's own word
from claimtrack.text.read import read
from claimtrack.text.schema import shape_of
from tests.strategies import parts, records, slugs

if TYPE_CHECKING:
    from claimtrack.text.nodes import Data
    from claimtrack.text.schema import Shape


def as_read(text: str, record: Record) -> Record:
    document = read(text.encode(), kind=kind_of(record), id=record.id)
    assert document.faults == ()
    return cast("Record", document.record)


@st.composite
def changes(draw: st.DrawFn) -> tuple[Record, Record]:
    """A record, and the same with a few of its parts as another has them."""
    old = draw(records())
    other = draw(records(kind_of(old)))
    if isinstance(old, Claim) and draw(st.integers(0, 3)):
        return old, draw(changed_claims(old))
    names = [member.name for member in attrs.fields(type(old)) if member.name != "id"]
    picked = draw(st.lists(st.sampled_from(names), unique=True, max_size=3))
    picked = [name for name in picked if name not in {"answer", "versions"}]
    return old, attrs.evolve(old, **{name: getattr(other, name) for name in picked})


@st.composite
def changed_claims(draw: st.DrawFn, claim: Claim) -> Claim:
    """A claim with an attribution or version added, changed or removed."""
    name = draw(st.sampled_from(sorted(claim.versions)))
    version = claim.versions[name]
    fresh = draw(parts(Attribution))
    match draw(st.integers(0, 5)):
        case 0:
            return claim.with_attribution(name, fresh)
        case 1 if version.attributions:
            return claim.without_attribution(name, draw(st.sampled_from(version.attributions)))
        case 2 if version.attributions:
            old = draw(st.sampled_from(version.attributions))
            fields = [
                field for field in ("said", "note", "citing", "quote", "to") if draw(st.booleans())
            ]
            changed = attrs.evolve(old, **{field: getattr(fresh, field) for field in fields})
            return claim.without_attribution(name, old).with_attribution(name, changed)
        case 3:
            return claim.with_version(draw(slugs), attrs.evolve(version, note="changed"))
        case 4 if len(claim.versions) > 1:
            return claim.without_version(name)
        case _:
            return claim.with_version(name, attrs.evolve(version, statement="Changed."))


@given(changes())
def test_an_edited_canonical_text_holds_the_record_and_stays_canonical(
    pair: tuple[Record, Record],
) -> None:
    old, new = pair
    after = edit(write(to_data(old), kind_of(old)), new)
    assert as_read(after, new) == new
    assert format(after).text == after


def test_names_that_are_written_apart_are_saved_to_any_text() -> None:
    old = Speaker(id="elan", name="Elan")
    new = attrs.evolve(old, aliases=("fan", "e\u0301lan"))
    after = edit("speaker:   Elan\n", new)
    assert after == "speaker:   Elan\naliases:\n  - fan\n  - \u00e9lan\n"
    assert edit(after, old) == "speaker:   Elan\n"


BLANK = """\
claim: How?
versions:
  bomb:
    statement: A bomb.
    attributions:
      - speaker: zoe
        stance: denies
        said:
        source: story

      - speaker: adam
        stance: asserts
        source: story
        note:
"""


def test_keys_that_are_left_blank_are_no_hindrance() -> None:
    old = cast("Claim", as_read(BLANK, Claim(id="a", question="How?", versions={})))
    adam, zoe = old.versions["bomb"].attributions
    new = old.with_attribution("bomb", attrs.evolve(zoe, note="Twice."))
    assert edit(BLANK, new) == BLANK.replace(
        "        source: story\n\n", "        source: story\n        note: Twice.\n\n"
    )
    noted = new.with_attribution("bomb", attrs.evolve(adam, note="Once."))
    assert edit(edit(BLANK, new), noted).count("note: Once.\n") == 1


VALUE = """\
claim: Who?
answer:   speaker
versions:
  both:
    statement: Both.
    value:
      - zed # last
      - abe # first
"""


def test_the_items_of_a_value_are_changed_where_they_stand() -> None:
    old = cast("Claim", as_read(VALUE, Claim(id="a", question="Who?", versions={})))
    both = old.versions["both"]
    assert edit(VALUE, old.with_version("both", attrs.evolve(both, value=("zed",)))) == (
        VALUE.replace("      - abe # first\n", "")
    )
    assert edit(
        VALUE, old.with_version("both", attrs.evolve(both, value=("abe", "zed", "zoe")))
    ) == (VALUE + "      - zoe\n")


class Scribbler:
    """Writes data as people do by hand: any order, any style, comments everywhere."""

    def __init__(self, data: st.DataObject) -> None:
        self.draw = data.draw
        self.numbers = itertools.count()
        #: The lines of each part that stands in block style, by the way to it.
        self.parts: dict[tuple[str | int, ...], str] = {}
        self.comments: dict[str, tuple[str | int, ...]] = {}

    def text(self, data: dict[str, Data]) -> str:
        return "\n".join(self.mapping(data, 0, (), first=next(iter(data)))) + "\n"

    def flip(self) -> bool:
        return self.draw(st.booleans())

    def comment(self, keys: tuple[str | int, ...]) -> str:
        text = f"# c{next(self.numbers)}"
        self.comments[text] = keys
        return text

    def mapping(
        self, data: dict[str, Data], indent: int, keys: tuple[str | int, ...], first: str = ""
    ) -> list[str]:
        order = self.draw(st.permutations(sorted(data.keys() - {first})))
        lines = []
        for key in [first, *order] if first else order:
            lines += self.part(
                f"{' ' * indent}{key}:", data[key], indent, (*keys, key), above=key != first
            )
        return lines

    def part(
        self, head: str, data: Data, indent: int, keys: tuple[str | int, ...], *, above: bool
    ) -> list[str]:
        lines = []
        comments = []
        if above and self.flip():
            comments = [" " * indent + self.comment(keys)]
        beside = f"  {self.comment(keys)}" if self.flip() else ""
        if isinstance(data, str):
            text = f"   {quoted(data)}" if data or self.flip() else ""
            lines = [f"{head}{text}{beside}"]
        elif isinstance(data, dict):
            if head.endswith("-"):
                inner = self.mapping(data, indent + 2, keys, first=min(data))
                lines = [head + inner[0][indent + 1 :], *inner[1:]]
                del self.parts[*keys, min(data)]
                if beside:
                    del self.comments[beside.strip()]
            else:
                lines = [head + beside, *self.mapping(data, indent + 4, keys)]
        elif all(isinstance(item, str) for item in data) and self.flip():
            flow = ", ".join(quoted(cast("str", item)) for item in data)
            lines = [f"{head} [ {flow} ]{beside}"]
        else:
            lines = [head + beside]
            for index, item in enumerate(data):
                dash = f"{' ' * (indent + 1)}-"
                lines += self.part(dash, item, indent + 1, (*keys, index), above=True)
        self.parts[keys] = "\n".join(lines)
        return comments + lines


@st.composite
def with_blanks(draw: st.DrawFn, data: Data, shape: Shape | None, *, by_id: bool = False) -> Data:
    """Data with keys that are left blank, as a form that is filled in by hand."""
    if isinstance(data, list):
        return [draw(with_blanks(item, shape)) for item in data]
    if shape is None or isinstance(data, str):
        return data
    if by_id:
        return {key: draw(with_blanks(item, shape)) for key, item in data.items()}
    filled = {
        key: draw(with_blanks(value, item.shape, by_id=item.arity == "map"))
        for key, value in data.items()
        for item in (shape.by_key[key],)
    }
    unused = [item.key for item in shape.fields if not item.required and item.key not in data]
    blanks = draw(st.lists(st.sampled_from(unused), max_size=2)) if unused else []
    return filled | dict.fromkeys(blanks, "")


def quoted(text: str) -> str:
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    )
    return '"' + escaped.replace("\u0085", "\\N").replace("\u2028", "\\L") + '"'


@given(changes(), st.data())
def test_an_edit_of_any_text_leaves_alone_what_did_not_change(
    pair: tuple[Record, Record], data: st.DataObject
) -> None:
    old, new = pair
    scribbler = Scribbler(data)
    was, now = to_data(old), to_data(new)
    blank = data.draw(with_blanks(was, shape_of(kind_of(old))))
    before = scribbler.text(cast("dict[str, Data]", blank))
    assert as_read(before, old) == old
    after = edit(before, new)
    assert as_read(after, new) == new
    kept = {keys for keys in scribbler.parts if _same(was, now, keys)}
    for keys in kept:
        assert scribbler.parts[keys] in after
    for comment, keys in scribbler.comments.items():
        if keys in kept:
            assert f"{comment}\n" in after


def _same(was: Data, now: Data, keys: tuple[str | int, ...]) -> bool:
    """Tell whether a part is in both records, as it was and where it was."""
    for key in keys:
        if isinstance(was, list) and isinstance(now, list) and isinstance(key, int):
            was = was[key]
            if was not in now:
                return False
            now = was
        elif isinstance(was, dict) and isinstance(now, dict) and key in was and key in now:
            was, now = was[str(key)], now[str(key)]
        else:
            return False
    return was == now
