"""Documents in which something was read."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import field, frozen

from claimtrack.model.dates import Date
from claimtrack.model.ids import FileName, Iri, LanguageTag, Sha256, SourceId, SpeakerId
from claimtrack.model.locators import Locator
from claimtrack.model.ordering import in_order, no_text
from claimtrack.model.reviews import Review

#: The item types of CSL 1.0.2.
SourceType: TypeAlias = Literal[
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]
#: Reliability on the Admiralty scale, from A (completely reliable) to F (cannot be judged).
Reliability: TypeAlias = Literal["A", "B", "C", "D", "E", "F"]


@frozen(kw_only=True)
class SourceFile:
    """The full text of a source, kept outside the corpus, and the digest of its bytes."""

    #: The file's name, relative to a folder of texts.
    file: FileName
    #: The SHA-256 of the file's bytes, 64 hexadecimal digits.
    sha256: Sha256


@frozen(kw_only=True)
class ArchivedCopy:
    """A copy kept by an archive."""

    #: Where the copy is.
    url: Iri
    #: When the copy was made.
    date: Date | None = None


@frozen(kw_only=True)
class PassedOver:
    """Paragraphs that were read and hold no claim."""

    #: Where in the text they stand.
    at: Locator
    #: Why they hold no claim.
    reason: str


@frozen(kw_only=True, repr=False)
class Source:
    """A document in which claims were read, described by what it prints or what is known of it."""

    id: SourceId
    #: The title as printed; a description in square brackets where none is.
    title: str = field(metadata={"key": "source"})
    #: What sort of document it is, in the words of CSL.
    type: SourceType | None = None
    #: In the order in which they are printed.
    authors: tuple[SpeakerId, ...] = field(default=(), validator=no_text)
    #: Who published it.
    publisher: SpeakerId | None = None
    #: When it was published, as printed.
    published: Date | None = None
    #: Where it was published.
    url: Iri | None = None
    #: The copies that archives keep.
    archived: tuple[ArchivedCopy, ...] = field(default=(), validator=no_text)
    #: When we fetched it.
    retrieved: Date | None = None
    #: Its language, as BCP 47 writes it.
    language: LanguageTag | None = None
    #: Its full text, which is kept outside the corpus.
    text: SourceFile | None = None
    #: The sources that this one reprints or translates.
    derived_from: tuple[SourceId, ...] = field(default=(), converter=in_order)
    #: The paragraphs that were read and hold no claim.
    passed_over: tuple[PassedOver, ...] = field(default=(), validator=no_text)
    #: How reliable it is on the Admiralty scale, from A (completely) to F (cannot be judged).
    reliability: Reliability | None = None
    #: Who has read the record, and in which state.
    reviews: tuple[Review, ...] = field(default=(), validator=no_text)
    #: What the other keys leave unsaid.
    note: str | None = None

    def __repr__(self) -> str:
        return f"<Source {self.id}: {self.title}>"
