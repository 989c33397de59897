"""What was there before: written, read, counted, and found gone."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.corpus.corpus import load
from claimtrack.rules.accepting import accept
from claimtrack.rules.baselines import Baseline, Entry, InvalidBaseline, NoBaseline
from claimtrack.rules.checking import check
from claimtrack.rules.settings import Settings, settings_of

if TYPE_CHECKING:
    from claimtrack.rules.reports import Report
    from tests.rules.conftest import Lay

RANSOM = """\
# attack/ransom.yaml
claim: Was a ransom paid?
event: ferry-atack
versions:
  paid:
    statement: The shipping line paid a ransom.
    attributions:
      - speaker: mira-dolan
        stance: asserts
        source: hostage-stori
        at: paragraph 5
        cue: Reportedly
"""
MENDED = RANSOM.replace("atack", "attack")
EVENT = Entry("claim:attack/ransom", "/event", "CTI110")
WAY = "/versions/paid/attributions/mira-dolan, hostage-stori, paragraph 5, asserts/source"
SOURCE = Entry("claim:attack/ransom", WAY, "CTI110")
#: What the corpus has with a ransom.
BEFORE = Baseline((EVENT, SOURCE))

names = st.text(max_size=8)
baselines = st.builds(
    lambda keys: Baseline.of(Counter(keys)), st.lists(st.tuples(names, names, names), max_size=8)
)


def after(lay: Lay, files: str, baseline: Baseline = BEFORE) -> Report:
    return check(lay(files), settings=Settings(baseline=baseline))


@given(baselines)
def test_a_baseline_is_read_as_it_was_written(baseline: Baseline) -> None:
    assert Baseline.parse(str(baseline).encode()) == baseline


def test_an_entry_is_a_line_and_the_lines_are_sorted(lay: Lay) -> None:
    report, baseline = accept(check(lay(RANSOM)))
    assert baseline == BEFORE
    assert report.findings == ()
    assert str(baseline) == (
        '{\n  "claimtrack_baseline": 1,\n  "findings": [\n'
        '    {"record": "claim:attack/ransom", "at": "/event", "code": "CTI110", "count": 1},\n'
        f'    {{"record": "claim:attack/ransom", "at": "{WAY}", "code": "CTI110", "count": 1}}\n'
        "  ]\n}\n"
    )
    assert str(Baseline()) == '{\n  "claimtrack_baseline": 1,\n  "findings": []\n}\n'


def test_what_was_there_before_is_not_told(lay: Lay) -> None:
    report = after(lay, RANSOM)
    assert (report.findings, len(report.baselined), report.stale) == ((), 2, ())
    assert report.passed(strict=True)


def test_an_attribution_more_moves_no_entry(lay: Lay) -> None:
    more = (
        "      - speaker: harbour-pilot\n        stance: asserts\n        source: hostage-story\n"
    )
    report = after(lay, RANSOM.replace("    attributions:\n", f"    attributions:\n{more}"))
    assert "CTI110" not in report.codes
    assert (len(report.baselined), report.stale) == (2, ())


def test_more_of_the_same_is_told(lay: Lay) -> None:
    said = RANSOM.partition("    attributions:\n")[2].replace(
        "paragraph 5\n", "paragraph 5\n        id: again\n"
    )
    report = after(lay, RANSOM + said.replace("again", "once"), Baseline((EVENT, SOURCE)))
    assert [item.code for item in report.findings if "stori" in item.message] == ["CTI110"]


def test_what_is_gone_is_stale(lay: Lay) -> None:
    report = after(lay, MENDED)
    assert (report.findings, len(report.baselined), report.stale) == ((), 1, (EVENT,))
    assert report.passed(strict=True)
    assert accept(report, BEFORE)[1] == Baseline((SOURCE,))


def test_a_record_that_is_gone_is_stale(lay: Lay) -> None:
    report = after(lay, "")
    assert report.stale == (EVENT, SOURCE)
    assert accept(report, BEFORE)[1] == Baseline()


@pytest.mark.parametrize(
    ("files", "asked"),
    [
        pytest.param(MENDED, {"select": "CTF"}, id="not selected"),
        pytest.param(MENDED, {"ignore": "CTI"}, id="ignored"),
        pytest.param(MENDED, {"paths": "speakers"}, id="not in scope"),
        pytest.param("", {"paths": "speakers"}, id="gone, and not in scope"),
        pytest.param(MENDED + "when: 2019\n", {}, id="not read whole"),
        pytest.param("# events/rescue.yaml\nrescue\n", {}, id="gone, and a file was not read"),
    ],
)
def test_what_was_not_asked_stays_in_the_baseline(
    files: str, asked: dict[str, str], lay: Lay
) -> None:
    report = check(lay(files), settings=Settings(baseline=BEFORE), **asked)  # type: ignore[arg-type]  # of a table
    assert report.stale == ()
    assert EVENT in accept(report, BEFORE)[1].entries


def test_what_could_not_be_read_and_what_suppresses_is_never_held(lay: Lay) -> None:
    files = RANSOM.replace("atack", "atack # claimtrack: ignore[CTI110]").replace(
        "event:", "when: 2019\nevent:"
    )
    report, baseline = accept(check(lay(files)))
    assert {item.code for item in report.findings} == {"CTS101", "CTG102"}
    assert {entry.code for entry in baseline.entries} == {"CTI110"}
    forced = Baseline(tuple(Entry("claim:attack/ransom", at, "CTS101") for at in ("", "/when")))
    assert "CTS101" in after(lay, files, forced).codes


def test_what_a_comment_suppresses_leaves_the_baseline_alone(lay: Lay) -> None:
    files = RANSOM.replace("atack", "atack # claimtrack: ignore[CTI110] not there yet")
    report = after(lay, files)
    assert (len(report.suppressed), len(report.baselined), report.stale) == (1, 1, (EVENT,))


def test_the_settings_of_a_corpus_name_its_baseline(lay: Lay) -> None:
    manifest = "# claimtrack.yaml\nclaimtrack: 1\ntexts: [texts]\ncheck: {baseline: old.json}\n"
    corpus = lay(manifest + RANSOM)
    with pytest.raises(NoBaseline) as missing:
        check(corpus)
    assert str(missing.value) == (
        'there is no baseline "old.json": write it with `claimtrack check --write-baseline`, '
        "or do not name it"
    )
    (corpus.root / "old.json").write_text(str(BEFORE), encoding="utf-8")
    assert settings_of(load(corpus.root)).baseline == BEFORE
    assert check(corpus).findings == ()


GOOD = json.loads(str(Baseline((EVENT,))))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is no JSON"),
        (b"\xff", "it is no JSON"),
        (b"[" * 100_000, "it is no JSON"),
        (b'{"claimtrack_baseline": ' + b"1" * 5000 + b"}", "it is no JSON"),
        (b"[]", "it is no JSON object with `claimtrack_baseline`"),
        (b"{}", "it is no JSON object with `claimtrack_baseline`"),
        (
            b'{"claimtrack_baseline": 2}',
            "its version is not 1, which is all that this claimtrack reads",
        ),
        *(
            (
                b'{"claimtrack_baseline": %b, "findings": []}' % one,
                "its version is not 1, which is all that this claimtrack reads",
            )
            for one in (b"true", b"1.0")
        ),
        (b'{"claimtrack_baseline": 1}', "its `findings` are no list"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InvalidBaseline) as refused:
        Baseline.parse(data, "old.json")
    assert str(refused.value) == (
        f'"old.json" is no baseline: {why}; restore the file, or remove it and write it again '
        "with `claimtrack check --write-baseline`"
    )


@pytest.mark.parametrize(
    "changed", [{"count": 0}, {"count": True}, {"count": "1"}, {"at": None}, {"more": 1}]
)
def test_an_entry_that_is_none_is_refused(changed: dict[str, object]) -> None:
    good = GOOD["findings"][0]
    document = {**GOOD, "findings": [good, {**good, **changed}]}
    with pytest.raises(InvalidBaseline, match="the entry 2 of its `findings` is none"):
        Baseline.parse(json.dumps(document).encode())


def test_of_an_entry_that_a_merge_made_two_the_greater_counts() -> None:
    once = GOOD["findings"][0]
    document = {**GOOD, "findings": [once, {**once, "count": 3}, once]}
    assert Baseline.parse(json.dumps(document).encode()).counts == {EVENT.key: 3}
