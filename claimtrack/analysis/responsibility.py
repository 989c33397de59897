"""Who claims to have done it: claims of responsibility, and whether they compete.

The rule is that of the Global Terrorism Database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import frozen

from claimtrack.analysis.disputes import living
from claimtrack.analysis.speakervalues import is_part_of
from claimtrack.model.attributions import Attribution
from claimtrack.model.ids import SpeakerId, VersionId

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.analysis.speakervalues import KnowsSpeakers
    from claimtrack.model.claims import Claim, Version
    from claimtrack.model.speakers import Speaker

GTD: Final = (
    "GTD: an attack is claimed where a group says that it did it; claims compete where more than "
    "one group claims it separately"
)
GTD_SOURCE: Final = (
    "START, Global Terrorism Database Codebook: Methodology, Inclusion Criteria, and Variables "
    "(claimed, compclaim)"
)


@frozen(kw_only=True, repr=False)
class SelfClaim:
    """A group that says that it did it, be it through another who cites it."""

    group: SpeakerId
    version: VersionId
    attribution: Attribution

    def __repr__(self) -> str:
        return f"<SelfClaim {self.group} of {self.version}, in {self.attribution.source}>"


@frozen(kw_only=True, repr=False)
class Responsibility:
    """Who claims responsibility, by the rule of GTD."""

    claims: tuple[SelfClaim, ...]
    #: Two groups of which each claims it for itself, for every two such; empty where none compete.
    rivals: tuple[tuple[SpeakerId, SpeakerId], ...]
    #: One line for each two groups that claim it and do not compete.
    reasons: tuple[str, ...]
    rule: str = GTD
    source: str = GTD_SOURCE

    @property
    def claimed(self) -> bool:
        """Whether a group says that it did it (GTD's `claimed`)."""
        return bool(self.claims)

    @property
    def competing(self) -> bool | None:
        """Whether groups claim it separately (`compclaim`); None where none claims it at all."""
        return bool(self.rivals) if self.claims else None

    def __repr__(self) -> str:
        groups = ", ".join(dict.fromkeys(item.group for item in self.claims))
        compete = ", competing" if self.rivals else ""
        return f"<Responsibility claimed by {groups or 'nobody'}{compete}>"


def responsibility(claim: Claim, corpus: KnowsSpeakers) -> Responsibility:
    """Return who claims to be the answer to a claim whose answers are speakers.

    A group claims it where it asserts an answer that names itself, or what it is part of, or a part
    of it, alone, jointly or as the root that another cites, and does not take it back. Two groups
    do not compete where they said so jointly, where the answer that one gives names both, or where
    one is part of the other.
    """
    speakers = corpus.speakers
    found = tuple(
        made for name, version in living(claim).items() for made in _claims(name, version, speakers)
    )
    groups = sorted({item.group for item in found})
    pairs = [(one, other) for at, one in enumerate(groups, 1) for other in groups[at:]]
    why = {pair: _together(pair, claim, found=found, speakers=speakers) for pair in pairs}
    return Responsibility(
        claims=found,
        rivals=tuple(pair for pair, reason in why.items() if not reason),
        reasons=tuple(reason for reason in why.values() if reason),
    )


def _claims(
    name: VersionId, version: Version, speakers: Mapping[str, Speaker]
) -> Iterator[SelfClaim]:
    value = version.value
    if not isinstance(value, tuple):
        return
    taken_back = {
        voice for item in version.attributions if item.stance == "retracts" for voice in _who(item)
    }
    for item in version.attributions:
        if item.stance == "asserts":
            for group in dict.fromkeys((item.root,) if item.citing else _who(item)):
                named = any(_is_kin(group, one, speakers) for one in value)
                if named and group not in taken_back:
                    yield SelfClaim(group=group, version=name, attribution=item)


def _who(item: Attribution) -> tuple[SpeakerId, ...]:
    return (item.speaker, *item.jointly)


def _is_kin(one: SpeakerId, other: SpeakerId, speakers: Mapping[str, Speaker]) -> bool:
    return is_part_of(one, other, speakers) or is_part_of(other, one, speakers)


def _together(
    pair: tuple[SpeakerId, SpeakerId],
    claim: Claim,
    *,
    found: tuple[SelfClaim, ...],
    speakers: Mapping[str, Speaker],
) -> str:
    """Return why two groups do not compete, nothing where they do."""
    one, other = pair
    if _is_kin(one, other, speakers):
        return f'"{one}" and "{other}" are part of one another'
    for made in found:
        if {one, other} <= set(_who(made.attribution)):
            return f'"{one}" and "{other}" claim it jointly'
        value = claim.versions[made.version].value
        if made.group in pair and isinstance(value, tuple) and {one, other} <= set(value):
            return f'"{made.group}" claims it for both "{one}" and "{other}"'
    return ""
