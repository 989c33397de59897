from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.corpus.files import FileError, read_file
from claimtrack.findings import Finding, Severity
from claimtrack.model.claims import NoSuchVersion
from claimtrack.model.dates import InvalidDate
from claimtrack.model.ids import Id, InvalidId
from claimtrack.model.quantities import InvalidQuantity, Quantity
from claimtrack.quoting import printable, quoted
from claimtrack.text.read import read

if TYPE_CHECKING:
    from pathlib import Path

#: What would end a line, command a terminal, turn the order of letters or be no character at all.
NASTY = "\n::error::x\x1b[2J\u202e\udcff\u2028"
SHOWN = r"\n::error::x\x1b[2J\u202e\udcff\u2028"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("5", "`5`", id="plain"),
        pytest.param("5\n", r"`5\n`", id="line end"),
        pytest.param("\u202e5", r"`\u202e5`", id="bidirectional control"),
        pytest.param("\ud800", r"`\ud800`", id="surrogate"),
        pytest.param("x" * 40, f"`{'x' * 40}`", id="just short enough"),
        pytest.param("x" * 41, f"`{'x' * 39}…`", id="too long"),
    ],
)
def test_a_refused_text_is_shown_on_one_short_printable_line(text: str, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize(
    "text", ["", "plain", "\u0627\u0633", "\u54c8\u5c3c", "a\\n", "\U0001f54a"]
)
def test_what_can_be_printed_stays(text: str) -> None:
    assert printable(text) == text


@given(st.text(st.characters()), st.integers(1, 80))
def test_any_text_is_shown_printable_and_can_be_written(text: str, most: int) -> None:
    shown = quoted(text, mark='"', most=most)
    assert shown.isprintable()
    assert shown.encode()
    assert len(quoted("x" * len(text), most=most)) <= most + 2


def test_no_error_carries_on_what_cannot_be_printed(tmp_path: Path) -> None:
    with pytest.raises(InvalidId, match=r"is no id") as id_error:
        Id.parse(NASTY)
    with pytest.raises(InvalidQuantity) as quantity_error:
        Quantity.parse(NASTY)
    with pytest.raises(FileError) as file_error:
        read_file(tmp_path, f"{NASTY}/x", limit=1)
    errors = (id_error.value, quantity_error.value, file_error.value)
    others = (InvalidDate(NASTY, "write a date"), NoSuchVersion(NASTY, NASTY))
    for error in (*errors, *others):
        assert SHOWN in str(error)
        assert str(error).isprintable()


NAMED = {
    "unknown-key": '"\\n::x": y\n',
    "key-twice": '"\\n::x": y\n"\\n::x": y\n',
    "word": 'kind: "\\n::x"\n',
    "slug": 'tags: ["\\n::x"]\n',
    "related": 'related: [{claim: a, relation: "\\n::x"}]\n',
}


@pytest.mark.parametrize("text", NAMED.values(), ids=NAMED.keys())
def test_no_fault_carries_on_what_cannot_be_printed(text: str) -> None:
    whole = f"claim: How?\nversions: {{a: {{statement: A.}}}}\n{text}"
    faults = read(whole.encode(), kind="claim", id="a").faults
    assert faults
    for fault in faults:
        assert r"\n::x" in fault.message
        assert fault.message.isprintable()


def test_a_finding_of_any_file_name_stands_on_one_line_and_can_be_written() -> None:
    found = Finding(
        filename=f"a{NASTY}.yaml", code="CTX", name="x", severity=Severity.ERROR, message="no"
    )
    assert str(found) == f"a{SHOWN}.yaml:1:1: CTX no"
    assert str(found).encode()
