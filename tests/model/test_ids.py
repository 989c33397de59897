from __future__ import annotations

import pytest
from hypothesis import given

from claimtrack.errors import ClaimtrackError
from claimtrack.model.ids import Id, InvalidId, Slug, VersionRef
from tests.strategies import ids, slugs

IDS = ["a", "hamas", "haniyeh-killing/method", "a1/b2/c3", "console", "com10", "x" * 200]
SLUGS = ["a", "car-bomb", "a1-2"]
REFUSED = {
    "": "it is empty; write at least one lower-case letter",
    "Hamas": (
        "write lower-case ASCII letters, digits and single hyphens, beginning with a letter, "
        "as `hamas`"
    ),
    "a b": (
        "write lower-case ASCII letters, digits and single hyphens, beginning with a letter, "
        "as `a-b`"
    ),
    "a--b": (
        "write lower-case ASCII letters, digits and single hyphens, beginning with a letter, "
        "as `a-b`"
    ),
    "1a": "write lower-case ASCII letters, digits and single hyphens, beginning with a letter",
    "é": "write lower-case ASCII letters, digits and single hyphens, beginning with a letter",
    "a/con": "Windows keeps that name for a device; choose another",
    "nul/b": "Windows keeps that name for a device; choose another",
    "x" * 201: "it is longer than 200 characters; shorten it",
    "a/": ("write lower-case ASCII letters, digits and single hyphens, beginning with a letter"),
}


@pytest.mark.parametrize("text", IDS)
def test_an_id_is_its_own_text(text: str) -> None:
    assert Id.parse(text) == text
    assert hash(Id.parse(text)) == hash(text)


@pytest.mark.parametrize("text", SLUGS)
def test_a_slug_is_its_own_text(text: str) -> None:
    assert Slug.parse(text) == text


@pytest.mark.parametrize(("text", "why"), REFUSED.items(), ids=lambda text: text[:20])
def test_what_is_no_id_is_told_why(text: str, why: str) -> None:
    with pytest.raises(InvalidId) as caught:
        Id.parse(text)
    shown = text if len(text) <= 60 else f"{text[:59]}…"
    assert str(caught.value) == f'"{shown}" is no id: {why}'
    assert isinstance(caught.value, ClaimtrackError)


def test_a_slug_is_a_single_part() -> None:
    with pytest.raises(InvalidId, match="a slug has no `/`"):
        Slug.parse("a/b")


@given(ids, slugs)
def test_a_version_reference_reads_back_as_itself(claim: str, version: str) -> None:
    reference = VersionRef(claim, version)
    assert VersionRef.parse(str(reference)) == reference


@pytest.mark.parametrize("text", ["a", "a#", "#a", "a#b#c", "A#b", "a#b/c"])
def test_what_is_no_version_reference_is_refused(text: str) -> None:
    with pytest.raises(InvalidId):
        VersionRef.parse(text)
