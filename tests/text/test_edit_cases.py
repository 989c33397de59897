"""What an edit does to a text, case by case."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import attrs
import pytest

from claimtrack.model.attributions import Attribution, Relay
from claimtrack.model.records import Record, kind_of
from claimtrack.model.speakers import Role, Speaker
from claimtrack.text import edit as editing
from claimtrack.text.edit import EditorBug, NotEditable, edit
from claimtrack.text.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.model.claims import Claim

CLAIM = """\
claim:  How?
versions:
    bomb:
        # of the statement
        statement: 'A bomb.'
        attributions:
        -   speaker: zoe
            stance: asserts
            citing: [adam, eve]
            source: story
            note: First.
        # above the second
        -
            speaker: adam   # by telephone
            stance: denies
            source: story
        # below the second
kind: event
"""


def claim_of(text: str) -> Claim:
    return cast("Claim", record_of(text, "claim"))


def record_of(text: str, kind: str) -> Record:
    document = read(text.encode(), kind=kind, id="a")  # type: ignore[arg-type]  # as each test says
    assert document.faults == ()
    return cast("Record", document.record)


def said(claim: Claim, speaker: str) -> Attribution:
    return next(each for each in claim.versions["bomb"].attributions if each.speaker == speaker)


def changed(change: Callable[[Claim], Claim]) -> str:
    new = change(claim_of(CLAIM))
    after = edit(CLAIM, new)
    assert record_of(after, "claim") == new
    return after


def test_a_record_that_did_not_change_leaves_its_text_alone() -> None:
    assert changed(lambda claim: claim) == CLAIM


def test_a_changed_text_takes_its_own_line_only() -> None:
    after = changed(lambda claim: attrs.evolve(claim, question="By whom?"))
    assert after == CLAIM.replace("claim:  How?", "claim: By whom?")


def test_a_new_key_stands_where_the_layout_has_it() -> None:
    after = changed(lambda claim: attrs.evolve(claim, exclusive=True, note="Mind."))
    assert after == CLAIM.replace("versions:\n", "exclusive: true\nversions:\n") + "note: Mind.\n"


def test_a_corrected_speaker_keeps_the_comments_of_the_attribution() -> None:
    after = changed(
        lambda claim: claim.with_attribution(
            "bomb",
            attrs.evolve(said(claim, "adam"), speaker="eve"),
            instead_of=said(claim, "adam"),
        )
    )
    assert after == CLAIM.replace("speaker: adam   # by telephone", "speaker: eve # by telephone")


def test_a_chain_in_another_order_is_written_anew() -> None:
    turned = (Relay(speaker="eve"), Relay(speaker="adam"))
    after = changed(
        lambda claim: claim.with_attribution(
            "bomb", attrs.evolve(said(claim, "zoe"), citing=turned)
        )
    )
    assert after == CLAIM.replace("[adam, eve]", "[eve, adam]")


def test_a_key_that_is_gone_takes_its_line_along() -> None:
    after = changed(
        lambda claim: claim.with_attribution("bomb", attrs.evolve(said(claim, "zoe"), note=None))
    )
    assert after == CLAIM.replace("            note: First.\n", "")


def test_an_attribution_that_is_gone_takes_its_comments_along() -> None:
    after = changed(lambda claim: claim.without_attribution("bomb", said(claim, "adam")))
    start, end = CLAIM.index("        # above the second"), CLAIM.index("kind: event")
    assert after == CLAIM[:start] + CLAIM[end:]


def test_all_attributions_may_go() -> None:
    def emptied(claim: Claim) -> Claim:
        for speaker in ("zoe", "adam"):
            claim = claim.without_attribution("bomb", said(claim, speaker))
        return claim

    after = changed(emptied)
    assert "attributions" not in after
    assert "# of the statement" in after


def test_an_attribution_after_a_comment_below_leaves_the_comment_with_its_node() -> None:
    fresh = Attribution(speaker="eve", stance="questions", source="story")
    after = changed(lambda claim: claim.with_attribution("bomb", fresh))
    for comment in ("# above the second", "# below the second", "# by telephone"):
        assert comment in after


SPEAKER = """\
# the record's own
{speaker: Hamas, kind: group, # what it is
 aliases: [one, two]}
"""


def test_a_record_in_one_flow_mapping_is_written_anew_with_its_comments() -> None:
    old = cast("Speaker", record_of(SPEAKER, "speaker"))
    new = attrs.evolve(old, kind="organization", aliases=("two", "three"))
    assert edit(SPEAKER, new) == (
        "# the record's own\n\nspeaker: Hamas\nkind: organization # what it is\n"
        "aliases:\n  - three\n  - two\n"
    )


def test_items_come_and_go_in_lists_of_their_own_order() -> None:
    text = "speaker: Zoe\nroles:\n- role: minister\n  held: 2020\n- {role: member}\n- role: guest\n"
    old = cast("Speaker", record_of(text, "speaker"))
    new = attrs.evolve(old, roles=(old.roles[0], Role(role="envoy"), old.roles[2]))
    after = edit(text, new)
    assert record_of(after, "speaker") == new
    assert after.startswith("speaker: Zoe\nroles:\n- role: minister\n  held: 2020\n- role: envoy\n")
    turned = attrs.evolve(old, roles=tuple(reversed(old.roles)))
    assert record_of(edit(text, turned), "speaker") == turned
    none = attrs.evolve(old, roles=())
    assert edit(text, none) == "speaker: Zoe\n"


def test_a_default_that_is_written_out_stays_until_it_changes() -> None:
    text = "claim: How?\nstatus: draft # for now\nversions: {a: {statement: A.}}\n"
    old = claim_of(text)
    assert edit(text, attrs.evolve(old, question="Who?")) == text.replace("How?", "Who?")
    assert edit(text, attrs.evolve(old, status="accepted")) == text.replace("draft", "accepted")


def test_a_text_that_cannot_be_read_whole_is_not_edited() -> None:
    text = "claim: How?\nknid: event\nversions: {a: {statement: A.}}\n"
    claim = claim_of(text.replace("knid", "kind"))
    with pytest.raises(NotEditable) as caught:
        edit(text, attrs.evolve(claim, question="Who?"))
    assert str(caught.value).startswith(
        'the file of "a" cannot be edited before it is mended: "knid" is no key of a claim'
    )


def test_a_text_that_would_not_hold_the_record_is_never_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(editing, "_holds", lambda *_, **__: False)
    with pytest.raises(EditorBug, match="this is a bug of claimtrack"):
        edit(CLAIM, attrs.evolve(claim_of(CLAIM), question="Who?"))


def test_every_kind_can_be_edited() -> None:
    for kind, text in {
        "source": "source: A story\n",
        "event": "event: An attack\n",
        "speaker": "speaker: Zoe\n",
    }.items():
        old = record_of(text, kind)
        new = attrs.evolve(old, note="Seen.")
        assert kind_of(new) == kind
        assert edit(text, new) == f"{text}note: Seen.\n"
