"""Nothing passes in silence: whatever the gate, every finding is told somewhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.corpus.corpus import Corpus, load
from claimtrack.findings import Severity
from claimtrack.rules.accepting import NEVER_HELD, accept
from claimtrack.rules.baselines import Baseline, Entry
from claimtrack.rules.checking import check
from claimtrack.rules.registry import RULES
from claimtrack.rules.selection import Selection
from claimtrack.rules.settings import OF_READING, OF_SUPPRESSIONS, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.findings import Finding

#: What is found of every sort: of reading, of a record, of references; some of it suppressed.
FILES = {
    "claimtrack.yaml": "claimtrack: 1\n",
    "events/storm.yaml": "event: A storm\ndate: 2024-13\n",
    "sources/story.yaml": "source:  A story\n",
    "speakers/adam.yaml": "speaker:  Adam # claimtrack: ignore[CTF101] as it was sent\nkind: group\n",
    "toll.yaml": """\
claim: How many died?
event: sinking # claimtrack: ignore[CTI110, CTF101] not recorded yet
versions:
  seven:
    statement: Seven died.
    attributions:
      - speaker: eve
        stance: asserts
        source: story
        cue: said
""",
}
CODES = ["CTD101", "CTF101", "CTI110", "CTG101"]
WEIGHED = sorted(set(CODES) - OF_READING)
ALL = frozenset(rule.kind.code for rule in RULES)
#: Some of these are found, some are gone.
ENTRIES = [
    Entry("claim:toll", "/versions/seven/attributions/eve, story, , asserts/speaker", "CTI110"),
    Entry("claim:toll", "/event", "CTI110"),
    Entry("source:story", "", "CTF101"),
    Entry("event:storm", "/date", "CTD101"),
    Entry("claim:gone", "/event", "CTI110"),
]
Told: TypeAlias = Counter[tuple[str, str, str]]

some_codes = st.sets(st.sampled_from(CODES)).map(frozenset)
gates = st.builds(
    lambda ignored, **other: Settings(selection=Selection(ALL - ignored, ignored), **other),
    some_codes,
    per_path=st.tuples(st.tuples(st.sampled_from(["**", "toll.yaml", "speakers"]), some_codes)),
    severities=st.dictionaries(st.sampled_from(WEIGHED), st.sampled_from(Severity)),
    fail_on=st.sampled_from(Severity),
    forbidden=some_codes,
    baseline=st.sets(st.sampled_from(ENTRIES)).map(lambda found: Baseline(tuple(sorted(found)))),
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = tmp_path_factory.mktemp("corpus")
    for name, text in FILES.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return load(root)


def told(findings: Iterable[Finding]) -> Told:
    """Count findings but for those of comments, which depend on the gate."""
    every = ((item.filename, item.code, item.pointer) for item in findings)
    return Counter(item for item in every if item[1] not in OF_SUPPRESSIONS)


def test_the_examples_are_of_every_sort(corpus: Corpus) -> None:
    report = check(corpus)
    assert report.codes == {"CTD101": 1, "CTF101": 1, "CTG101": 1, "CTI110": 1}
    assert [item.finding.code for item in report.suppressed] == ["CTF101", "CTI110"]


@settings(max_examples=40)
@given(gate=gates)
def test_every_finding_that_is_not_ignored_is_told_suppressed_or_in_the_baseline(
    corpus: Corpus, gate: Settings
) -> None:
    usual, report = check(corpus), check(corpus, settings=gate)
    every = told([*usual.findings, *(item.finding for item in usual.suppressed)])
    kept = Counter(
        {item: n for item, n in every.items() if item[1] not in gate.ignored_at(item[0])}
    )
    suppressed = told(item.finding for item in report.suppressed)
    assert told(report.findings) + suppressed + told(report.baselined) == kept
    assert not {item.finding.code for item in report.suppressed} & gate.forbidden
    assert not {item.code for item in report.baselined} & NEVER_HELD


@settings(max_examples=40)
@given(gate=gates)
def test_what_could_not_be_read_fails_whatever_the_gate(corpus: Corpus, gate: Settings) -> None:
    report = check(corpus, settings=gate)
    unread = [item for item in (*report.findings, *report.hidden) if item.code in OF_READING]
    assert [item.code for item in unread] == ["CTD101"]
    assert not report.passed()


@settings(max_examples=40)
@given(gate=gates)
def test_what_is_taken_into_a_baseline_is_not_told_again(corpus: Corpus, gate: Settings) -> None:
    report = check(corpus, settings=gate)
    accepted, baseline = accept(report, gate.baseline)
    again = check(corpus, settings=attrs.evolve(gate, baseline=baseline))
    assert again.findings == accepted.findings
    assert again.baselined == accepted.baselined
    assert again.stale == ()
    assert accept(again, baseline) == (again, baseline)
