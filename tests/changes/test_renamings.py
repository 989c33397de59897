from __future__ import annotations

from typing import Any

import attrs

from claimtrack.changes.applying import apply
from claimtrack.changes.differences import diff
from claimtrack.changes.renamings import Renamings
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, RelatedClaim, Version
from claimtrack.model.dates import Date
from claimtrack.model.ids import VersionRef
from claimtrack.model.reviews import Assessment

SAID = Attribution(speaker="author", stance="asserts", source="story", jointly=("hamas",))
JUDGED = Assessment(by="A. Reader", date=Date.parse("2024"), version="both", reason="Seen.")
CLAIM = Claim(
    id="who",
    question="Who?",
    answer="speaker",
    versions={
        "both": Version(statement="Both.", value=("hamas", "iran"), attributions=(SAID,)),
        "half": Version(statement="One of two.", relative_to=VersionRef("who", "both")),
        "part": Version(statement="Some.", relative_to=VersionRef("toll", "few")),
    },
    related=(RelatedClaim(claim="who", relation="refines"),),
    assessments=(JUDGED,),
)


def as_followed(claim: Claim, renamings: Renamings) -> Claim:
    changes = diff(CLAIM, claim, renamings)
    assert apply(CLAIM, changes) == claim
    assert all(change.follows or change.op == "move" for change in changes)
    return claim


def version(name: str, **changes: Any) -> Claim:
    return CLAIM.with_version(name, attrs.evolve(CLAIM.versions[name], **changes))


def test_speakers_that_are_values_follow_and_stay_sorted() -> None:
    both = attrs.evolve(SAID, jointly=("zed",))
    renamed = version("both", value=("iran", "zed"), attributions=(both,))
    as_followed(renamed, Renamings({("speaker", "hamas"): "zed"}))


def test_addresses_of_versions_follow_the_claim_and_the_version() -> None:
    moved = version("part", relative_to=VersionRef("dead", "few"))
    as_followed(moved, Renamings({("claim", "toll"): "dead"}))
    other = version("part", relative_to=VersionRef("dead", "some"))
    renamed = {VersionRef("toll", "few"): VersionRef("dead", "some")}
    as_followed(other, Renamings({("claim", "toll"): "dead"}, renamed))


def test_what_a_claim_says_of_itself_follows_its_own_id_and_versions() -> None:
    versions = dict(CLAIM.versions)
    versions["all"] = versions.pop("both")
    versions["half"] = attrs.evolve(versions["half"], relative_to=VersionRef("whom", "all"))
    related = (RelatedClaim(claim="whom", relation="refines"),)
    moved = attrs.evolve(CLAIM, id="whom", versions=versions, related=related)
    judged = (attrs.evolve(JUDGED, version="all"),)
    as_followed(attrs.evolve(moved, assessments=judged), Renamings())


def test_the_author_of_a_source_is_nobody_who_could_be_renamed() -> None:
    said = attrs.evolve(SAID, speaker="writer")
    (change,) = diff(
        CLAIM, version("both", attributions=(said,)), Renamings({("speaker", "author"): "writer"})
    )
    assert not change.follows


def test_a_reference_that_became_another_than_the_renaming_says_is_a_change() -> None:
    renamings = Renamings({("speaker", "hamas"): "hamas-movement"})
    changes = diff(CLAIM, version("both", value=("iran", "times")), renamings)
    assert [change.follows for change in changes] == [False]
