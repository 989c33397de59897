from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.changes.change import RecordChange
from claimtrack.changes.collapsing import collapsed
from claimtrack.changes.differences import diff
from claimtrack.changes.telling import tell
from claimtrack.model.attributions import Attribution, Relay
from claimtrack.model.claims import Claim, Version
from claimtrack.model.dates import Date
from claimtrack.model.records import kind_of
from claimtrack.model.reviews import Review
from tests.changes.pairs import pairs
from tests.changes.test_telling import names

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.model.records import Record

SAID = tuple(
    Attribution(speaker=speaker, stance="asserts", source="story", cue="says")
    for speaker in ("hamas", "iran")
)
CLAIMS = tuple(
    Claim(
        id=f"c{n}",
        question="How?",
        versions={"bomb": Version(statement="A bomb.", attributions=SAID)},
    )
    for n in range(5)
)


def changed(a: Record, b: Record) -> RecordChange:
    return RecordChange(
        key=(kind_of(b), b.id), how="changed", before=a, after=b, changes=diff(a, b)
    )


def from_report(claim: Claim) -> Claim:
    said = tuple(attrs.evolve(item, source="report") for item in SAID)
    return claim.with_version("bomb", attrs.evolve(claim.versions["bomb"], attributions=said))


def dated(claim: Claim) -> Claim:
    said = tuple(attrs.evolve(item, said=Date.parse("2024")) for item in SAID)
    return claim.with_version("bomb", attrs.evolve(claim.versions["bomb"], attributions=said))


def reviewed(claim: Claim) -> Claim:
    digest = f"sha256:{claim.id[1:] * 64}"
    review = Review(by="A. Reader", date=Date.parse("2025"), digest=digest)
    return attrs.evolve(claim, reviews=(review,))


EDITS: dict[str, tuple[Callable[[Claim], Claim], str]] = {
    "source": (
        from_report,
        "10 attributions of 5 claims: source corrected from The whole story to A report",
    ),
    "date": (dated, "10 attributions of 5 claims: each dated 2024"),
    "status": (
        lambda claim: attrs.evolve(claim, status="accepted"),
        "5 claims: status: draft → accepted",
    ),
    "review": (reviewed, "5 claims: review by A. Reader of 2025 recorded"),
    "lost": (
        lambda claim: claim.with_version(
            "bomb", attrs.evolve(claim.versions["bomb"], attributions=())
        ),
        "5 versions of 5 claims: version bomb lost an assertion by Hamas (in The whole story)",
    ),
}


@pytest.mark.parametrize(("edit", "told"), EDITS.values(), ids=EDITS)
def test_one_edit_in_many_places_is_one_line(edit: Callable[[Claim], Claim], told: str) -> None:
    found = collapsed([changed(claim, edit(claim)) for claim in CLAIMS], names())
    assert found.bulk[0].sentence.text == told
    assert found.records == ()


def test_what_else_changed_is_told_of_its_record() -> None:
    noted = attrs.evolve(from_report(CLAIMS[0]), note="Seen.")
    rest = [changed(claim, from_report(claim)) for claim in CLAIMS[1:]]
    added = RecordChange(key=("claim", "d"), how="added", before=None, after=CLAIMS[0])
    (bulk,), records = attrs.astuple(
        collapsed([changed(CLAIMS[0], noted), *rest, added], names()), recurse=False
    )
    assert len(bulk.members) == 10
    assert [told.sentence.text for record in records for told in tell(record, names())] == [
        "note given: “Seen.”",
        "claim added: How? (1 version; 2 attributions)",
        "version bomb: “A bomb.” (asserted by Hamas and Iran)",
    ]


def test_few_changes_of_one_shape_are_told_one_by_one() -> None:
    one = changed(CLAIMS[0], from_report(CLAIMS[0]))
    assert collapsed([one], names()).records == (one,)
    assert collapsed([one], names(), least=2).records == ()


def test_authors_of_two_sources_are_two_speakers() -> None:
    said = {
        source: Attribution(speaker="author", stance="asserts", source=source)
        for source in ("story", "report")
    }
    some = []
    for item in said.values():
        for claim in CLAIMS[:3]:
            version = Version(statement="A bomb.", attributions=(item,))
            now = attrs.evolve(item, speaker="hamas")
            a = claim.with_version("bomb", version)
            some.append(changed(a, a.with_attribution("bomb", now, instead_of=item)))
    lines = [bulk.sentence.text for bulk in collapsed(some, names(), least=3).bulk]
    assert lines == [
        "3 attributions of 3 claims: speaker corrected from The Times to Hamas in each",
        '3 attributions of 3 claims: speaker corrected from the author of "A report" to Hamas in each',
    ]


def test_authors_of_two_sources_on_whom_others_rely_are_two_speakers() -> None:
    some = []
    for source in ("story", "report"):
        said = Attribution(speaker="hamas", stance="asserts", source=source)
        now = attrs.evolve(said, citing=(Relay(speaker="author"),))
        for claim in CLAIMS[:3]:
            a = claim.with_version("bomb", Version(statement="A bomb.", attributions=(said,)))
            some.append(changed(a, a.with_attribution("bomb", now, instead_of=said)))
    lines = [bulk.sentence.text for bulk in collapsed(some, names(), least=3).bulk]
    assert len(lines) == 2
    assert "The Times" in lines[0]
    assert 'the author of "A report"' in lines[1]


@given(st.lists(pairs(), min_size=1, max_size=2), st.integers(1, 3))
def test_every_change_is_told_either_in_bulk_or_with_its_record(
    some: list[tuple[Record, Record]], least: int
) -> None:
    records = [changed(a, b) for a, b in some if a != b]
    found = collapsed(records, names(), least=least)
    alone = [change for record in found.records for change in record.changes if not change.follows]
    together = [change for bulk in found.bulk for _, change in bulk.members]
    every = [change for record in records for change in record.changes if not change.follows]
    assert sorted(map(repr, alone + together)) == sorted(map(repr, every))
    assert all(len(bulk.members) >= least for bulk in found.bulk)
