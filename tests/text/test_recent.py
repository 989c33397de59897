"""What is kept is bounded by its size, and what was asked for last stays longest."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from claimtrack.text.normalized import Normalized
from claimtrack.text.quotations import Quotations
from claimtrack.text.recent import _ENTRY, Recent

#: A text of so many characters fills what is kept of normalized texts and of quotations.
FULL = 4 * 1024 * 1024


class Maker:
    """Makes capitals, and remembers of what."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.sized: list[str] = []

    def make(self, text: str) -> str:
        self.made.append(text)
        return text.upper()

    def size(self, text: str, _: str) -> int:
        self.sized.append(text)
        return len(text)


def recent(maker: Maker, *, entries: int) -> Recent[str, str]:
    """Keep so many entries of one character."""
    return Recent(size=maker.size, limit=entries * (_ENTRY + 1))


def test_what_is_kept_is_not_made_again() -> None:
    maker = Maker()
    kept = recent(maker, entries=2)
    assert [kept.recall(text, maker.make) for text in "abab"] == ["A", "B", "A", "B"]
    assert maker.made == ["a", "b"]


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    maker = Maker()
    kept = recent(maker, entries=2)
    for text in "abacab":
        kept.recall(text, maker.make)
    assert maker.made == ["a", "b", "c", "b"]


def test_what_is_larger_than_the_limit_is_kept_alone_until_the_next() -> None:
    maker = Maker()
    kept = recent(maker, entries=1)
    for text in ("a", "b" * 1000, "b" * 1000, "c", "b" * 1000):
        kept.recall(text, maker.make)
    assert maker.made == ["a", "b" * 1000, "c", "b" * 1000]


def test_each_size_is_asked_once() -> None:
    maker = Maker()
    kept = recent(maker, entries=3)
    for text in "abcdefabcdef":
        kept.recall(text, maker.make)
    assert maker.sized == maker.made


def test_several_threads_may_ask() -> None:
    maker = Maker()
    kept = recent(maker, entries=3)
    texts = "abcdef" * 200
    with ThreadPoolExecutor(8) as pool:
        assert "".join(pool.map(lambda text: kept.recall(text, maker.make), texts)) == texts.upper()
    maker.made.clear()
    for text in "abcabc":
        kept.recall(text, maker.make)
    assert len(maker.made) <= 3


@pytest.mark.parametrize("of", [Normalized.of, Quotations.of], ids=["normalized", "quotations"])
def test_large_texts_push_out_what_was_kept(of: Callable[[str], object]) -> None:
    first = of("\u201cfirst\u201d")
    assert of("\u201cfirst\u201d") is first
    for number in range(2):
        of(f"{number}" * (FULL // 2))
    assert of("\u201cfirst\u201d") is not first
