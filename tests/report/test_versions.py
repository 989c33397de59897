"""Versions side by side, and where they cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.model.claims import Claim, Value, Version
from claimtrack.model.dates import Date
from claimtrack.report.claims import claim_rows
from claimtrack.report.rows import text_of
from claimtrack.report.versions import value_text, versions_rows

if TYPE_CHECKING:
    from claimtrack.corpus.corpus import Corpus


def claim(*statements: str) -> Claim:
    versions = {f"v{n}": Version(statement=text) for n, text in enumerate(statements)}
    return Claim(id="a/b", question="What?", versions=versions)


@pytest.mark.parametrize(
    ("count", "width", "abreast"),
    [(2, 74, 1), (2, 75, 2), (3, 88, 2), (3, 113, 2), (3, 114, 3), (1, 140, 1), (4, 200, 4)],
)
def test_as_many_stand_side_by_side_as_have_room(
    corpus: Corpus, count: int, width: int, abreast: int
) -> None:
    first = text_of(versions_rows(claim(*["Text."] * count), corpus, width=width)).split("\n")[0]
    assert first.split() == " | ".join(f"v{n}" for n in range(abreast)).split()


def test_wide_and_combining_text_keeps_the_columns_straight(corpus: Corpus) -> None:
    text = text_of(versions_rows(claim("漢字の文", "e\u0301"), corpus, width=88))
    assert text == (f"{'v0':42} | v1\n漢字の文{'':34} | e\u0301\n")


def test_text_from_right_to_left_has_no_neighbour(corpus: Corpus) -> None:
    text = text_of(versions_rows(claim("اسرائیل", "Iran."), corpus, width=88))
    assert text == "v0\nاسرائیل\n\nv1\nIran.\n"


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (True, None, "yes"),
        (False, None, "no"),
        (("ada-berg", "selm"), None, "Ada Berg and Selm"),
        (Date.parse("2024-07"), None, "2024-07"),
        ("by sea", None, "by sea"),
        ("7", "people", "7 people"),
    ],
)
def test_a_value_is_told_in_words(
    corpus: Corpus, value: Value, unit: str | None, expected: str
) -> None:
    asked = Claim(id="a/b", question="What?", unit=unit, versions={})
    assert value_text(asked, value, corpus=corpus) == expected


def test_a_claim_of_which_little_is_known_says_so(corpus: Corpus) -> None:
    assert text_of(claim_rows(claim("Yes."), corpus, width=88)) == (
        "What?\n"
        "a/b · whether several versions can be right is not said · status: draft\n"
        "\n"
        "v0\n"
        "Yes.\n"
    )
