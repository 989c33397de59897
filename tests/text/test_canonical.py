from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.records import Record, kind_of
from claimtrack.text.canonical import is_canonical
from claimtrack.text.convert import to_data
from claimtrack.text.format import format_anew, write
from tests.strategies import commented, records, yaml_like

CLAIMS = Path(__file__).parents[2] / "claims"
FILES = [path.read_text(encoding="utf-8") for path in sorted(CLAIMS.rglob("*.yaml"))]
COMMENTS = ("# c", "#c", "# c ", "# c: d", "#", "# e\u0301", "# c # d", '# "c"', "# - c")


def with_comments(text: str, chance: random.Random) -> str:
    """Put a few comments into a text, mostly where people put them."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(lines))
        line, comment = lines[at], chance.choice((*COMMENTS[:1] * 8, *COMMENTS))
        indent = " " * (len(line) - len(line.lstrip()) + chance.choice((0, 0, 0, 0, 2, -2)))
        lines[at : at + 1] = chance.choice(
            (
                [indent + comment, line],
                [indent + comment, line],
                [line, indent + comment],
                [f"{line}{chance.choice((' ', ' ', ' ', '  ', ''))}{comment}"],
                [comment, "", line],
            )
        )
    return "\n".join(lines)


def test_every_file_of_the_corpus_is_seen_to_be_canonical() -> None:
    assert [text for text in FILES if not is_canonical(text)] == []


def test_what_is_taken_for_canonical_with_comments_is_its_own_layout() -> None:
    chance = random.Random(1)
    texts = [with_comments(chance.choice(FILES), chance) for _ in range(1500)]
    taken = [text for text in texts if is_canonical(text)]
    assert len(taken) > 300
    assert [text for text in taken[:300] if format_anew(text).text != text] == []


@given(st.one_of(commented(), yaml_like()))
def test_what_is_taken_for_canonical_is_its_own_layout(text: str) -> None:
    for each in (text, format_anew(text).text):
        assert not is_canonical(each) or format_anew(each).text == each


@given(records(), st.randoms(use_true_random=False))
def test_a_record_with_comments_is_taken_for_canonical_only_where_it_is(
    record: Record, chance: random.Random
) -> None:
    text = with_comments(write(to_data(record), kind_of(record)), chance)
    assert not is_canonical(text) or format_anew(text).text == text


SEEN = {
    "no comment": "speaker: A\nkind: group\n",
    "a sharp that is none": "speaker: A#b\nkind: group\n",
    "a comment on the record": "# a\n# b: c\n\nspeaker: A\nkind: group\n",
    "comments above a key": "speaker: A\n# b\n# c\nkind: group\n",
    "a comment above an item": "speaker: A\nkind: group\nroles:\n  # b\n  - role: c\n",
    "a comment behind a value": "speaker: A's B # c\nkind: group\n",
    "a comment behind a key": "speaker: A\nkind: group\nroles: # b\n  - role: c\n",
    "a comment behind a list": "speaker: A\nkind: group\npart_of: [b, c] # d\n",
    "a sharp within a text": "speaker: A\nkind: group\nnote: |-\n  # b\n  c: d # e\n",
}
DOUBTED = {
    "another order": "kind: group\nspeaker: A\n",
    "a comment without a space before it": "speaker: A\nkind: group # b # c\n#d\n",
    "two spaces before a comment": "speaker: A\nkind: group  # b\n",
    "a comment that is too deep": "speaker: A\n  # b\nkind: group\n",
    "a comment below": "speaker: A\nkind: group\n# b\n",
    "a comment with a space behind it": "speaker: A\n# b \nkind: group\n",
    "a comment on the record without a blank line": "# a\nspeaker: A\nkind: group\n",
    "a comment that is not composed": "speaker: A\n# e\u0301\nkind: group\n",
    "a comment above a line of a text": "speaker: A\nnote: |-\n  # b\n  c: d\nkind: group\n",
    "a comment behind an item": "speaker: A\nkind: group\npart_of:\n  - b # c\n  - d\n",
    "a blank line behind a comment": "speaker: A\n# b\n\nkind: group\n",
    "a default with a comment": "claim: A?\nstatus: draft # b\nversions:\n  c:\n    statement: D.\n",
}  # fmt: skip


@pytest.mark.parametrize("text", SEEN.values(), ids=SEEN.keys())
def test_the_layout_is_seen(text: str) -> None:
    assert is_canonical(text)
    assert format_anew(text).text == text


@pytest.mark.parametrize("text", DOUBTED.values(), ids=DOUBTED.keys())
def test_what_is_in_doubt_is_not_taken_for_canonical(text: str) -> None:
    assert not is_canonical(text)
