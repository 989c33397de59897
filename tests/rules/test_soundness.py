"""What may take the place of a text that is mended, and what not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.rules.base import View
from claimtrack.rules.checking import check
from claimtrack.rules.offers import draft_of
from claimtrack.rules.soundness import is_sound

if TYPE_CHECKING:
    from tests.rules.conftest import Lay

PATH = "events/flood.yaml"


def sound(lay: Lay, code: str, before: str, after: str) -> bool:
    corpus = lay(f"# {PATH}\n{before}")
    found = [item for item in check(corpus).findings if item.code == code]
    draft = draft_of(corpus, PATH, View.of(corpus))
    assert draft
    return is_sound(draft, before, after, found[0])


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("event: Flood\nplace: Selm\n", True),
        ("event: Flood\nplace: Port Selm\n", False),
        ("event: Flood\n", False),
        ("event: Flood\nplace: Selm\nnote: New.\n", False),
        ("event: Flood\nplace: Selm\nwhere: Selm\n", False),
        ("event: [\n", False),
        ("event: Flood\nplace: Selm  # as said\n", False),
    ],
)
def test_a_safe_fix_leaves_what_is_read(lay: Lay, after: str, *, expected: bool) -> None:
    assert sound(lay, "CTF101", "place:  Selm\nevent: Flood\n", after) is expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("event: Flood\ndate: 2019-03\nplace: Selm\n", True),
        ("event: Flood\ndate: 2019-03\nplace: Port Selm\n", False),
        ("event: Flood\ndate: March the third\nplace: Selm\n", False),
        ("event: Flood\nplace: Selm\n", False),
        ("event: Floods\nplace: Selm\n", False),
        ("date: 2019-03\nplace: Selm\n", False),
    ],
)
def test_an_unsafe_fix_changes_what_it_is_about(lay: Lay, after: str, *, expected: bool) -> None:
    assert sound(lay, "CTD101", "event: Flood\ndate: March 2019\nplace: Selm\n", after) is expected
