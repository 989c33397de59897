"""The settings of a manifest: their canonical layout, and that they are read as they are written."""

from __future__ import annotations

from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.model.manifest import CheckSettings, Manifest, SuppressionSettings
from claimtrack.text.convert import to_data
from claimtrack.text.format import format, write  # noqa: A004 - the command's own word
from claimtrack.text.read import read

FREE = """\
check: {suppressions: {forbid: [CTT105, CTA]}, severity: {unused-record: note, CTI113: warning},
  per_path: {"**/old.yaml": [CTT112, CTF101], 'on': [CTI], events: []}, # as agreed
  ignore: [CTV108], select: [], fail_on: error, baseline: old.json}
claimtrack: "1"
"""
CANONICAL = """\
claimtrack: 1
check:
  ignore: [CTV108]
  per_path: # as agreed
    "**/old.yaml": [CTF101, CTT112]
    events: []
    "on": [CTI]
  severity:
    CTI113: warning
    unused-record: note
  baseline: old.json
  suppressions:
    forbid: [CTA, CTT105]
"""

rules = st.sampled_from(["CTA101", "CTF", "unused-record", "not-a-rule", "no", "1e3"])
lists = st.lists(rules, unique=True, max_size=3).map(tuple)
globs = st.sampled_from(["**", "*/a.yaml", "sources/**", "?", "on", "a b", "[ab]", "!x", "-", "é"])
weights = st.sampled_from(["error", "warning", "note"])
settings = st.builds(
    CheckSettings,
    select=lists,
    ignore=lists,
    per_path=st.dictionaries(globs, lists, max_size=4),
    severity=st.dictionaries(rules, weights, max_size=4),
    fail_on=weights,
    baseline=st.sampled_from([None, "old.json", "gate/old.json"]),
    suppressions=st.none() | st.builds(SuppressionSettings, allow=lists, forbid=lists),
)


def test_settings_have_one_layout() -> None:
    assert format(FREE).text == CANONICAL
    assert format(CANONICAL).text == CANONICAL
    both = [read(text.encode(), kind="manifest", id="") for text in (FREE, CANONICAL)]
    assert both[0].faults == both[1].faults == ()
    assert both[0].record == both[1].record


@given(settings)
def test_settings_are_read_as_they_are_written(check: CheckSettings) -> None:
    manifest = Manifest(format="1", check=check)
    text = write(to_data(manifest), "manifest")
    document = read(text.encode(), kind="manifest", id="")
    assert document.faults == ()
    found = cast("Manifest", document.record).check or CheckSettings()
    empty = SuppressionSettings()
    assert (found.select, found.ignore, found.per_path, found.severity, found.fail_on) == (
        (check.select, check.ignore, check.per_path, check.severity, check.fail_on)
    )
    assert found.baseline == check.baseline
    assert (found.suppressions or empty) == (check.suppressions or empty)
    assert format(text).text == text
