from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from claimtrack.corpus.corpus import Corpus
from claimtrack.rules.checking import check
from claimtrack.rules.mixed_scripts import hidden

#: Lays files over the standing corpus and loads it.
Lay: TypeAlias = Callable[[str], Corpus]


def told(corpus: Corpus) -> list[str]:
    return [str(finding) for finding in check(corpus, select=["CTC"]).findings]


MIXED = {
    "cyrillic-in-latin": ("T\u0435hran", "\u0435"),
    "greek-in-latin": ("Hezb\u03bfllah", "\u03bf"),
    "a-capital": ("\u041cossad", "\u041c"),
    "latin-in-cyrillic": ("\u041coc\u043a\u0432\u0430", "o"),
    "latin-in-greek": ("\u0391\u03b8\u03aeva", "v"),
    "several": ("T\u0435hr\u0430n", "\u0435"),
}
PLAIN = {
    "latin": "Tehran",
    "accents": "Ālī-Ğubūr",
    "cyrillic": "\u041c\u043e\u0441\u043a\u0432\u0430",
    "greek": "\u0391\u03b8\u03ae\u03bd\u03b1",
    "arabic": "تهران",
    "both-plain-to-see": "\u042fndex",
    "a-suffix-in-cyrillic": "NATO\u0432\u0441\u043a\u0438\u0439",
    "a-greek-index": "TNF\u03b1",
    "a-formula": "h\u03bd",
    "arabic-and-latin": "alتهران",
    "three-scripts": "T\u0435hr\u03bfnя",
    "no-letters": "2024",
    "nothing": "",
}


@pytest.mark.parametrize(("word", "letter"), MIXED.values(), ids=MIXED.keys())
def test_a_letter_that_looks_like_its_neighbours_but_is_another_is_found(
    word: str, letter: str
) -> None:
    assert hidden(word) == letter


@pytest.mark.parametrize("word", PLAIN.values(), ids=PLAIN.keys())
def test_words_of_one_script_and_plainly_of_two_pass(word: str) -> None:
    assert hidden(word) is None


def test_a_mixed_word_is_told_once_a_text_with_the_letter_by_name(lay: Lay) -> None:
    files = "# events/ferry-attack.yaml\nevent: Attack in T\u0435hran and T\u0435hran\n"
    assert told(lay(files)) == [
        'events/ferry-attack.yaml:1:8: CTC101 "T\u0435hran" hides U+0435 CYRILLIC SMALL LETTER IE '
        "among letters of another script: write the word with letters of one"
    ]


def claim(keys: str = "", *, version: str = "", attribution: str = "") -> str:
    return (
        f"# attack/it.yaml\nclaim: What of it?\n{keys}versions:\n  one:\n    statement: One.\n"
        f"{version}    attributions:\n"
        f"      - {{speaker: selm, stance: asserts, source: hostage-story, cue: x{attribution}}}\n"
    )


WORD = "T\u0435hran"
PLACES = {
    "an-alias": f"# speakers/selm.yaml\nspeaker: Selm\naliases: [a, {WORD}]\n",
    "a-role": f"# speakers/selm.yaml\nspeaker: Selm\nroles: [{{role: {WORD}}}]\n",
    "a-title": f"# sources/hostage-story.yaml\nsource: {WORD}\n",
    "a-statement": claim(version=f"    note: {WORD}\n"),
    "a-value-in-words": claim(version=f"    value: {WORD}\n"),
    "a-unit": claim(f"unit: {WORD}\n"),
    "a-quote": claim(attribution=f", quote: {WORD}"),
    "a-name-in-a-chain": claim(attribution=f", via: [{{speaker: selm, printed_as: {WORD}}}]"),
    "a-reason": claim(f"assessments: [{{by: x, date: 2020, reason: {WORD}}}]\n"),
}
ELSEWHERE = {
    "an-address": f"# sources/hostage-story.yaml\nsource: x\nurl: https://example.org/{WORD}\n",
    "a-comment": f"# speakers/selm.yaml\n# {WORD}\nspeaker: Selm\n",
}


@pytest.mark.parametrize("files", PLACES.values(), ids=PLACES.keys())
def test_every_free_text_is_looked_at(lay: Lay, files: str) -> None:
    assert len(told(lay(files))) == 1


@pytest.mark.parametrize("files", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_what_is_no_free_text_is_not_looked_at(lay: Lay, files: str) -> None:
    assert told(lay(files)) == []


FROM_THE_TEXT = {
    "a-quote": (f", quote: In {WORD}", 0),
    "a-cue-beside-another-note": (f", quote: In {WORD}, note: In {WORD}", 1),
    "a-capacity": (f", capacity: In {WORD}", 0),
    "another-word": (", quote: In I\u0441fahan", 1),
}


@pytest.mark.parametrize(("attribution", "count"), FROM_THE_TEXT.values(), ids=FROM_THE_TEXT.keys())
def test_words_that_the_source_prints_so_pass(lay: Lay, attribution: str, count: int) -> None:
    text = f"# texts/hostage-story.txt\nIn {WORD}, it began.\n"
    assert len(told(lay(text + claim(attribution=attribution)))) == count
