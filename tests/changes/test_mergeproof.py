"""The look at a merged text finds what is missing, and what nobody wrote."""

from __future__ import annotations

import pytest

from claimtrack.changes.mergeproof import is_proven, offers_all
from claimtrack.changes.mergesides import Sides
from claimtrack.changes.mergetrees import Tree, tree_of

BASE = "speaker: A\nkind: group\naliases:\n  - b\nnote: N.\n"
OURS = "speaker: A\nkind: group\naliases:\n  - b\n  - c # ours\nnote: N.\n"
THEIRS = "speaker: A # theirs\nkind: person\naliases:\n  - d\n"
MERGED = "speaker: A # theirs\nkind: person\naliases:\n  - c # ours\n  - d\n"


def tree(text: str) -> Tree:
    found = tree_of(text)
    assert found
    return found


SIDES = Sides(tree(BASE).root, tree(OURS).root, tree(THEIRS).root)


def test_the_right_text_is_proven() -> None:
    assert is_proven(tree(MERGED), SIDES)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("kind: person", "kind: group", id="a-change-undone"),
        pytest.param("  - d\n", "", id="an-addition-lost"),
        pytest.param("  - d\n", "  - d\n  - e\n", id="an-addition-of-nobody"),
        pytest.param("  - c", "  - b\n  - c", id="a-removal-undone"),
        pytest.param(" # ours", "", id="a-comment-lost"),
        pytest.param("person", "person # why", id="a-comment-of-nobody"),
        pytest.param("kind: person\n", "kind: person\nnote: N.\n", id="a-field-back"),
        pytest.param("speaker: A", "speaker: B", id="what-nobody-touched"),
    ],
)
def test_a_wrong_text_is_not(old: str, new: str) -> None:
    assert old in MERGED
    assert not is_proven(tree(MERGED.replace(old, new)), SIDES)


def test_what_cannot_be_divided_is_never_proven_where_both_changed_it() -> None:
    sides = Sides(*(tree(f"speaker: A\nnote: {word}\n").root for word in "abc"))
    assert not is_proven(tree("speaker: A\nnote: b\n"), sides)
    assert not is_proven(None, sides)


def test_a_conflict_offers_what_either_side_wrote() -> None:
    assert offers_all(tree(MERGED).root, SIDES)
    assert not offers_all(tree(MERGED.replace("  - d\n", "")).root, SIDES)
    assert not offers_all(tree(MERGED.replace(" # ours", "")).root, SIDES)
