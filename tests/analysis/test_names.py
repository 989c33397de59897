from __future__ import annotations

import random
from functools import partial
from itertools import islice, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.analysis.names import Resemblance, names_of, plain_words
from claimtrack.model.speakers import Speaker
from tests.work import calls


def persons(*names: str) -> dict[str, Speaker]:
    """Make a person of each name, called `p0`, `p1`, and so on."""
    return {
        f"p{number}": Speaker(id=f"p{number}", name=name, kind="person")
        for number, name in enumerate(names)
    }


def resembling(*names: str) -> list[Resemblance]:
    everyone = persons(*names)
    return list(names_of(everyone).resembling(everyone["p0"]))


ALIKE = {
    "one-letter": ("Mira Dolan", "Mira Dolen"),
    "two-letters": ("Ismail Haniyeh", "Ismail Hamiyah"),
    "a-letter-more": ("Jonas Brandt", "Jonas Brand"),
    "accents": ("Moritz Müller", "Moritz Muller"),
    "letters-with-strokes": ("Søren Łukasz", "Soren Lukasz"),
    "transliterated": ("Qassem Soleimani", "Ghasem Sulaimani"),
    "apostrophes": ("Mas\u02bfud Rajavi", "Masoud Rajavi"),
    "hyphens": ("Mahmoud Ahmadi-Nejad", "Mahmud Ahmadinejad"),
    "vowels": ("Hassan Nasrallah", "Hossein Nasrallah"),
    "one-word": ("Khamenei", "Khomeini"),
    "family-names": ("Ali Khamenei", "Ruhollah Khomeini"),
    "both-words": ("Jonah Brandt", "Jonas Brand"),
    "another-script": ("Иван Петров", "Иван Петрев"),
    "full-width": ("Ｍｉｒａ Dolan", "Mira Dolan"),
}
UNLIKE = {
    "another-given-name": ("Ali Rezaei", "Mohsen Rezaei"),
    "one-long-family-name": ("Ali Khamenei", "Mojtaba Khamene\u2019i"),
    "short-given-names": ("Jane Smith", "Jack Smith"),
    "short-names": ("Kim Jong Un", "Kim Jong Il"),
    "another-family-name": ("Hosein Salami", "Mohammad Salimi"),
    "patronymics": ("Erik Andersen", "Thomas Anderson"),
    "a-word-more": ("Javad Zarif", "Mohammad Javad Zarif"),
    "only-case": ("Mira Dolan", "MIRA DOLAN"),
    "no-letters": ("007", "008"),
    "three-words-differ": ("Jonah Brandt Dolan", "Jonas Brand Dolen"),
    "long-titles": ("a b c d e f one", "a b c d e f onne"),
}


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE.keys())
def test_names_alike_are_found_from_either_side(one: str, other: str) -> None:
    assert resembling(one, other) == [Resemblance(one, "p1", other)]
    assert resembling(other, one) == [Resemblance(other, "p1", one)]


@pytest.mark.parametrize(("one", "other"), UNLIKE.values(), ids=UNLIKE.keys())
def test_names_that_a_reader_tells_apart_are_not_found(one: str, other: str) -> None:
    assert resembling(one, other) == []


def test_aliases_are_compared_too_and_each_other_person_is_told_once() -> None:
    everyone = persons("Mira Dolan", "A. Nother")
    aliases = ("Captain Brand", "Mira Dolen")
    everyone["p2"] = Speaker(id="p2", name="Mira Dollan", kind="person", aliases=aliases)
    found = list(names_of(everyone).resembling(everyone["p0"]))
    assert found == [Resemblance("Mira Dolan", "p2", "Mira Dolen")]
    captain = Speaker(id="p3", name="X. Yz", kind="person", aliases=("Captain Brandt",))
    everyone["p3"] = captain
    found = list(names_of(dict(everyone)).resembling(captain))
    assert found == [Resemblance("Captain Brandt", "p2", "Captain Brand")]


def test_only_persons_are_compared() -> None:
    everyone = persons("Mira Dolan")
    everyone["p1"] = Speaker(id="p1", name="Mira Dolen", kind="organization")
    assert list(names_of(everyone).resembling(everyone["p0"])) == []


def test_the_names_are_kept_for_the_same_speakers_and_made_anew_for_others() -> None:
    everyone = persons("Mira Dolan", "Mira Dolen")
    names = names_of(everyone)
    assert names_of(everyone) is names
    assert names_of(persons("Mira Dolan", "Mira Dolen")) is not names


def test_a_word_of_any_length_is_compared() -> None:
    """Two letters left out in every way would make half a million million letters of keys."""
    long = "kal" * 4000
    everyone = persons(f"Mira {long}", f"Mira {long.replace('a', 'o')}", f"Mira {long}b")
    (found,) = names_of(everyone).resembling(everyone["p0"])
    assert found.other == "p1"


def named(spellings: int) -> dict[str, Speaker]:
    """Make two persons with so many aliases each, which differ in their vowels alone."""
    vowels = islice(product("aeiou", repeat=6), 2 * spellings)
    names = ["b".join(("", *some, "")) for some in vowels]
    return {
        who: Speaker(id=who, name=who, kind="person", aliases=tuple(names[start::2]))
        for start, who in enumerate(("one", "two"))
    }


def compared(everyone: dict[str, Speaker]) -> None:
    for person in everyone.values():
        assert list(names_of(everyone).resembling(person))


def test_names_that_very_many_share_take_work_that_grows_with_their_number() -> None:
    few, many = (calls(partial(compared, named(spellings))) for spellings in (150, 300))
    assert many < 2.5 * few


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_mutual_and_no_name_is_like_itself(one: str, other: str) -> None:
    assert bool(resembling(one, other)) == bool(resembling(other, one))
    assert resembling(one, one) == []


@given(st.text(max_size=30))
def test_case_and_accents_make_no_other_words(name: str) -> None:
    assert plain_words(name) == plain_words(f" {name} ")
    assert all(plain_words(word) != () for word in plain_words(name))


def test_thousands_of_persons_are_compared() -> None:
    parts = random.Random(1)
    syllables = ["mo", "ha", "ri", "dan", "kel", "sor", "bek", "nu", "tam", "wil"]

    def word() -> str:
        return "".join(parts.choices(syllables, k=3)).title()

    everyone = persons(*(f"Mohammad {word()}" for _ in range(4000)))
    names = names_of(everyone)
    assert any(True for person in everyone.values() for _ in names.resembling(person))
