from __future__ import annotations

from claimtrack.text.layout import Group, Leaf, Part
from claimtrack.text.placement import at_the_top, in_a_row
from claimtrack.text.scalars import PROSE

LEAF = Leaf("a", PROSE)
GROUP = Group((), keyed=True)


def test_what_stands_below_a_part_moves_above_it_unless_it_is_the_last() -> None:
    parts = [Part(LEAF, above=("# 1",), below=("# 2",)), Part(LEAF, below=("# 3",))]
    assert in_a_row(parts) == (Part(LEAF, above=("# 1", "# 2")), Part(LEAF, below=("# 3",)))


def test_the_only_comment_above_the_first_part_moves_beside_it() -> None:
    parts = (Part(LEAF, above=("# 1",)), Part(LEAF, above=("# 2",)))
    assert at_the_top(parts) == (Part(LEAF, beside="# 1"), parts[1])


def test_of_several_the_last_moves_beside_it_and_the_others_before_its_text() -> None:
    parts = (Part(LEAF, above=("# 1", "# 2"), beside="# 3"),)
    assert at_the_top(parts) == (Part(LEAF, between=("# 1", "# 2"), beside="# 3"),)


def test_beside_a_mapping_or_list_they_are_joined() -> None:
    parts = (Part(GROUP, above=("# 1", "# 2"), beside="# 3"),)
    assert at_the_top(parts) == (Part(GROUP, beside="# 1 # 2 # 3"),)


def test_where_nothing_stands_above_nothing_moves() -> None:
    parts = (Part(LEAF, beside="# 1", below=("# 2",)),)
    assert at_the_top(parts) is parts
    assert at_the_top(()) == ()
