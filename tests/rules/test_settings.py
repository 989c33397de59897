"""The settings of a corpus: what is asked, how much it weighs, what fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.corpus.corpus import load
from claimtrack.findings import Severity
from claimtrack.rules.checking import check
from claimtrack.rules.registry import RULES, UnknownRule
from claimtrack.rules.settings import OF_READING, Settings

if TYPE_CHECKING:
    from tests.rules.conftest import Findings, Lay

#: A finding of a reference, of reading, of the layout, and a record that nothing refers to.
FAULTY = """\
# attack/ransom.yaml
claim: Was a ransom paid?
event: ferry-atack
versions:
  paid:
    statement: The shipping line paid a ransom.
    attributions:
      - speaker: unknown
        stance: asserts
        source: hostage-story
        at: paragraph 5
        cue: Reportedly
# events/ferry-attack.yaml
event: Attack on the ferry Aurelia
date: 2019-13
# speakers/jonas-brandt.yaml
speaker:  Jonas Brandt
kind: person
"""
SOUND = FAULTY.replace("2019-13", "2019-03")


def manifest(check: str) -> str:
    lines = "".join(f"  {line}\n" for line in check.splitlines())
    return f"# claimtrack.yaml\nclaimtrack: 1\ntexts: [texts]\ncheck:\n{lines}"


@pytest.mark.parametrize(
    ("settings", "asked", "told"),
    [
        pytest.param("fail_on: error", {}, {"CTI110", "CTD101", "CTF101"}, id="nothing said"),
        pytest.param("select: [CTI]", {}, {"CTI110", "CTD101"}, id="selected"),
        pytest.param("ignore: [not-canonical]", {}, {"CTI110", "CTD101"}, id="ignored"),
        pytest.param("select: [CT]\nignore: [CTF, CTI]", {}, {"CTD101"}, id="both"),
        pytest.param(
            "select: [CTI]\nignore: [CTF]",
            {"select": "CTF"},
            {"CTF101", "CTD101"},
            id="a caller's selection replaces both",
        ),
        pytest.param(
            "ignore: [CTF]", {"ignore": "CTI"}, {"CTD101"}, id="what a caller ignores is added"
        ),
        pytest.param(
            "per_path: {speakers: [CTF], '**/ransom.yaml': [CTI110]}",
            {},
            {"CTD101"},
            id="ignored at paths",
        ),
        pytest.param(
            "per_path: {speakers: [CTF]}",
            {"select": "CTF"},
            {"CTD101"},
            id="ignored at a path also where a caller selects it",
        ),
        pytest.param(
            "per_path: {events: [CTF], speakers/jonas-brandt: [CTF]}",
            {},
            {"CTI110", "CTD101", "CTF101", "CTS115"},
            id="ignored elsewhere",
        ),
    ],
)
def test_what_is_reported_is_what_the_settings_say(
    settings: str, asked: dict[str, str], told: set[str], lay: Lay
) -> None:
    report = check(lay(manifest(settings) + FAULTY), **asked)  # type: ignore[arg-type]  # keys of a table
    assert {finding.code for finding in report.findings} == told


def test_what_is_ignored_of_reading_at_a_path_has_not_passed(lay: Lay) -> None:
    settings = "per_path: {events: [invalid-date]}\nselect: [CTV107]"
    report = check(lay(manifest(settings) + FAULTY))
    assert (report.findings, report.passed()) == ((), False)
    assert [finding.code for finding in report.hidden] == ["CTD101"]


@pytest.mark.parametrize(
    ("settings", "weights", "passed"),
    [
        pytest.param(
            "fail_on: error", {"CTI110": "error", "CTF101": "warning"}, False, id="by themselves"
        ),
        pytest.param(
            "severity: {CTI: warning}",
            {"CTI110": "warning", "CTF101": "warning"},
            True,
            id="a family",
        ),
        pytest.param(
            "severity: {CTI110: note, CT: error, CTI: warning}",
            {"CTI110": "note", "CTF101": "error"},
            False,
            id="the more exact one",
        ),
        pytest.param(
            "severity: {missing-reference: note}\nfail_on: warning",
            {"CTI110": "note", "CTF101": "warning"},
            False,
            id="warnings fail",
        ),
        pytest.param(
            "severity: {CT: note}\nfail_on: warning",
            {"CTI110": "note", "CTF101": "note"},
            True,
            id="notes do not",
        ),
        pytest.param(
            "severity: {CT: note}\nfail_on: note",
            {"CTI110": "note", "CTF101": "note"},
            False,
            id="notes fail",
        ),
    ],
)
def test_findings_weigh_and_fail_as_the_settings_say(
    settings: str,
    weights: dict[str, str],
    passed: bool,  # noqa: FBT001 - a column of the table
    lay: Lay,
) -> None:
    report = check(lay(manifest(settings) + SOUND))
    assert {item.code: item.severity.value for item in report.findings} == weights
    assert report.passed() is passed
    assert not report.passed(strict=True)


def test_what_could_not_be_read_is_an_error_whatever_a_family_weighs(lay: Lay) -> None:
    corpus = lay(manifest("severity: {CT: note}") + FAULTY)
    assert not OF_READING & Settings.of(corpus.manifest).severities.keys()
    report = check(corpus)
    (unread,) = (item for item in report.findings if item.code == "CTD101")
    assert (unread.severity, report.passed()) == (Severity.ERROR, False)


def test_settings_of_another_state_take_the_place_of_the_corpus_s_own(lay: Lay) -> None:
    corpus = lay(manifest("ignore: [CT]") + SOUND)
    assert check(corpus).findings == ()
    before = Settings(fail_on=Severity.WARNING)
    report = check(corpus, settings=before, ignore="CTI")
    assert report.codes == {"CTF101": 1}
    assert not report.passed()


def test_a_word_that_a_caller_gives_names_a_rule() -> None:
    with pytest.raises(UnknownRule, match=r'^"CTX" names no rule'):
        Settings().narrowed(select="CTX")


def test_without_a_manifest_s_word_every_rule_is_asked_and_errors_fail() -> None:
    settings = Settings.of(load("claims").manifest)
    assert settings == Settings()
    assert settings.selection.codes == {rule.kind.code for rule in RULES}
    assert "CTY101" in OF_READING
    assert "CTF101" not in OF_READING


ADVICE = '; give a code such as "CTI110", how codes begin, or a name'


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        pytest.param(
            "ignore: [CTF, not-cannonical]",
            ['4:17: CTS113 "not-cannonical" names no rule, did you mean "not-canonical"?'],
            id="a list",
        ),
        pytest.param(
            "per_path:\n  '**': [zebra]\n  sources: [CTF, ctf101]",
            [
                f'5:12: CTS113 "zebra" names no rule{ADVICE}',
                '6:20: CTS113 "ctf101" names no rule, did you mean "CTF101"?',
            ],
            id="at a path",
        ),
        pytest.param(
            "suppressions: {allow: [zebra], forbid: [ibex]}",
            [
                f'4:26: CTS113 "zebra" names no rule{ADVICE}',
                f'4:43: CTS113 "ibex" names no rule{ADVICE}',
            ],
            id="of suppressions",
        ),
        pytest.param(
            "severity:\n  CTX: note\n  CTY: note\n  CT: note",
            [
                f'5:5: CTS113 "CTX" names no rule{ADVICE}',
                '6:5: CTS114 "CTY" tells what could not be read, which is always an error: '
                "take it out of `severity`",
            ],
            id="of severities",
        ),
        pytest.param(
            "slect: [CTF]",
            [
                '4:3: CTS101 "slect" is no key of a check setting, did you mean "select"?; known '
                "keys are select, ignore, per_path, severity, fail_on, baseline, suppressions"
            ],
            id="an unknown key",
        ),
        pytest.param(
            "severity: {CTF: fatal}\nfail_on: never",
            [
                '4:19: CTS104 "fatal" is not known here; write error, warning, note',
                '5:12: CTS104 "never" is not known here; write error, warning, note',
            ],
            id="an unknown weight",
        ),
        pytest.param(
            "per_path: {../elsewhere: [CTF]}",
            [
                '4:14: CTS110 "../elsewhere" is no pattern of paths below the root of the corpus; '
                "write it with forward slashes, as `sources/*.yaml` or `sources/**`, without `..` "
                "and a leading `/`"
            ],
            id="a path outside",
        ),
    ],
)
def test_what_is_wrong_with_settings_is_told_at_its_place(
    settings: str, told: list[str], findings: Findings
) -> None:
    assert findings(manifest(settings)) == [f"claimtrack.yaml:{line}" for line in told]


def idle(lay: Lay, settings: str) -> list[str]:
    told = check(lay(manifest(settings)), select="CTS115").findings
    return [f"{item.line}: {item.message}" for item in told]


def test_a_pattern_that_no_file_has_is_told_with_the_nearer_one(lay: Lay) -> None:
    nowhere = ", which counts from the folder of the manifest"
    patterns = ("corpus/sources", "events", "sorces/*", "claimtrack.yaml")
    settings = "per_path:" + "".join(f"\n  {pattern}: [CTF]" for pattern in patterns)
    assert idle(lay, settings) == [
        f"5: no file of the corpus has a path like `corpus/sources`{nowhere}: write `sources`",
        f"7: no file of the corpus has a path like `sorces/*`{nowhere}: mend it, or take it out",
    ]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            "severity: {CTI110: note, missing-reference: error}",
            ["4: `missing-reference` names the same rules as `CTI110`: leave one of them"],
        ),
        ("severity: {CTI: note, CTI110: error, CTI111: note}", []),
        (
            "select: [CTI, CTF101]\nignore: [CTF]",
            ["4: `CTF101` has no effect, as `ignore` names it too: leave one of them"],
        ),
        ("select: [CTI]\nignore: [CTI110]", []),
        (
            "suppressions:\n  allow: [CTI110, CTF]\n  forbid: [missing-reference]",
            ["5: `CTI110` has no effect, as `forbid` names it too: leave one of them"],
        ),
        ("suppressions:\n  allow: [CTI]\n  forbid: [CTI110]", []),
    ],
)
def test_a_word_that_another_one_outdoes_is_told(lay: Lay, settings: str, told: list[str]) -> None:
    assert idle(lay, settings) == told


def test_a_setting_without_effect_can_be_ignored_and_weighed(lay: Lay) -> None:
    idle_one = "per_path: {nowhere: [CTF]}"
    report = check(lay(manifest(f"{idle_one}\nignore: [idle-setting]")))
    assert "CTS115" not in report.codes
    assert report.hidden == ()
    report = check(lay(manifest(f"{idle_one}\nseverity: {{CTS115: error}}")))
    assert [item.severity for item in report.findings if item.code == "CTS115"] == [Severity.ERROR]
