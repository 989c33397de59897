"""The explanations that serve as reference name every key and every word of the format."""

from __future__ import annotations

import re

import pytest

from claimtrack.rules import unknown_key, unknown_word
from claimtrack.text.schema import FILE_CLASSES, Field, Shape, shape_of


def shapes() -> dict[str, Shape]:
    found = {kind: shape_of(kind) for kind in FILE_CLASSES}
    todo = list(found.values())
    for shape in todo:
        inner = [item.shape for item in shape.fields if item.shape]
        found |= {each.name: each for each in inner}  # type: ignore[misc]  # names of all shapes
        todo += inner
    return found  # type: ignore[return-value]  # names of all shapes


WORDS = {
    item.key + shape.name: item
    for shape in shapes().values()
    for item in shape.fields
    if item.form == "word" and item.key != "type"
}


@pytest.mark.parametrize(
    "shape",
    [shape for name, shape in shapes().items() if name not in {"manifest", "limits setting"}],
    ids=lambda shape: shape.name,
)
def test_every_key_is_named_in_its_order(shape: Shape) -> None:
    start = re.escape(f"\n- {'an' if shape.name[0] in 'aeiou' else 'a'} {shape.name}")
    found = re.search(
        start + r"(?:, [^:]*)?: (.*?)(?=\n-|\n\n)", unknown_key.__doc__ or "", re.DOTALL
    )
    assert found
    told = re.sub(r"\([^)]*\)", "", found[1]).removeprefix("a speaker's id, or ")
    keys = [item.key + "*" * item.required for item in shape.fields]
    assert [key.strip() for key in told.replace("\n", " ").split(",")] == keys


@pytest.mark.parametrize("item", WORDS.values(), ids=WORDS)
def test_every_word_is_named(item: Field) -> None:
    told = re.sub(r"\s+", " ", re.sub(r"\([^)]*\)", "", unknown_word.__doc__ or ""))
    told = re.sub(r" ,", ",", told)
    words = sorted(item.words, key=lambda word: word != item.default)
    assert ", ".join(words) in told
