"""Questions at issue and the competing answers to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from attrs import evolve, field, frozen

from claimtrack.errors import ClaimtrackError
from claimtrack.model.attributions import Attribution, arranged
from claimtrack.model.dates import Date
from claimtrack.model.frozenmap import FrozenMap
from claimtrack.model.ids import (
    MAX_ID_LENGTH,
    ClaimId,
    EventId,
    SlugText,
    SpeakerId,
    VersionId,
    VersionRef,
)
from claimtrack.model.ordering import in_order, no_text
from claimtrack.model.quantities import Quantity
from claimtrack.model.reprs import brief
from claimtrack.model.reviews import Assessment, Review
from claimtrack.quoting import quoted

#: AVeriTeC's claim types, with responsibility and prediction.
ClaimKind: TypeAlias = Literal[
    "event", "numerical", "causal", "responsibility", "position", "prediction"
]
#: The type of a version's value.
Answer: TypeAlias = Literal["text", "quantity", "date", "speaker", "boolean"]
Status: TypeAlias = Literal["draft", "accepted", "retired"]
#: How one claim bears on another (AIF, Argdown).
RelatedAs: TypeAlias = Literal["supports", "contradicts", "depends-on", "refines", "same-as"]
#: A typed answer: text, a quantity, a date, the ids of speakers, or yes and no.
Value: TypeAlias = str | Quantity | Date | tuple[SpeakerId, ...] | bool


class NoSuchVersion(ClaimtrackError, KeyError):  # noqa: N818 - reads as a sentence
    """A version that a claim does not have."""

    def __init__(self, claim: str, version: str) -> None:
        self.claim = claim
        self.version = version
        named = (quoted(name, mark='"', most=MAX_ID_LENGTH) for name in (claim, version))
        super().__init__("claim {} has no version {}".format(*named))

    def __str__(self) -> str:
        return str(self.args[0])


class NoSuchAttribution(ClaimtrackError, KeyError):  # noqa: N818 - reads as a sentence
    """An attribution that a version does not have."""

    def __init__(self, claim: str, version: str, attribution: Attribution) -> None:
        self.claim = claim
        self.version = version
        self.attribution = attribution
        what = ", ".join(attribution.identity)
        super().__init__(f'version "{claim}#{version}" has no attribution of identity ({what})')

    def __str__(self) -> str:
        return str(self.args[0])


@frozen(kw_only=True)
class Retirement:
    """When and why a version was withdrawn from the record."""

    #: When it was withdrawn.
    date: Date
    #: Why it was withdrawn.
    reason: str


@frozen(kw_only=True)
class RelatedClaim:
    """Another claim that bears on this one."""

    #: The other claim.
    claim: ClaimId
    #: How this claim bears on the other.
    relation: RelatedAs
    #: What the other keys leave unsaid.
    note: str | None = None


@frozen(kw_only=True, repr=False)
class Version:
    """One of the competing answers to a claim's question."""

    #: The answer as one proposition, in our own words.
    statement: str
    #: The typed answer, as the claim's `answer` says.
    value: Value | None = None
    #: What a figure covers.
    scope: str | None = None
    #: The version of which this figure is a share or a multiple.
    relative_to: VersionRef | None = None
    #: The time for which it holds.
    as_of: Date | None = None
    #: Of a prediction: by when.
    horizon: Date | None = None
    #: Of a prediction: if what.
    condition: str | None = None
    #: The version of which this one is a more exact form.
    broader: VersionId | None = None
    #: When and why it was withdrawn; it is kept for its history.
    retired: Retirement | None = None
    #: Who gives or denies this answer, and where that was read.
    attributions: tuple[Attribution, ...] = field(default=(), converter=arranged)
    #: What the other keys leave unsaid.
    note: str | None = None

    def __repr__(self) -> str:
        return brief(self)


def _by_id(versions: Mapping[VersionId, Version]) -> Mapping[VersionId, Version]:
    return FrozenMap(versions)


@frozen(kw_only=True, repr=False)
class Claim:
    """A question at issue, with its competing answers and who gives each of them."""

    id: ClaimId
    #: The question, in neutral words.
    question: str = field(metadata={"key": "claim"})
    #: What sort of question it is.
    kind: ClaimKind | None = None
    #: What it is about.
    event: EventId | None = None
    #: Persons or bodies it is about.
    subjects: tuple[SpeakerId, ...] = field(default=(), converter=in_order)
    #: The type of the versions' values.
    answer: Answer = "text"
    #: For quantities: what is counted.
    unit: str | None = None
    #: Whether at most one version can be right; None where that is not known.
    exclusive: bool | None = None
    #: Words under which it is found.
    tags: tuple[SlugText, ...] = field(default=(), converter=in_order)
    #: How far the editing of the record is.
    status: Status = "draft"
    #: The competing answers, by id, sorted.
    versions: Mapping[VersionId, Version] = field(converter=_by_id)
    #: Other claims that bear on this one.
    related: tuple[RelatedClaim, ...] = field(default=(), validator=no_text)
    #: What people judge to be true, each with a date.
    assessments: tuple[Assessment, ...] = field(default=(), validator=no_text)
    #: Who has read the record, and in which state.
    reviews: tuple[Review, ...] = field(default=(), validator=no_text)
    #: What the other keys leave unsaid.
    note: str | None = None

    def __repr__(self) -> str:
        number = len(self.versions)
        return f"<Claim {self.id} ({number} version{'s' * (number != 1)}): {self.question}>"

    def with_version(self, version: VersionId, value: Version) -> Claim:
        """Return the claim with a version added, or put in the place of the one of that id."""
        return evolve(self, versions={**self.versions, version: value})

    def without_version(self, version: VersionId) -> Claim:
        """Return the claim without a version.

        Raises `NoSuchVersion`.
        """
        self._version(version)
        rest = {name: value for name, value in self.versions.items() if name != version}
        return evolve(self, versions=rest)

    def with_attribution(
        self,
        version: VersionId,
        attribution: Attribution,
        *,
        instead_of: Attribution | None = None,
    ) -> Claim:
        """Return the claim with an attribution added, or put in the place of another.

        It takes the place of the one that shares its identity, and of `instead_of`: a change of
        speaker, source, place or stance is a change of identity, and would else add a second one.
        Raises `NoSuchVersion` and, for `instead_of`, `NoSuchAttribution`.
        """
        if instead_of is not None:
            rest = self.without_attribution(version, instead_of)
            return rest.with_attribution(version, attribution)
        old = self._version(version)
        kept = (item for item in old.attributions if item.identity != attribution.identity)
        return self.with_version(version, evolve(old, attributions=(*kept, attribution)))

    def without_attribution(self, version: VersionId, attribution: Attribution) -> Claim:
        """Return the claim without the attribution that has this one's identity.

        Raises `NoSuchVersion` and `NoSuchAttribution`.
        """
        old = self._version(version)
        kept = tuple(item for item in old.attributions if item.identity != attribution.identity)
        if len(kept) == len(old.attributions):
            raise NoSuchAttribution(self.id, version, attribution)
        return self.with_version(version, evolve(old, attributions=kept))

    def _version(self, version: VersionId) -> Version:
        try:
            return self.versions[version]
        except KeyError:
            raise NoSuchVersion(self.id, version) from None
