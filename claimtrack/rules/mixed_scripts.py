"""A word mixes Latin letters with letters of another script that look the same.

A Cyrillic or Greek letter that cannot be told from a Latin one is mostly a slip of the keyboard
or of a text scanner, and sometimes put there on purpose: the word reads as it should and is found
by no search. Write it with the letters of one script. Words in which both scripts are plain to
see pass, and so do a quote, a cue or a printed name that has the word from the text of its
source.

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aur<U+0435>lia
    date: 2019-03
    place: off Port Selm

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from claimtrack.findings import Fault, Kind
from claimtrack.rules.base import Rule
from claimtrack.rules.freetexts import free_texts
from claimtrack.rules.readings import readings
from claimtrack.text.characters import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import KeyPath
    from claimtrack.model.records import Record
    from claimtrack.rules.base import View

KIND = Kind("CTC101", "mixed-scripts")

#: By script and the other script, the letters of the one that look like letters of the other
#: (confusables of Unicode Technical Standard 39).
_LOOK_ALIKE = {
    ("CYRILLIC", "LATIN"): "асеһіјӏорԛѕуԝхԁАВСЕНІЈКМОРЅТУХԜ",  # noqa: RUF001 - the letters themselves
    ("GREEK", "LATIN"): "ορυνιϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",  # noqa: RUF001 - the letters themselves
    ("LATIN", "CYRILLIC"): "acehijlopqsywxdABCEHIJKMOPSTYXW",
    ("LATIN", "GREEK"): "aopuviABEZHIKMNOPTYX",
}
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 3


def check(record: Record, view: View) -> Iterator[Fault]:
    """Yield each text with such a word, at its first."""
    printed = {
        reading.keys: "\n".join(reading.paragraphs)
        for reading in readings(record, view, drifted=True)
    }
    for keys, text in free_texts(record):
        if not _FOREIGN.search(text):
            continue
        source = printed.get(keys[:4], "") if keys[4:] in _PRINTED else ""
        for word in _WORD.findall(text):
            odd = hidden(word)
            if odd and word not in source:
                message = (
                    f'"{word}" hides {named(odd)} among letters of another script: '
                    "write the word with letters of one"
                )
                yield Fault(kind=KIND, message=message, keys=keys)
                break


#: The words of an attribution that are the source's.
_PRINTED: tuple[KeyPath, ...] = (("quote",), ("cue",), ("printed_as",), ("capacity",))


def hidden(word: str) -> str | None:
    r"""Return the first letter of a word that hides among those of another script.

    >>> hidden("T\u0435hran") == "\u0435", hidden("Tehran"), hidden("\u042fndex")
    (True, None, None)
    """
    scripts: dict[str, list[str]] = {}
    for letter in word:
        scripts.setdefault(unicodedata.name(letter, "").split(" ")[0], []).append(letter)
    if len(word) < _FEWEST or len(scripts) != 2:
        return None
    few, many = sorted(scripts, key=lambda script: len(scripts[script]))
    alike = _LOOK_ALIKE.get((few, many), "")
    return scripts[few][0] if all(letter in alike for letter in scripts[few]) else None


RULE = Rule(kind=KIND, check=check, needs="texts", explanation=__doc__ or "")
