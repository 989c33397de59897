"""Ids of records, the kinds of records they name, and references to versions."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self, TypeAlias, get_args

from attrs import frozen

from claimtrack.errors import ClaimtrackError
from claimtrack.quoting import quoted

#: What a record is; also the first key of its file.
RecordKind: TypeAlias = Literal["claim", "source", "speaker", "event"]
RECORD_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)

#: The longest id, in characters: file systems allow no more than 255 bytes a name.
MAX_ID_LENGTH = 200

_SHOWN = 60
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_ID = re.compile(rf"{_SLUG.pattern}(?:/{_SLUG.pattern})*")
#: Names that Windows keeps for devices, so that no file can bear them.
_RESERVED = re.compile(r"(?:.*/)?(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:/.*)?")


@frozen
class Refers:
    """Marks a text field as holding the id of a record of this kind."""

    kind: RecordKind


@frozen
class Marks:
    """Marks a text field as being of a narrower form than free text."""

    form: Literal[
        "slug",
        "version",
        "iri",
        "language",
        "sha256",
        "digest",
        "file",
        "glob",
        "rule",
        "count",
    ]


ClaimId: TypeAlias = Annotated[str, Refers("claim")]
SourceId: TypeAlias = Annotated[str, Refers("source")]
SpeakerId: TypeAlias = Annotated[str, Refers("speaker")]
EventId: TypeAlias = Annotated[str, Refers("event")]
SlugText: TypeAlias = Annotated[str, Marks("slug")]
VersionId: TypeAlias = Annotated[str, Marks("version")]
Iri: TypeAlias = Annotated[str, Marks("iri")]
LanguageTag: TypeAlias = Annotated[str, Marks("language")]
Sha256: TypeAlias = Annotated[str, Marks("sha256")]
Digest: TypeAlias = Annotated[str, Marks("digest")]
FileName: TypeAlias = Annotated[str, Marks("file")]
#: Which files of a corpus are meant: a path from its root, in which `*` stands for anything.
FileGlob: TypeAlias = Annotated[str, Marks("glob")]
#: A rule of `claimtrack check`: its code, how the codes of several begin, or its name.
RuleName: TypeAlias = Annotated[str, Marks("rule")]
Count: TypeAlias = Annotated[int, Marks("count")]

#: Who speaks where no record can be named: the source's own voice, and a source that does not say.
AUTHOR = "author"
UNKNOWN = "unknown"
SPEAKER_TOKENS = (AUTHOR, UNKNOWN)


class InvalidId(ClaimtrackError, ValueError):  # noqa: N818 - named for what is invalid, as the other values' errors
    """A text that is no id of the kind asked for."""

    def __init__(self, text: str, *, what: str, why: str) -> None:
        self.text = text
        self.what = what
        self.why = why
        shown = quoted(text, mark='"', most=_SHOWN)
        super().__init__(f"{shown} is no {what}: {why}")


class Id(str):
    """An id: one or more slugs joined by `/`, as `haniyeh-killing/method`.

    A slug is lower-case ASCII letters, digits and single hyphens, and starts with a letter. An id
    equals, and hashes as, its text.

    >>> Id.parse("haniyeh-killing/method")
    'haniyeh-killing/method'
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an id.

        Raises `InvalidId`.
        """
        if len(text) <= MAX_ID_LENGTH and _ID.fullmatch(text) and not _RESERVED.fullmatch(text):
            return cls(text)
        raise InvalidId(text[:MAX_ID_LENGTH], what="id", why=_fault_of(text, parts=True))


class Slug(Id):
    """An id of a single slug: a version's id, a tag, the id of an attribution.

    >>> Slug.parse("car-bomb")
    'car-bomb'
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a slug.

        Raises `InvalidId`.
        """
        if len(text) <= MAX_ID_LENGTH and _SLUG.fullmatch(text) and not _RESERVED.fullmatch(text):
            return cls(text)
        raise InvalidId(text[:MAX_ID_LENGTH], what="slug", why=_fault_of(text, parts=False))


@frozen
class VersionRef:
    """The address of a version: `haniyeh-killing/method#bomb`.

    >>> str(VersionRef.parse("haniyeh-killing/method#bomb"))
    'haniyeh-killing/method#bomb'
    """

    #: The id of the claim.
    claim: ClaimId
    #: The id of the version within it.
    version: VersionId

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the address of a version.

        Raises `InvalidId`.
        """
        claim, mark, version = text.partition("#")
        if not mark:
            why = (
                "write the claim's id, `#`, and the version's id, as `haniyeh-killing/method#bomb`"
            )
            raise InvalidId(text[:MAX_ID_LENGTH], what="version reference", why=why)
        return cls(str(Id.parse(claim)), str(Slug.parse(version)))

    def __str__(self) -> str:
        return f"{self.claim}#{self.version}"


def _fault_of(text: str, *, parts: bool) -> str:
    if not text:
        return "it is empty; write at least one lower-case letter"
    if len(text) > MAX_ID_LENGTH:
        return f"it is longer than {MAX_ID_LENGTH} characters; shorten it"
    if _RESERVED.fullmatch(text):
        return "Windows keeps that name for a device; choose another"
    if "/" in text and not parts:
        return "a slug has no `/`; write a single word or words joined by hyphens"
    suggestion = respelt(text, parts=parts)
    rule = "write lower-case ASCII letters, digits and single hyphens, beginning with a letter"
    return f"{rule}, as `{suggestion}`" if suggestion else rule


def respelt(text: str, *, parts: bool) -> str | None:
    """Return the id, of one part or several, that a text becomes in lower case, with hyphens.

    >>> respelt("Hossein  Dehghan", parts=False)
    'hossein-dehghan'
    """
    plain = re.sub(r"-{2,}", "-", re.sub(r"[^a-z0-9/]+", "-", text.lower()))
    plain = "/".join(part.strip("-") for part in plain.split("/"))
    return plain if (_ID if parts else _SLUG).fullmatch(plain) else None
