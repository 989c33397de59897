from __future__ import annotations

from claimtrack.changes.sentence import Piece, Sentence, named


def test_a_sentence_reads_as_plain_text() -> None:
    sentence = Sentence.of("the toll by ", named("Selm"), ": ", Piece("5", "deleted"), "", "6")
    assert str(sentence) == sentence.text == "the toll by Selm: {-5-}6"
    assert repr(sentence) == "<Sentence: the toll by Selm: {-5-}6>"
    assert len(sentence.pieces) == 5
