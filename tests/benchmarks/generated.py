"""A made-up corpus of any size, the same for the same size: claims like those that people write."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from claimtrack.text.arrange import arrange
from claimtrack.text.comments import Comments
from claimtrack.text.emit import page_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.text.nodes import Data
    from claimtrack.text.schema import FileKind

_WORDS = (
    *("the", "a", "of", "in", "on", "by", "after", "before", "that", "which", "two", "several"),
    *("attack", "explosion", "official", "ministry", "building", "guard", "device", "convoy"),
    *("report", "witness", "video", "morning", "night", "border", "capital", "residence", "car"),
    *("was", "were", "had", "killed", "planted", "said", "denied", "arrested", "seen", "fired"),
    *("Tehran", "Isfahan", "Müller", "Škoda", "Ésfandiari", "Kraków", "São Paulo", "Þór", "Đorđe"),
)
_PLACES = ("Tehran", "Esfahān", "Şırnak", "Kraków", "Beyrouth", "München", "اصفهان", "القاهرة")
_SYLLABLES = ("ba", "ké", "li", "mo", "nur", "ra", "šem", "ti", "vo", "zan")
_STANCES = ("asserts", "asserts", "denies", "denies", "questions", "declines")


def generated(claims: int) -> Iterator[tuple[str, FileKind, str, bytes]]:
    """Yield the path, kind, id and bytes of every file of a corpus with so many claims.

    Of the claims one in twenty is not in canonical layout, and one in eight has comments.
    """
    maker = _Maker(claims)
    for number in range(maker.speakers):
        yield _file("speaker", f"speaker-{number}", maker.speaker(number))
    for number in range(maker.sources):
        yield _file("source", f"source-{number}", maker.source())
    for number in range(maker.events):
        yield _file("event", f"event-{number}", {"event": maker.words(5), "place": maker.place()})
    for number in range(claims):
        path, kind, id, text = _file("claim", f"topic-{number % 97}/claim-{number}", maker.claim())  # noqa: A001 - the format's own word
        yield path, kind, id, maker.as_typed(text, number)


def _file(kind: FileKind, id: str, data: dict[str, Data]) -> tuple[str, FileKind, str, bytes]:  # noqa: A002
    path = f"{id}.yaml" if kind == "claim" else f"{kind}s/{id}.yaml"
    return path, kind, id, page_text(arrange(data, Comments(), kind)).encode()


class _Maker:
    def __init__(self, claims: int) -> None:
        self.chance = random.Random(claims)
        self.speakers = claims // 5 + 10
        self.sources = claims // 10 + 5
        self.events = claims // 20 + 5

    def words(self, number: int) -> str:
        text = " ".join(self.chance.choices(_WORDS, k=number))
        return text[0].upper() + text[1:]

    def sentences(self, number: int) -> str:
        return " ".join(f"{self.words(self.chance.randint(8, 20))}." for _ in range(number))

    def place(self) -> str:
        return self.chance.choice(_PLACES)

    def date(self) -> str:
        chance = self.chance
        day = f"20{chance.randint(10, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        return chance.choice((day, day, day[:7], f"{day[:4]}~"))

    def speaker(self, number: int) -> dict[str, Data]:
        name = "".join(_SYLLABLES[int(digit)] for digit in f"{number:05}").capitalize()
        aliases: list[Data] = [f"Mr. {name}", f"{name}’s office"]
        kind = self.chance.choice(("person", "organization", "publication", "group"))
        return {"speaker": f"{name} Škoda", "kind": kind, "aliases": aliases}

    def source(self) -> dict[str, Data]:
        publisher = f"speaker-{self.chance.randrange(self.speakers)}"
        return {
            "source": self.words(8),
            "type": "article-newspaper",
            "publisher": publisher,
            "published": f"2026-{self.chance.randint(1, 12):02}",
            "url": f"https://example.org/{self.chance.randrange(10**9)}",
            "language": "en",
        }

    def claim(self) -> dict[str, Data]:
        count = self.chance.randint(2, 5)
        versions: dict[str, Data] = {f"version-{n}": self.version() for n in range(count)}
        data: dict[str, Data] = {
            "claim": f"{self.words(9)}?",
            "kind": "event",
            "event": f"event-{self.chance.randrange(self.events)}",
            "exclusive": "true",
            "versions": versions,
        }
        return data if self.chance.random() < 0.7 else {**data, "note": self.sentences(2)}

    def version(self) -> dict[str, Data]:
        count = self.chance.choice((1, 1, 1, 2, 2, 3, 4, 6))
        attributions: list[Data] = [self.attribution("asserts")]
        attributions += [self.attribution(self.chance.choice(_STANCES)) for _ in range(count - 1)]
        return {
            "statement": self.sentences(self.chance.randint(1, 3)),
            "attributions": attributions,
        }

    def attribution(self, stance: str) -> dict[str, Data]:
        chance = self.chance
        speakers = [f"speaker-{number}" for number in chance.sample(range(self.speakers), 3)]
        data: dict[str, Data] = {
            "speaker": speakers[0],
            "stance": stance,
            "source": f"source-{chance.randrange(self.sources)}",
            "at": f"paragraph {chance.randint(1, 40)}",
            "cue": self.words(chance.randint(2, 6)),
        }
        if chance.random() < 0.4:
            data["said"] = self.date()
        if chance.random() < 0.3:
            data["citing"] = [speakers[1], speakers[2]]
        if chance.random() < 0.3:
            data["quote"] = self.words(chance.randint(8, 25))
        return data

    def as_typed(self, text: bytes, number: int) -> bytes:
        """Give a few claims comments, or their keys in another order."""
        lines = text.decode().split("\n")
        if number % 8 == 0:
            items = [at for at, line in enumerate(lines) if line.startswith("      - ")]
            lines.insert(self.chance.choice(items), "      # To be looked at again.")
        if number % 20 == 1:
            lines.insert(0, lines.pop(1))
        return "\n".join(lines).encode()
