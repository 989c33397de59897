from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.claims import Claim, Version
from claimtrack.model.ids import RECORD_KINDS, RecordKind
from claimtrack.model.records import Record, kind_of
from claimtrack.text.convert import NotABoolean, structure, to_data
from claimtrack.text.salvage import keys_in_file, salvage
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
    "empty-headline": (claim(claim=""), "() CTS102 a claim needs `claim`; add it"),
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
        '("tags", 1) CTS103 the text is empty; fill it in or leave it out',
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


def test_the_record_sorts_and_the_keys_lead_back_to_the_file() -> None:
    zoe, adam = ({**ATTRIBUTION, "speaker": name} for name in ("zoe", "adam"))
    data = claim(versions={"bomb": {"statement": "A.", "attributions": [zoe, {"x": "y"}, adam]}})
    salvaged = salvage(data, "claim", "a")
    way = ("versions", "bomb", "attributions", 0, "speaker")
    assert keys_in_file(salvaged.data, "claim", way) == (*way[:3], 2, "speaker")
    assert keys_in_file(salvaged.data, "claim", (*way[:3], 1)) == (*way[:3], 0)


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ((), ()),
        (("kind",), ("kind",)),
        (("tags", 0), ("tags", 1)),
        (("tags", 9), ("tags", 9)),
        (("versions",), ("versions",)),
        (("versions", "fire"), ("versions", "fire")),
        (("related", 0, "claim"), ("related", 0, "claim")),
        (("versions", "bomb", "attributions", 0, "via", 0, "speaker"),) * 2,
    ],
)
def test_keys_that_lead_nowhere_are_left_as_they_are(
    keys: tuple[str | int, ...], there: tuple[str | int, ...]
) -> None:
    data = claim(tags=["b", "a"], related=[{"claim": "x", "relation": "supports"}])
    data["versions"] = {
        "bomb": {"statement": "A.", "attributions": [{**ATTRIBUTION, "via": ["zoe"]}]}
    }
    expected = there[:6] if "via" in there else there
    assert keys_in_file(data, "claim", keys) == expected


def test_empty_values_are_as_good_as_none() -> None:
    salvaged = salvage(claim(tags=[], note="", related={}), "claim", "a")
    assert salvaged.faults == ()
