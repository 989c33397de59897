from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from claimtrack.findings import Fault, Span
from claimtrack.model.manifest import LimitSettings, Manifest
from claimtrack.model.records import Record, kind_of
from claimtrack.text.convert import to_data
from claimtrack.text.format import write
from claimtrack.text.misfits import UNKNOWN_WORD
from claimtrack.text.read import place, read
from tests.strategies import records

if TYPE_CHECKING:
    from claimtrack.text.schema import FileKind

CLAIM = """\
claim: How?
versions:
  bomb:
    statement: A bomb.
    attributions:
      - speaker: zoe
        stance: asserts
        source: story

      - speaker: adam
        stance: asserts
        source: story
"""


@given(records())
def test_a_written_record_reads_back(record: Record) -> None:
    document = read(
        write(to_data(record), kind_of(record)).encode(), kind=kind_of(record), id=record.id
    )
    assert document.record == record
    assert document.faults == ()


def test_faults_of_characters_yaml_and_shape_are_told_together() -> None:
    text = "claim: How?\nclaim: Why?\nkind: evnt\nnote: a\u200bb\n"
    faults = read(text.encode(), kind="claim", id="a").faults
    assert [(fault.kind.code, fault.span) for fault in sorted(faults, key=place_of)] == [
        ("CTS102", Span(1, 1, 4, 10)),
        ("CTY113", Span(2, 1, 2, 6)),
        ("CTS104", Span(3, 7, 3, 11)),
        ("CTY107", Span(4, 8, 4, 9)),
    ]


def place_of(fault: Fault) -> tuple[int, int]:
    assert fault.span is not None
    return fault.span.line, fault.span.column


def test_a_record_in_the_wrong_folder_is_no_record_of_it_but_its_faults_are_told() -> None:
    document = read(b"source: Story\ntype: artcle\n", kind="speaker", id="zoe")
    assert document.record is None
    assert [(fault.kind.code, fault.message) for fault in document.faults] == [
        (
            "CTI101",
            "a file in this folder holds a speaker and begins with `speaker:`, not with "
            "`source:`; rename the key or move the file",
        ),
        (
            "CTS104",
            '"artcle" is not known here, did you mean "article"?; '
            "write one of the 45 words of the vocabulary",
        ),
    ]


def test_a_headline_need_not_come_first() -> None:
    document = read(
        b"event: attack\nclaim: How?\nversions: {a: {statement: A.}}\n", kind="claim", id="a"
    )
    assert document.faults == ()


@pytest.mark.parametrize("data", [b"", b"- a\n", b"text\n", b"\xff\xfe", b"a: [\n"])
def test_what_is_no_mapping_has_no_record(data: bytes) -> None:
    document = read(data, kind="claim", id="a")
    assert document.record is None
    assert document.faults


@pytest.mark.parametrize(
    ("kind", "beginning"),
    [
        ("manifest", "claimtrack: 1"),
        ("claim", "claim:"),
        ("source", "source:"),
        ("speaker", "speaker:"),
        ("event", "event:"),
    ],
)
@pytest.mark.parametrize("text", [b"", b"# later\n", b"[a]\n"])
def test_a_file_without_keys_is_told_how_it_begins(
    text: bytes, kind: FileKind, beginning: str
) -> None:
    (fault,) = read(text, kind=kind, id="a").faults
    assert fault.message == (
        f"the file holds no keys: begin it with the one that says what it is, `{beginning}`"
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("tags: [*a]", ["CTY110"], id="in-a-list"),
        pytest.param("event: *a", ["CTY110"], id="a-value"),
        pytest.param("tags: [*a, '']", ["CTS", "CTY110"], id="beside-an-empty-text"),
        pytest.param("tags: [&a Ä]", ["CTS106", "CTY110"], id="an-anchor-before-what-does-not-fit"),
        pytest.param("subjects: &a [x, '']", ["CTS", "CTY110"], id="an-anchor-above"),
        pytest.param("<<: *a", ["CTY110", "CTY112"], id="merged"),
        pytest.param("subjects: {x: *a}", ["CTS103", "CTY110"], id="where-a-list-belongs"),
    ],
)
def test_what_follows_from_an_alias_alone_is_not_told(line: str, told: list[str]) -> None:
    data = CLAIM.replace("versions:", f"{line}\nversions:", 1).encode()
    codes = sorted(fault.kind.code for fault in read(data, kind="claim", id="a").faults)
    assert len(codes) == len(told)
    assert all(code.startswith(begin) for code, begin in zip(codes, told, strict=True))


def test_the_manifest_is_read_as_records_are() -> None:
    text = b"claimtrack: 1\ntexts: [texts, more/texts]\nlimits: {size: 1000}\n"
    document = read(text, kind="manifest", id="")
    assert document.record == Manifest(
        format="1", texts=("texts", "more/texts"), limits=LimitSettings(size=1000)
    )


def test_a_manifest_that_holds_a_record_is_told() -> None:
    document = read(b"claim: Who?\nversions:\n  a:\n    statement: A.\n", kind="manifest", id="")
    assert document.record is None
    assert [fault.kind.code for fault in document.faults] == ["CTI101"]


def test_faults_of_a_record_are_placed_where_its_parts_stand_in_the_file() -> None:
    keys = ("versions", "bomb", "attributions", 0, "stance")
    fault = Fault(kind=UNKNOWN_WORD, message="x", keys=keys)
    on_key = Fault(kind=UNKNOWN_WORD, message="x", keys=("versions",), on_key=True)
    absent = Fault(kind=UNKNOWN_WORD, message="x", keys=("versions", "bomb", "scope"))
    placed = place(CLAIM.encode(), (fault, on_key, absent), kind="claim", id="a")
    assert [(each.span, each.keys) for each in placed] == [
        (Span(11, 17, 11, 24), ("versions", "bomb", "attributions", 1, "stance")),
        (Span(2, 1, 2, 9), ("versions",)),
        (Span(3, 3, 3, 7), ("versions", "bomb", "scope")),
    ]


def test_faults_of_a_text_that_has_become_unreadable_stand_at_its_beginning() -> None:
    fault = Fault(kind=UNKNOWN_WORD, message="x", keys=("kind",))
    (placed,) = place(b"\xff", (fault,), kind="claim", id="a")
    assert placed.span == Span()
