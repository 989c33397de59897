"""Who gave an answer, when, on whose word, and where we read it."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from attrs import field, frozen

from claimtrack.model.dates import Date
from claimtrack.model.ids import SlugText, SourceId, SpeakerId
from claimtrack.model.locators import Locator
from claimtrack.model.ordering import in_order, no_text, several
from claimtrack.model.reprs import brief

#: What the speaker does with the answer (RumourEval's support, deny, query, and two more).
Stance: TypeAlias = Literal["asserts", "denies", "questions", "declines", "retracts"]
#: Searle's classes of speech act.
Act: TypeAlias = Literal["states", "demands", "commits", "wishes", "asks"]
#: The speaker's own hedging (FactBank's CT, PR, PS and U).
Certainty: TypeAlias = Literal["certain", "probable", "possible", "underspecified"]
#: How the source tells it.
Reported: TypeAlias = Literal["plain", "implied", "disputed"]
#: What the utterance was.
Form: TypeAlias = Literal[
    "speech", "interview", "letter", "statement", "post", "headline", "caption", "document"
]
#: Credibility on the Admiralty scale, from 1 (confirmed) to 6 (cannot be judged).
Credibility: TypeAlias = Literal["1", "2", "3", "4", "5", "6"]

STANCES: tuple[Stance, ...] = get_args(Stance)
_RANK = {stance: rank for rank, stance in enumerate(STANCES)}

#: What tells one attribution of a version from another: its id, or (speaker, source, at, stance).
Identity: TypeAlias = tuple[str, ...]


@frozen(kw_only=True, repr=False)
class Relay:
    """One who carried a statement, or on whom its speaker relied."""

    #: Who carried it, or is relied on.
    speaker: SpeakerId
    #: When the carrier said it, where that is printed.
    date: Date | None = None
    #: The carrier's name as the source prints it.
    printed_as: str | None = None

    def __repr__(self) -> str:
        return brief(self)


@frozen(kw_only=True, repr=False)
class Attribution:
    """One speaker's answer to the question, as one source tells it."""

    #: Who gives the answer: a speaker's id, `author` or `unknown`.
    speaker: SpeakerId
    #: Who made the same statement together with the speaker.
    jointly: tuple[SpeakerId, ...] = field(default=(), converter=in_order)
    #: What the speaker does with the answer.
    stance: Stance
    #: What sort of utterance it is: `asks` is a rhetorical question.
    act: Act = "states"
    #: Whom the speaker addresses.
    to: tuple[SpeakerId, ...] = field(default=(), converter=in_order)
    #: The group as a member of which the speaker is told.
    among: SpeakerId | None = None
    #: How sure the speaker is of it, by the speaker's own words.
    certainty: Certainty = "certain"
    #: How the source tells it.
    reported: Reported = "plain"
    #: What the utterance was, where that is printed.
    form: Form | None = None
    #: When the speaker said it.
    said: Date | None = None
    #: The time for which it holds.
    as_of: Date | None = None
    #: The role in which the speaker spoke, as printed.
    capacity: str | None = None
    #: The speaker's name as this source prints it.
    printed_as: str | None = None
    #: On whom the speaker relies, nearest first.
    citing: tuple[Relay, ...] = field(default=(), validator=no_text)
    #: Who carried it from the speaker to the source, nearest the speaker first.
    via: tuple[Relay, ...] = field(default=(), validator=no_text)
    #: The document in which we read it.
    source: SourceId
    #: The place in the source.
    at: Locator | None = None
    #: The source's own words that carry it, at most 12.
    cue: str | None = None
    #: The speaker's words exactly as printed, at most 60, `[…]` for what is left out.
    quote: str | None = None
    #: How credible it is on the Admiralty scale, from 1 (confirmed) to 6 (cannot be judged).
    credibility: Credibility | None = None
    #: Names this attribution within its version.
    id: SlugText | None = None
    #: What the other keys leave unsaid.
    note: str | None = None

    def __repr__(self) -> str:
        return brief(self)

    @property
    def identity(self) -> Identity:
        """What tells this attribution from the others of its version."""
        if self.id is not None:
            return (self.id,)
        return (self.speaker, self.source, str(self.at or ""), self.stance)

    @property
    def root(self) -> SpeakerId:
        """The speaker on whose word it rests: the last of `citing`, else the speaker."""
        return self.citing[-1].speaker if self.citing else self.speaker


def arranged(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Sort attributions by stance, speaker, source, place (numbers by value) and id.

    Raises `NotSeveral` for a text.
    """
    items = several(attributions)
    return tuple(sorted(items, key=_place)) if len(items) > 1 else items


def _place(item: Attribution) -> tuple[int, str, str, tuple[object, ...], str]:
    at: tuple[object, ...] = item.at.sort_key if item.at else ()
    return (_RANK.get(item.stance, len(_RANK)), item.speaker, item.source, at, item.id or "")
