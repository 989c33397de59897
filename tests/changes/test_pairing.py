from __future__ import annotations

import attrs
import pytest

from claimtrack.changes.pairing import renamed_parts, renamed_records
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Version
from claimtrack.model.ids import VersionRef
from claimtrack.model.speakers import Speaker

SPEAKERS = tuple(
    Speaker(id=f"the-{name}-of-before", name=f"The {name}") for name in ("one", "two", "three")
)
SAID = tuple(
    Attribution(
        speaker=speaker.id,
        to=tuple(other.id for other in SPEAKERS),
        stance="asserts",
        source="story",
    )
    for speaker in SPEAKERS
)
CLAIM = Claim(
    id="who", question="Who?", versions={"all": Version(statement="All.", attributions=SAID)}
)


def test_a_claim_is_known_when_its_speakers_have_other_ids() -> None:
    fresh = {s.id: attrs.evolve(s, id=f"now-{number}") for number, s in enumerate(SPEAKERS)}
    said = tuple(
        attrs.evolve(
            item, speaker=fresh[item.speaker].id, to=tuple(fresh[one].id for one in item.to)
        )
        for item in SAID
    )
    claim = attrs.evolve(
        CLAIM, id="whom", versions={"all": Version(statement="All.", attributions=said)}
    )
    found = renamed_records(
        {("claim", "who"): CLAIM, **{("speaker", each.id): each for each in SPEAKERS}},
        {("claim", "whom"): claim, **{("speaker", each.id): each for each in fresh.values()}},
    )
    assert found == {
        ("claim", "who"): "whom",
        **{("speaker", old): new.id for old, new in fresh.items()},
    }


#: What a speaker that is gone, The Quds Brigades, an organization, may have come back as.
CANDIDATES = {
    "same": (Speaker(id="b", name="The Quds Brigades", kind="organization"), True),
    "same-name": (Speaker(id="b", name="The Quds Brigades", kind="group", note="Seen."), True),
    "much-alike": (
        Speaker(id="b", name="The al Quds Brigades", kind="organization", aliases=("Saraya",)),
        True,
    ),
    "same-name-and-nothing-else": (
        Speaker(
            id="b",
            name="The Quds Brigades",
            kind="anonymous",
            note="Some who said so on a square, as the paper has it, and who were not seen again by anybody.",
        ),
        False,
    ),
    "other-name": (Speaker(id="b", name="The Quds News", kind="organization"), False),
}


@pytest.mark.parametrize(("candidate", "is_it"), CANDIDATES.values(), ids=CANDIDATES)
def test_a_speaker_is_known_by_its_name_or_by_nearly_all_else(
    candidate: Speaker, *, is_it: bool
) -> None:
    gone = Speaker(id="a", name="The Quds Brigades", kind="organization", aliases=("Saraya",))
    found = renamed_records({("speaker", "a"): gone}, {("speaker", "b"): candidate})
    assert found == ({("speaker", "a"): "b"} if is_it else {})


def test_the_versions_that_were_renamed_are_told_with_their_claims() -> None:
    moved = attrs.evolve(CLAIM, id="whom", versions={"everyone": CLAIM.versions["all"]})
    assert renamed_parts([(CLAIM, moved), (SPEAKERS[0], SPEAKERS[0])]) == {
        VersionRef("who", "all"): VersionRef("whom", "everyone")
    }
