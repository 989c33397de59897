from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.changes.sentence import Piece, Sentence, explained, named


def test_a_sentence_reads_as_plain_text() -> None:
    sentence = Sentence.of("the toll by ", named("Selm"), ": ", Piece("5", "deleted"), "", "6")
    assert str(sentence) == sentence.text == "the toll by Selm: {-5-}6"
    assert repr(sentence) == "<Sentence: the toll by Selm: {-5-}6>"
    assert len(sentence.pieces) == 5


@given(st.text() | st.text("`a ", max_size=12))
@example("``")
@example("`a``b`")
def test_a_reason_in_pieces_reads_as_it_was(reason: str) -> None:
    assert Sentence.of(*explained(reason)).text == reason


def test_a_value_in_a_reason_is_told_apart() -> None:
    assert list(explained("`9` and `5 to 7` (policy `tolerant`)")) == [
        Piece("9", "value"),
        Piece(" and "),
        Piece("5 to 7", "value"),
        Piece(" (policy "),
        Piece("tolerant", "value"),
        Piece(")"),
    ]
