from __future__ import annotations

from typing import TYPE_CHECKING, cast

from hypothesis import given

from claimtrack.model.records import Record, kind_of
from claimtrack.text.convert import to_data
from claimtrack.text.digest import digest
from claimtrack.text.format import format, write  # noqa: A004 - the command's own word
from claimtrack.text.read import read
from tests.strategies import records

if TYPE_CHECKING:
    from claimtrack.model.speakers import Speaker

#: One alias is written apart, and comes before the other by its first code point only.
APART = "speaker: Elan\naliases:\n  - e\u0301lan\n  - fan\n"


def speaker(text: str) -> Speaker:
    document = read(text.encode(), kind="speaker", id="elan")
    assert document.faults == ()
    return cast("Speaker", document.record)


def test_a_new_layout_is_no_new_meaning() -> None:
    laid_out = format(APART).text
    assert laid_out == "speaker: Elan\naliases:\n  - fan\n  - \u00e9lan\n"
    assert digest(speaker(laid_out)) == digest(speaker(APART))


@given(records())
def test_a_record_that_is_written_and_read_keeps_its_digest(record: Record) -> None:
    kind = kind_of(record)
    again = read(write(to_data(record), kind).encode(), kind=kind, id=record.id).record
    assert digest(cast("Record", again)) == digest(record)


def test_another_meaning_is_another_digest() -> None:
    assert digest(speaker("speaker: Elan\n")) != digest(speaker("speaker: \u00c9lan\n"))


def test_what_was_said_of_a_record_is_no_part_of_its_meaning() -> None:
    bare = "claim: How?\nversions: {a: {statement: A.}}\n"
    more = "status: accepted\ntags: [a]\n"
    one, two = (
        cast("Record", read(text.encode(), kind="claim", id="a").record)
        for text in (bare, bare + more)
    )
    assert digest(one) == digest(two)
