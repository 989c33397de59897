"""Whatever a record holds, its view can be made, fits the page and is always the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.model.claims import Claim
from claimtrack.model.ids import RECORD_KINDS, RecordKind
from claimtrack.report.measure import columns
from claimtrack.report.rows import plain_text, text_of
from claimtrack.report.views import record_rows
from tests.strategies import records

if TYPE_CHECKING:
    from claimtrack.corpus.corpus import Corpus


@pytest.mark.parametrize("kind", RECORD_KINDS)
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data(), width=st.integers(min_value=36, max_value=160))
def test_a_view_fits_the_page(
    corpus: Corpus, kind: RecordKind, data: st.DataObject, width: int
) -> None:
    record = data.draw(records(kind))
    rows = record_rows(record, corpus, width=width)
    assert all(columns(plain_text(row).rstrip(" ")) <= width for row in rows)
    assert text_of(rows) == text_of(record_rows(record, corpus, width=width))
    if isinstance(record, Claim):
        for version in record.versions:
            assert record_rows(record, corpus, width=width, version=version)
