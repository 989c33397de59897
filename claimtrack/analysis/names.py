"""Persons' names that a reader takes for one another."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from attrs import frozen

from claimtrack.analysis.nearwords import consonants, near_words
from claimtrack.model.ids import SpeakerId
from claimtrack.model.speakers import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

K = TypeVar("K")

#: Beside different given names, only long family names with many consonants are taken for one
#: another, and no patronymics: too many people are an Andersen and an Anderson.
_FAMILY_LETTERS, _FAMILY_CONSONANTS = 8, 4
_PATRONYMIC = re.compile(r"s[eo]n$")
#: Names of more words are titles, and are compared by their last word alone.
_MAX_WORDS = 6

_MARKS = re.compile(r"[\u0300-\u036f'\u2018\u2019\u02bb-\u02bf`]")
_LETTERS = re.compile(r"[^\W\d_]+")
_PLAIN = str.maketrans(
    {
        "\u0131": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "y": "i",
        "w": "v",
        "q": "g",
    }
)
#: What transliterations write in two ways, and letters that are doubled.
_WAYS = re.compile(r"tsch|sch|ph|ck|dj|gh|ee|oo|ou|([^\W\d_])\1")
_INSTEAD = {
    "tsch": "ch",
    "sch": "sh",
    "ph": "f",
    "ck": "k",
    "dj": "j",
    "gh": "g",
    "ee": "i",
    "oo": "u",
    "ou": "u",
}

#: The words of a name, in plain letters.
_Words: TypeAlias = tuple[str, ...]
#: A name and whose it is.
_Borne: TypeAlias = tuple[SpeakerId, str]


@frozen
class Resemblance:
    """A name of one person that resembles a name of another."""

    #: The name or alias of the person that was asked for.
    name: str
    other: SpeakerId
    other_name: str


@frozen(repr=False)
class Names:
    """The names of the persons of a corpus, by how they read; made by `names_of`.

    Two names resemble each other when they differ only by accents or in the way they are
    transliterated, or when each word of the one is a word of the other but for a letter or two, or
    for its vowels. So do, beside different given names, two long family names with the same
    consonants, as in Ali Khamenei and Ruhollah Khomeini. What differs only in case is the same.
    """

    #: Who bears each name.
    _bearers: Mapping[_Words, tuple[_Borne, ...]]
    #: Who bears each name, written in one.
    _in_one: Mapping[str, tuple[_Borne, ...]]
    #: Who bears each long family name, by its consonants and itself.
    _families: Mapping[str, Mapping[str, tuple[_Borne, ...]]]
    #: The words that are near each word.
    _near: Mapping[str, frozenset[str]]

    def resembling(self, person: Speaker) -> Iterator[Resemblance]:
        """Yield who else bears a name that resembles one of this person's, each of them once."""
        told = {person.id}
        for name in (person.name, *person.aliases):
            found = self._alike(name) | (self._akin(name) if name == person.name else set())
            for other, theirs in sorted(found):
                if other not in told and theirs.casefold() != name.casefold():
                    told.add(other)
                    yield Resemblance(name, other, theirs)

    def _alike(self, name: str) -> set[_Borne]:
        words = plain_words(name)
        if not 0 < len(words) <= _MAX_WORDS:
            return set()
        found = {borne for like in self._like(words) for borne in self._bearers.get(like, ())}
        return found.union(self._in_one.get("".join(words), ()))

    def _like(self, words: _Words) -> Iterator[_Words]:
        """Yield the words of a name, and those with one or two of them replaced by near ones."""
        near = [(word, *self._near.get(word, ())) for word in words]
        for places in combinations(range(len(words)), min(2, len(words))):
            yield from product(
                *(near[at] if at in places else (word,) for at, word in enumerate(words))
            )

    def _akin(self, name: str) -> set[_Borne]:
        """Return the names whose family name has the consonants of this one's, but is another."""
        family = _family(name)
        kin = self._families.get(consonants(family), {}) if family else {}
        return {borne for other, held in kin.items() if other != family for borne in held}


def names_of(speakers: Mapping[str, Speaker]) -> Names:
    """Return the names of the persons among some speakers, kept for the last speakers asked of."""
    return _names(_Asked(speakers))


def plain_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in plain letters: no accents, each sound in one transliteration.

    >>> plain_words("Mahmoud Ahmadi-Nejād"), plain_words("Mahmud Ahmadi Nejad")
    (('mahmud', 'ahmadi', 'nejad'), ('mahmud', 'ahmadi', 'nejad'))
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", name)).casefold()
    words = _LETTERS.findall(unicodedata.normalize("NFC", bare))
    return tuple(_WAYS.sub(_one_way, word).translate(_PLAIN) for word in words)


@frozen(eq=False)
class _Asked:
    """A mapping as a key: the same only as itself."""

    speakers: Mapping[str, Speaker]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self.speakers is other.speakers

    def __hash__(self) -> int:
        return id(self.speakers)


@lru_cache(maxsize=1)
def _names(asked: _Asked) -> Names:
    persons = [speaker for speaker in asked.speakers.values() if speaker.kind == "person"]
    bearers: dict[_Words, list[_Borne]] = defaultdict(list)
    in_one: dict[str, list[_Borne]] = defaultdict(list)
    families: dict[str, dict[str, list[_Borne]]] = defaultdict(lambda: defaultdict(list))
    for person in persons:
        for name in (person.name, *person.aliases):
            words = plain_words(name)
            bearers[words].append((person.id, name))
            in_one["".join(words)].append((person.id, name))
        family = _family(person.name)
        if family:
            families[consonants(family)][family].append((person.id, person.name))
    near = near_words({word for name in bearers if len(name) <= _MAX_WORDS for word in name})
    kin = {shared: _held(others) for shared, others in families.items()}
    return Names(_held(bearers), _held(in_one), kin, near)


def _held(lists: Mapping[K, list[_Borne]]) -> dict[K, tuple[_Borne, ...]]:
    return {key: tuple(items) for key, items in lists.items()}


def _family(name: str) -> str:
    """Return a family name, which stands last, if it is one that may be taken for another."""
    last = (plain_words(name) or ("",))[-1]
    long = len(last) >= _FAMILY_LETTERS and len(consonants(last)) >= _FAMILY_CONSONANTS
    return last if long and not _PATRONYMIC.search(last) else ""


def _one_way(found: re.Match[str]) -> str:
    return _INSTEAD.get(found[0], found[1] or "")
