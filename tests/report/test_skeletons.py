"""New records to fill in: canonical, and telling what is open."""

from __future__ import annotations

import pytest

from claimtrack.model.ids import RECORD_KINDS, InvalidId, RecordKind
from claimtrack.report.skeletons import NotFilledIn, skeleton
from claimtrack.text.format import format as formatted
from claimtrack.text.read import read


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_a_skeleton_is_canonical_and_what_it_leaves_open_is_a_fault(kind: RecordKind) -> None:
    text = skeleton(kind, {})
    assert formatted(text).text == text
    faults = read(text.encode(), kind=kind, id="new").faults
    assert {fault.kind.name for fault in faults} == {"missing-key"}
    assert (faults[0].keys, faults[0].message) == ((kind,), "the text is empty; fill it in")


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_a_filled_in_headline_is_no_fault(kind: RecordKind) -> None:
    text = skeleton(kind, {kind: "yes: a headline"})
    faults = read(text.encode(), kind=kind, id="new").faults
    assert [fault for fault in faults if fault.keys == (kind,)] == []
    assert "is still empty" in text if kind == "claim" else "is still empty" not in text


def test_a_claim_has_the_versions_named() -> None:
    text = skeleton("claim", {"claim": "Who?"}, versions=["fire", "bomb"])
    assert text.index("  bomb:\n") < text.index("  fire:\n")
    assert text.count('statement: ""') == 2


def test_an_anonymous_speaker_has_a_note_to_fill_in() -> None:
    text = skeleton("speaker", {"speaker": "a pilot", "kind": "anonymous"})
    assert text.endswith(
        "speaker: a pilot\n"
        "kind: anonymous\n"
        'note: "" # how the source describes it; invent nothing\n'
    )


@pytest.mark.parametrize(
    ("kind", "known", "message"),
    [
        ("event", {"date": "in July"}, "this event cannot be written: `date`: "),
        ("claim", {"kind": "rumour"}, "this claim cannot be written: `kind`: "),
        ("speaker", {"speaker": "a\x1b"}, "this speaker cannot be written: "),
    ],
)
def test_what_does_not_fit_is_refused(
    kind: RecordKind, known: dict[str, str], message: str
) -> None:
    with pytest.raises(NotFilledIn) as caught:
        skeleton(kind, dict(known))
    assert str(caught.value).startswith(message)


def test_a_version_that_is_no_id_is_refused() -> None:
    with pytest.raises(InvalidId, match='"Bomb" is no slug'):
        skeleton("claim", {}, versions=["Bomb"])
