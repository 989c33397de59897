from __future__ import annotations

import pytest

from claimtrack.corpus.corpus import load
from claimtrack.model.attributions import Attribution, Relay
from claimtrack.model.claims import Claim, Version
from claimtrack.model.locators import Locator
from claimtrack.rules.addresses import address

HAMAS = Attribution(
    speaker="hamas",
    stance="denies",
    source="story",
    at=Locator.parse("paragraph 5"),
    citing=(Relay(speaker="zoe"), Relay(speaker="adam")),
)
CLAIM = Claim(
    id="killing/method",
    question="What killed him?",
    tags=("b", "a/b"),
    versions={"bomb": Version(statement="A bomb.", attributions=(HAMAS,))},
)
BOMB = ("versions", "bomb")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((), ""),
        (("claim",), "/claim"),
        (("tags", 0), "/tags/a~1b"),
        ((*BOMB, "statement"), "/versions/bomb/statement"),
        (
            (*BOMB, "attributions", 0, "citing", 1, "speaker"),
            "/versions/bomb/attributions/hamas, story, paragraph 5, denies/citing/adam/speaker",
        ),
        (("tags", 9), "/tags/9"),
        (("nothing", "there", 3), "/nothing/there/3"),
    ],
)
def test_a_part_goes_by_what_it_is_called(keys: tuple[str | int, ...], expected: str) -> None:
    assert address(CLAIM, keys) == expected


def test_an_address_outlasts_a_new_attribution() -> None:
    other = Attribution(speaker="iran", stance="asserts", source="story")
    more = CLAIM.with_attribution("bomb", other)
    assert more.versions["bomb"].attributions.index(HAMAS) == 1
    assert address(more, (*BOMB, "attributions", 1)) == address(CLAIM, (*BOMB, "attributions", 0))


def test_every_address_of_the_corpus_is_its_own() -> None:
    for claim in load("claims").claims.values():
        for name, version in claim.versions.items():
            way = ("versions", name, "attributions")
            told = {address(claim, (*way, index)) for index in range(len(version.attributions))}
            assert len(told) == len(version.attributions)
