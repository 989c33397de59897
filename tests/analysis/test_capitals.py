from __future__ import annotations

import pytest

from claimtrack.analysis import lexicon
from claimtrack.analysis.capitals import candidates, habits_of
from claimtrack.analysis.tokens import joined, tokens

#: What the rest of the texts tells: these words are capitals inside sentences, and small.
REST = "we saw Kayhan and Karun there while security and critics and following and green men left"

#: Makes a sentence of words.
TAIL = "as was really said"


def found(text: str, *known: str, rest: str = REST) -> list[str]:
    words = tokens(text)
    mask = [token.text in known for token in words]
    habits = habits_of([words, tokens(rest)])
    return [joined(words[start:end]) for start, end in candidates(words, habits, mask)]


NAMES = {
    "a-run": ("he met Hossein Alaei there", ["Hossein Alaei"]),
    "an-article-inside": ("with Abu Mahdi al-Muhandis now", ["Abu Mahdi al-Muhandis"]),
    "an-article-in-front": ("with al-Muhandis now", ["al-Muhandis"]),
    "a-particle": (
        "so Mohammed bin Salman and Ludwig van der Rohe",
        ["Mohammed bin Salman", "Ludwig van der Rohe"],
    ),
    "of-the": ("by the Guardians of the Cedars in", ["Guardians of the Cedars"]),
    "a-foreign-and": (
        "of the Stiftung Wissenschaft und Politik",
        ["Stiftung Wissenschaft und Politik"],
    ),
    "a-body-for": ("the Center for Public Affairs", ["Center for Public Affairs"]),
    "a-body-of-and": ("the Ministry of Health and Welfare", ["Ministry of Health and Welfare"]),
    "an-acronym": ("said ISIS-K and PJAK", ["ISIS-K", "PJAK"]),
    "an-acronym-that-begins": ("PJAK left", ["PJAK"]),
    "initials": ("wrote J. R. Smith of it", ["J. R. Smith"]),
    "a-number": ("a Quds-2 missile", ["Quds-2"]),
    "a-hyphen": ("in Sistan-Baluchestan", ["Sistan-Baluchestan"]),
    "possession": ("in Valiasr's square", ["Valiasr"]),
    "possession-inside": ("the People's Mujahedin of Persia", ["People's Mujahedin of Persia"]),
    "after-a-title": (
        "then President Hassan Firouz and Brig.-Gen. Amin",
        ["Hassan Firouz", "Amin"],
    ),
    "after-a-title-of-an-office": ("Prime Minister Firouz", ["Firouz"]),
    "after-an-office-of-something": ("the Minister of Defense Hossein Firouz", ["Hossein Firouz"]),
    "a-body-after-a-title": ("Chairman of the Supreme Council", ["Supreme Council"]),
    "a-title-in-the-name-of-a-body": (
        "the Council of Deputy Ministers and",
        ["Council of Deputy Ministers"],
    ),
    "after-a-nation": ("an Iraqi Majid Firouz", ["Majid Firouz"]),
    "the-body-of-a-nation": ("the Iraqi Parliament met", ["Iraqi Parliament"]),
    "a-part-of-the-world": ("with North Korea", ["North Korea"]),
    "begins-a-sentence-and-stands-inside-one": ("Kayhan wrote it", ["Kayhan"]),
    "begins-a-sentence-in-a-longer-name": ("Sadollah Zarei wrote it", ["Sadollah Zarei"]),
    "two-sentences": ("he saw Kayhan. Karun is a river", ["Kayhan", "Karun"]),
    "a-common-word-before-a-name": ("Following Valiasr they left", ["Valiasr"]),
    "a-noun-before-of": ("Sons of Valiasr left", ["Valiasr"]),
    "a-prefix": ("a pro-Valiasr post", ["Valiasr"]),
    "the-officer-of-a-body": (
        "the Security Council President Firouz",
        ["Security Council President Firouz"],
    ),
    "between-quotations": (
        "he said “Assassination of the Program” to Valiasr and “so on”",
        ["Valiasr"],
    ),
    "a-suffix": ("the UK-based men", ["UK"]),
}
NO_NAMES = {
    "small-words": "they left",
    "a-word-that-begins": "Nobody left. Men came",
    "a-common-word-that-begins": "Security is all. Critics say so",
    "a-function-word": "and The men, In time",
    "a-month": "on Nov. 3, in January, on Friday",
    "a-nation": "the Iranians and Iraqi men",
    "a-faith": "of Shi’ite and Sunni men",
    "a-title": "the President and the Prime Minister",
    "an-office": "the Minister of Defense left",
    "a-body-as-such": "by the Parliament",
    "a-letter": "so I see plan B there",
    "a-title-in-quotation-marks": "he wrote “Assassination of the Fountainhead of the Program” then",
    "a-handle": "he is @MahmoudianArman there",
    "an-address": "at https://Example.org/Path there",
}


@pytest.mark.parametrize(("text", "names"), NAMES.values(), ids=NAMES.keys())
def test_what_looks_like_a_name_is_found(text: str, names: list[str]) -> None:
    assert found(f"{text} {TAIL}") == names


@pytest.mark.parametrize("text", NO_NAMES.values(), ids=NO_NAMES.keys())
def test_other_capitals_are_no_names(text: str) -> None:
    assert found(f"{text} {TAIL}") == []


KNOWN: dict[str, tuple[str, list[str]]] = {
    "by-itself": ("with Kayhan there", []),
    "after-a-title": ("with President Kayhan there", []),
    "after-a-nation": ("with Iranian Kayhan there", []),
    "in-a-longer-name": ("the Kayhan International there", ["Kayhan International"]),
    "beside-a-hyphen": ("the Kayhan-Valiasr war there", ["Valiasr"]),
    "before-a-letter": ("the Kayhan-K there", ["Kayhan-K"]),
}


@pytest.mark.parametrize(("text", "names"), KNOWN.values(), ids=KNOWN.keys())
def test_a_known_name_is_left_out_and_a_longer_one_is_not(text: str, names: list[str]) -> None:
    assert found(text, "Kayhan") == names


HEADLINES = {
    "common-words": ("Officials Admit Failures and Call for Cleaning House", []),
    "a-name-that-is-great-elsewhere": ("Kayhan Wants the Men to Leave", ["Kayhan"]),
    "a-word-that-is-small-elsewhere": ("Green Security for Men", []),
    "two-words": ("Hossein Alaei", ["Hossein Alaei"]),
    "three-words-all-great": ("Mir Hossein Mousavi", ["Mir Hossein Mousavi"]),
    "the-end-of-a-text": ("they went to Valiasr", ["Valiasr"]),
    "a-particle-at-the-end-of-a-text": ("they went to Valiasr of", ["Valiasr"]),
    "a-full-stop-at-the-end-of-a-text": ("they went to Valiasr.", ["Valiasr"]),
    "a-word-with-a-hyphen": ("Mid-term Talks in the Half-built House", []),
    "a-sentence": ("Alaei left the house to see Kayhan", ["Kayhan"]),
}


@pytest.mark.parametrize(("text", "names"), HEADLINES.values(), ids=HEADLINES.keys())
def test_a_headline_tells_nothing_by_its_capitals(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_word_that_begins_counts_once_it_stands_inside_a_sentence() -> None:
    assert found("Valiasr fell there.") == []
    assert found("Valiasr fell.", rest="and Valiasr fell") == ["Valiasr"]
    assert found("Valiasr fell.", rest="and Valiasr fell, a valiasr") == []


def test_a_long_run_is_parted() -> None:
    assert [len(name.split()) for name in found(f"so {'Abc ' * 40}")] == [16, 16, 8]


def test_lists_do_not_contradict_each_other() -> None:
    assert lexicon.JOINED <= lexicon.PEOPLES
    groups = [lexicon.FUNCTION_WORDS, lexicon.TITLES, lexicon.BODIES, lexicon.PEOPLES]
    assert sum(map(len, groups)) == len(frozenset().union(*groups))
