from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.changes.sentence import Piece, Sentence
from claimtrack.quoting import visible
from claimtrack.report.harmless import NO_WIDTH, harmless, sentence_html
from tests.hosts import HOSTILE, seen, words_to_act_on
from tests.strategies import printed_texts

SHOWN = {
    "plain": ("A bomb, planted in 2024.", "A bomb, planted in 2024."),
    "markup": ('<b>&amp; "x"', '&lt;b&gt;&amp;amp; "x"'),
    "a-mention": ("ask @octocat.", f"ask <code>@{NO_WIDTH}octocat.</code>"),
    "a-reference": ("closes #12", f"closes <code>#{NO_WIDTH}12</code>"),
    "a-version-is-none": ("of haniyeh-killing/method#bomb", "of haniyeh-killing/method#bomb"),
    "an-address": ("see https://x.org", "see <code>https://x.org</code>"),
    "a-commit": ("in 2b0af12", "in <code>2b0af12</code>"),
    "an-emoji": ("so :tada: it", "so <code>:tada:</code> it"),
    "a-time-is-none": ("at 12:30:05", "at 12:30:05"),
    "a-sum": ("$5 and $6", "<code>$5</code> and <code>$6</code>"),
    "lines": ("one\ntwo", "one<br>two"),
    "unseen": ("a\u202eb\x1b", "a\\u202eb\\x1b"),
    "its-own-space-of-no-width": ("@\u200boctocat", f"<code>@{NO_WIDTH}\\u200boctocat</code>"),
}


@pytest.mark.parametrize(("text", "shown"), SHOWN.values(), ids=SHOWN)
def test_a_text_is_shown_and_acted_on_by_nobody(text: str, shown: str) -> None:
    assert harmless(text) == shown


TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    printed_texts,
    st.text(),
    st.text("@#a1:/.$<>&-`\n \\|w!%~", max_size=20),
    st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=3).map("".join),
)
PIECES = st.builds(Piece, TEXTS, st.sampled_from(["plain", "name", "value", "deleted", "inserted"]))
OURS = {"b", "del", "ins", "code", "br"}


def intact(shown: str) -> str:
    return shown.replace(NO_WIDTH, "")


@given(TEXTS)
def test_any_text_stays_whole_and_makes_nothing(text: str) -> None:
    found = seen(harmless(text))
    assert set(found.elements) <= {"code", "br"}
    assert found.open == []
    assert words_to_act_on(found) == []
    whole = "".join(part for part, _ in found.texts)
    assert intact(whole) == "\n".join(visible(line) for line in text.split("\n"))


@given(TEXTS)
def test_nobody_is_named_in_a_mail_that_quotes_it(text: str) -> None:
    whole = "".join(part for part, _ in seen(harmless(text)).texts)
    assert not re.search(r"@[^\u200b]|#\d", whole)


@given(st.lists(PIECES, max_size=4))
@example([Piece("@"), Piece("octocat", "name")])
@example([Piece("dead"), Piece("beef")])
@example([Piece("#"), Piece("12", "inserted")])
def test_nor_do_the_pieces_of_a_sentence_together(pieces: list[Piece]) -> None:
    found = seen(sentence_html(Sentence(tuple(pieces))))
    assert set(found.elements) <= OURS
    assert words_to_act_on(found) == []
    whole = "".join(part for part, _ in found.texts)
    assert not re.search(r"@[^\u200b]|#\d", whole)
