from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import ClaimtrackError
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Version
from claimtrack.model.ids import VersionRef
from claimtrack.model.manifest import Manifest
from claimtrack.model.normalform import nfc
from claimtrack.model.ordering import NotSeveral, in_order, references_in_order, several
from claimtrack.model.records import RECORD_CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable

CLASSES: tuple[type, ...] = (*RECORD_CLASSES.values(), Manifest, Version, Attribution)
#: Every field that takes several, as the class and the field's name.
LISTS = [
    (cls, name)
    for cls in CLASSES
    for name, hint in get_type_hints(cls).items()
    if get_origin(hint) is tuple
]


def made(cls: type, **changes: object) -> Any:
    needed = {
        member.name: {} if member.name == "versions" else "x"
        for member in attrs.fields(cls)
        if member.default is attrs.NOTHING
    }
    return cls(**{**needed, **changes})


def test_there_are_fields_of_several() -> None:
    assert len(LISTS) > 20
    assert all(get_args(get_type_hints(cls)[name])[1] is ... for cls, name in LISTS)


@pytest.mark.parametrize(("cls", "name"), LISTS)
@pytest.mark.parametrize("text", ["iran", "i", "", b"iran"])
def test_a_text_where_several_belong_is_refused_and_not_taken_for_its_letters(
    cls: type, name: str, text: str | bytes
) -> None:
    with pytest.raises(NotSeveral):
        made(cls, **{name: text})


@pytest.mark.parametrize(("cls", "name"), LISTS)
def test_a_list_where_several_belong_is_taken(cls: type, name: str) -> None:
    assert getattr(made(cls, **{name: ()}), name) == ()
    assert getattr(made(cls, **{name: ("a",)}), name) == ("a",)


def test_what_to_write_is_told_on_one_line() -> None:
    with pytest.raises(ClaimtrackError) as caught:
        in_order("Téheran\n")
    assert str(caught.value) == (
        "one text stands where several belong; write a tuple, as `('T\\xe9heran\\n',)`"
    )


@pytest.mark.parametrize(
    ("sort", "given", "kept"),
    [
        (several, "b a", "b a"),
        (in_order, "b a", "a b"),
        (in_order, "b B a", "B a b"),
    ],
)
def test_several_are_kept_as_given_or_sorted(
    sort: Callable[[list[str]], tuple[str, ...]], given: str, kept: str
) -> None:
    assert sort(given.split()) == tuple(kept.split())


def test_references_are_sorted_by_their_text() -> None:
    refs = [VersionRef.parse(text) for text in ("b#a", "a#b", "a#a")]
    assert references_in_order(refs) == (refs[2], refs[1], refs[0])


@pytest.mark.parametrize("text", ["e\u0301lan", "\u00e9lan"])
def test_a_text_has_its_place_however_it_is_composed(text: str) -> None:
    assert in_order(["fan", text, "elan"]) == ("elan", "fan", text)


@given(st.lists(st.sampled_from(["e\u0301", "\u00e9", "f", "e\u0323", "\u1eb9"]), max_size=5))
def test_the_order_in_which_texts_are_given_is_no_difference(texts: list[str]) -> None:
    assert in_order(reversed(texts)) == in_order(texts)
    composed = in_order([nfc(text) for text in texts])
    assert tuple(map(nfc, in_order(texts))) == composed
