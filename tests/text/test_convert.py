from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.claims import Claim, Version
from claimtrack.model.ids import RECORD_KINDS, RecordKind
from claimtrack.model.records import Record, kind_of
from claimtrack.text.convert import NotABoolean, structure, to_data
from claimtrack.text.salvage import salvage
from claimtrack.text.schema import Shape, shape_of
from tests.strategies import records, texts

if TYPE_CHECKING:
    from claimtrack.findings import Fault


@given(records())
def test_a_record_is_made_again_of_its_data(record: Record) -> None:
    assert structure(to_data(record), kind_of(record), record.id) == record


@given(records())
def test_a_sound_record_is_salvaged_whole(record: Record) -> None:
    salvaged = salvage(to_data(record), kind_of(record), record.id)
    assert salvaged.record == record
    assert salvaged.faults == ()


def exclusively(value: object) -> Claim:
    versions = {"bomb": Version(statement="A bomb.")}
    return Claim(id="a", question="How?", exclusive=value, versions=versions)  # type: ignore[arg-type]  # as a careless user would


@pytest.mark.parametrize(
    ("value", "written"),
    [(True, "true"), (False, "false"), ("true", "true"), ("false", "false"), ("no", "no")],
)
def test_yes_and_no_are_written_and_texts_are_left_as_they_are(value: object, written: str) -> None:
    assert to_data(exclusively(value))["exclusive"] == written


@pytest.mark.parametrize(("value", "name"), [(1, "int"), (0, "int"), ([], "list")])
def test_what_is_neither_yes_nor_no_is_not_written(value: object, name: str) -> None:
    with pytest.raises(NotABoolean) as caught:
        to_data(exclusively(value))
    assert str(caught.value) == f"`{name}` stands where yes or no belongs; give `True` or `False`"


def every_shape(kind: RecordKind) -> list[Shape]:
    found = [shape_of(kind)]
    for shape in found:
        found += [item.shape for item in shape.fields if item.shape]
    return found


ATTRIBUTION = {"speaker": "zoe", "stance": "asserts", "source": "story"}


def claim(**changes: Any) -> dict[str, Any]:
    version = {"statement": "A bomb.", "attributions": [dict(ATTRIBUTION)]}
    return {"claim": "How?", "versions": {"bomb": version}, **changes}


def version(**changes: Any) -> dict[str, Any]:
    return claim(versions={"bomb": {"statement": "A bomb.", **changes}})


def attribution(**changes: Any) -> dict[str, Any]:
    return version(attributions=[{**ATTRIBUTION, **changes}])


FAULTS = {
    "unknown-key": (
        claim(evnt="x"),
        '("evnt",) CTS101 "evnt" is no key of a claim, did you mean "event"?; known keys are claim, '
        "kind, event, subjects, answer, unit, exclusive, tags, status, versions, related, "
        "assessments, reviews, note",
    ),
    "own-id": (
        claim(id="x"),
        '("id",) CTS101 a record has no key `id`: its id is the path of its file; remove the line',
    ),
    "missing-key": (
        version(attributions=[{"speaker": "zoe", "source": "story"}]),
        '("versions", "bomb", "attributions", 0) CTS102 an attribution needs `stance`; add it',
    ),
    "no-versions": ({"claim": "How?"}, "() CTS102 a claim needs `versions`; add it"),
    "empty-headline": (claim(claim=""), '("claim",) CTS102 the text is empty; fill it in'),
    "no-text-as-headline": (claim(claim=[]), '("claim",) CTS102 the text is empty; fill it in'),
    "no-version": (claim(versions={}), '("versions",) CTS102 the mapping is empty; fill it in'),
    "no-stance": (
        attribution(stance=""),
        '("versions", "bomb", "attributions", 0, "stance") CTS102 the text is empty; fill it in',
    ),
    "list-for-text": (
        claim(kind=["event"]),
        '("kind",) CTS103 a list stands where one text belongs; write it on its own, '
        "without a list or mapping",
    ),
    "text-for-list": (
        claim(tags="x"),
        '("tags",) CTS103 text stands where a list belongs; write `[…]` or items that begin with `- `',
    ),
    "text-for-mapping": (
        claim(versions={"bomb": "A bomb."}),
        '("versions", "bomb") CTS103 text stands where a mapping belongs; write `key: value` lines',
    ),
    "list-for-versions": (
        claim(versions=["bomb"]),
        '("versions",) CTS103 a list stands where a mapping belongs; write `key: value` lines',
    ),
    "empty-item": (
        claim(tags=["a", ""]),
        '("tags", 1) CTS102 the text is empty; fill it in',
    ),
    "empty-version": (
        claim(versions={"bomb": {"statement": "A bomb."}, "fire": ""}),
        '("versions", "fire") CTS102 the mapping is empty; fill it in',
    ),
    "version-of-empty-values": (
        claim(versions={"bomb": {"statement": "A bomb."}, "fire": {"note": ""}}),
        '("versions", "fire") CTS102 a version needs `statement`; add it',
    ),
    "unknown-empty-key": (
        version(attributions=[{**ATTRIBUTION, "via": [{"speaker": "zoe", "dat": ""}]}]),
        '("versions", "bomb", "attributions", 0, "via", 0, "dat") CTS101 "dat" is no key of a relay, '
        'did you mean "date"?; known keys are speaker, date, printed_as',
    ),
    "mapping-of-empty-values-for-text": (
        claim(note={"a": ""}),
        '("note",) CTS103 a mapping stands where one text belongs; write it on its own, '
        "without a list or mapping",
    ),
    "mapping-for-value": (
        version(value={"a": "b"}),
        '("versions", "bomb", "value") CTS103 a mapping stands where a value belongs; '
        "write one text, or a list of speaker ids",
    ),
    "unknown-word": (
        attribution(stance="assert"),
        '("versions", "bomb", "attributions", 0, "stance") CTS104 "assert" is not known here, '
        'did you mean "asserts"?; write asserts, denies, questions, declines, retracts',
    ),
    "boolean": (
        claim(exclusive="yes"),
        '("exclusive",) CTS105 "yes" is neither `true` nor `false`; write one of them',
    ),
    "tag": (
        claim(tags=["Iran"]),
        '("tags", 0) CTS106 "Iran" is no slug: write lower-case ASCII letters, digits and single '
        "hyphens, beginning with a letter, as `iran`",
    ),
    "version-id": (
        claim(versions={"Bomb": {"statement": "A bomb."}}),
        '("versions", "Bomb") CTS106 "Bomb" is no slug: write lower-case ASCII letters, digits and '
        "single hyphens, beginning with a letter, as `bomb`",
    ),
    "date": (
        attribution(said="2024-13-45"),
        '("versions", "bomb", "attributions", 0, "said") CTD101 "2024-13-45" is no date: there is no '
        "month 13: months run from 01 to 12, seasons from 21 to 41",
    ),
    "quantity": (
        {**version(value="5+"), "answer": "quantity"},
        '("versions", "bomb", "value") CTV101 the value does not fit `answer: quantity`: '
        "write `at least 5`, not `5+`",
    ),
    "list-for-date": (
        {**version(value=["a"]), "answer": "date"},
        '("versions", "bomb", "value") CTV101 a list of values fits `answer: speaker` only, '
        "and this claim has `answer: date`",
    ),
    "relay": (
        attribution(via=["zoe", {"speaker": "adam", "dat": "2024"}]),
        '("versions", "bomb", "attributions", 0, "via", 1, "dat") CTS101 "dat" is no key of a relay, '
        'did you mean "date"?; known keys are speaker, date, printed_as',
    ),
}


#: Values of which parts do not fit `answer: speaker`: the faults, and what is left.
VALUES: dict[str, tuple[list[Any], list[tuple[str, int]], tuple[str, ...] | None]] = {
    "sound": (["zed", "abe"], [], ("abe", "zed")),
    "a-bad-id": (["zed", "Bad", "abe"], [("CTS106", 1)], ("abe", "zed")),
    "a-mapping": ([{"a": "b"}, "zed"], [("CTS103", 0)], ("zed",)),
    "empty": (["zed", ""], [("CTS102", 1)], ("zed",)),
    "several": (
        ["Bad", [], "zed", {}, "Worse"],
        [("CTS106", 0), ("CTS102", 1), ("CTS102", 3), ("CTS106", 4)],
        ("zed",),
    ),
    "nothing-left": (["Bad"], [("CTS106", 0)], None),
}


@pytest.mark.parametrize(("value", "faults", "left"), VALUES.values(), ids=VALUES)
def test_each_item_of_a_value_that_does_not_fit_is_told_where_it_stands(
    value: list[Any], faults: list[tuple[str, int]], left: tuple[str, ...] | None
) -> None:
    salvaged = salvage({**version(value=value), "answer": "speaker"}, "claim", "a")
    way = ("versions", "bomb", "value")
    assert [(fault.kind.code, fault.keys) for fault in salvaged.faults] == [
        (code, (*way, index)) for code, index in faults
    ]
    assert isinstance(salvaged.record, Claim)
    assert salvaged.record.versions["bomb"].value == left


def told(fault: Fault) -> str:
    keys = "(" + ", ".join(f'"{key}"' if isinstance(key, str) else str(key) for key in fault.keys)
    comma = "," if len(fault.keys) == 1 else ""
    return f"{keys}{comma}) {fault.kind.code} {fault.message}"


@pytest.mark.parametrize(("data", "expected"), FAULTS.values(), ids=FAULTS)
def test_what_does_not_fit_is_told_where_it_stands(data: dict[str, Any], expected: str) -> None:
    salvaged = salvage(data, "claim", "attack/method")
    assert [told(fault) for fault in salvaged.faults] == [expected]


def test_every_fault_of_a_record_is_told_at_once_and_the_rest_is_read() -> None:
    data = claim(kind="evnt", exclusive="yes", clame="x")
    data["versions"] = {
        "bomb": {"statement": "A bomb.", "attributions": [{**ATTRIBUTION, "said": "x"}]},
        "fire": {"statement": "A fire.", "attributions": [{"speaker": "zoe"}, dict(ATTRIBUTION)]},
    }
    salvaged = salvage(data, "claim", "a")
    assert [(fault.kind.code, fault.keys) for fault in salvaged.faults] == [
        ("CTS104", ("kind",)),
        ("CTS105", ("exclusive",)),
        ("CTD101", ("versions", "bomb", "attributions", 0, "said")),
        ("CTS102", ("versions", "fire", "attributions", 0)),
        ("CTS102", ("versions", "fire", "attributions", 0)),
        ("CTS101", ("clame",)),
    ]
    record = salvaged.record
    assert record is not None
    assert [len(item.attributions) for item in record.versions.values()] == [1, 1]  # type: ignore[union-attr]  # a claim


def test_values_are_not_judged_by_an_answer_that_cannot_be_read() -> None:
    salvaged = salvage({**version(value=["a"]), "answer": "speakr"}, "claim", "a")
    assert [fault.kind.code for fault in salvaged.faults] == ["CTS104"]


_KEYS = sorted(
    {item.key for kind in RECORD_KINDS for shape in every_shape(kind) for item in shape.fields}
)
_ANYTHING = st.recursive(
    st.one_of(st.sampled_from(["", "a", "zoe", "asserts", "2024", "true", "A b"]), texts),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from([*_KEYS, "a", "b", "a/b"]), inner, max_size=4),
    ),
    max_leaves=12,
)


@given(
    st.sampled_from(RECORD_KINDS),
    st.dictionaries(st.sampled_from([*_KEYS, "x"]), _ANYTHING, max_size=6),
)
def test_any_data_is_salvaged_and_every_fault_leads_to_a_part_of_it(
    kind: RecordKind, data: dict[str, Any]
) -> None:
    salvaged = salvage(data, kind, "a")
    for fault in salvaged.faults:
        part: Any = data
        for key in fault.keys:
            part = part[key]
    if not salvaged.faults:
        assert salvage(to_data(salvaged.record), kind, "a").record == salvaged.record  # type: ignore[arg-type]  # there is one


def test_the_data_that_a_record_is_made_of_is_kept() -> None:
    data = claim(tags=["Bad", "b"], x="", note="", related=[{"claim": "A", "note": ""}])
    before = copy.deepcopy(data)
    assert salvage(data, "claim", "a").faults
    assert data == before


def test_empty_values_are_as_good_as_none() -> None:
    salvaged = salvage(claim(tags=[], note="", related={}), "claim", "a")
    assert salvaged.faults == ()
