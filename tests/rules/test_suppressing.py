"""Comments that suppress findings: what they cover, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.rules.checking import check

if TYPE_CHECKING:
    from claimtrack.rules.reports import Report
    from tests.rules.conftest import Lay

#: Two references that lead nowhere, in lines 2 and 9.
LOST = """\
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
SUPPRESS = "# claimtrack: ignore[CTI110] not there yet"


def checked(lay: Lay, text: str, **asked: str) -> Report:
    return check(lay(f"# attack/ransom.yaml\n{text}"), **asked)  # type: ignore[arg-type]  # of a table


def codes(report: Report) -> list[str]:
    return [f"{item.line}:{item.code}" for item in report.findings]


@pytest.mark.parametrize(
    ("after", "comment", "left"),
    [
        pytest.param("", f"{SUPPRESS}\n\n", [], id="the record"),
        pytest.param("ferry-atack", f" {SUPPRESS}", ["9:CTI110"], id="the end of the line"),
        pytest.param("paid?\n", f"{SUPPRESS}\n", ["10:CTI110"], id="the line above"),
        pytest.param("versions:", f" {SUPPRESS}", ["2:CTI110"], id="all below"),
        pytest.param("versions:\n", f"  {SUPPRESS}\n", ["2:CTI110"], id="a version"),
        pytest.param("attributions:\n", f"      {SUPPRESS}\n", ["2:CTI110"], id="an attribution"),
    ],
)
def test_a_comment_covers_its_node_and_all_below(
    after: str, comment: str, left: list[str], lay: Lay
) -> None:
    report = checked(lay, LOST.replace(after, after + comment, 1))
    assert codes(report) == left
    assert [item.reason for item in report.suppressed] == ["not there yet"] * (2 - len(left))
    assert report.passed() == (not left)


def test_the_end_of_a_line_covers_what_is_found_on_that_line(lay: Lay) -> None:
    bare = LOST.replace("ferry-atack", "ferry-attack").replace("stori", "story")
    bare = bare.replace("        at: paragraph 5\n", "")
    assert codes(checked(lay, bare)) == ["7:CTT101"]
    suppressed = bare.replace("mira-dolan", "mira-dolan # claimtrack: ignore[CTT101] from memory")
    assert codes(checked(lay, suppressed)) == []


def test_the_nearest_comment_suppresses_and_another_is_unused(lay: Lay) -> None:
    both = f"{SUPPRESS}\n\n" + LOST.replace("stori", "story").replace(
        "ferry-atack", "ferry-atack # claimtrack: ignore[missing-reference] a slip of the source"
    )
    report = checked(lay, both)
    assert [item.reason for item in report.suppressed] == ["a slip of the source"]
    assert [str(item) for item in report.findings] == [
        "attack/ransom.yaml:1:1: CTG101 CTI110 finds nothing that this comment covers: take it out"
    ]


UNUSED = LOST.replace("ferry-atack", "ferry-attack").replace("stori", "story")


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        pytest.param(
            "ignore[CTI110, unused-record] why",
            "CTG101 CTI110 and CTI113 find nothing that this comment covers: take them out",
            id="unused",
        ),
        pytest.param(
            "ignore[CTI110]",
            "CTG102 this comment gives no reason, so it suppresses nothing: "
            "write one behind the `]`",
            id="without a reason",
        ),
        pytest.param(
            "ignore[CTD101] why",
            "CTG103 CTD101 tells what could not be read, which no comment suppresses: mend it",
            id="of reading",
        ),
        pytest.param(
            "ignore[unused-suppression] why",
            "CTG103 unused-suppression tells what is wrong with comments, and none suppresses it: "
            "take it out",
            id="of suppressing",
        ),
        pytest.param(
            "ignore[missing-refrence] why",
            'CTG104 "missing-refrence" names no rule, did you mean "missing-reference"?',
            id="unknown",
        ),
        pytest.param(
            "ignore[CTD] why",
            'CTG104 "CTD" names 5 rules: name the one that is meant',
            id="several",
        ),
        pytest.param(
            "ignore-CTI110",
            "CTG104 this comment is meant for the check, which does not know its form: write "
            "`# claimtrack: ignore[CODE] reason`, or leave `claimtrack:` out",
            id="of another form",
        ),
    ],
)
def test_what_is_wrong_with_a_comment_is_told_at_it(comment: str, message: str, lay: Lay) -> None:
    report = checked(lay, UNUSED.replace("attack\n", f"attack # claimtrack: {comment}\n", 1))
    assert [str(item) for item in report.findings] == [f"attack/ransom.yaml:2:21: {message}"]


@pytest.mark.parametrize("comment", ["ignore[CTI110]", "ignore[CTI11] why", "ignore CTI110 why"])
def test_what_is_wrong_suppresses_nothing(comment: str, lay: Lay) -> None:
    report = checked(lay, LOST.replace("atack\n", f"atack # claimtrack: {comment}\n", 1))
    assert "CTI110" in report.codes
    assert report.suppressed == ()


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        ("forbid: [CTI]", {"CTG103": 1, "CTI110": 1}),
        ("allow: [CTA]", {"CTG103": 1, "CTI110": 1}),
        ("allow: [CTI], forbid: [CTI110]", {"CTG103": 1, "CTI110": 1}),
        ("allow: [CTI]", {}),
        ("forbid: [CTA]", {}),
    ],
)
def test_the_settings_say_what_may_be_suppressed(
    policy: str, told: dict[str, int], lay: Lay
) -> None:
    settings = f"claimtrack: 1\ntexts: [texts]\ncheck: {{suppressions: {{{policy}}}}}\n"
    text = LOST.replace("stori", "story").replace("atack\n", f"atack {SUPPRESS}\n", 1)
    report = check(lay(f"# claimtrack.yaml\n{settings}# attack/ransom.yaml\n{text}"))
    assert report.codes == told


def test_an_error_among_comments_is_told_of_any_record(lay: Lay) -> None:
    report = checked(lay, f"{SUPPRESS}\n\n" + LOST.replace("kind: event", ""), ignore="CTG")
    assert codes(report) == []


@pytest.mark.parametrize(
    ("files", "comment", "asked"),
    [
        pytest.param("", "ignore[CTI110] why", {"select": ["CTF", "CTG"]}, id="not selected"),
        pytest.param("", "ignore[CTI110] why", {"ignore": "CTI110"}, id="ignored"),
        pytest.param(
            "# events/rescue.yaml\nrescue\n", "ignore[CTI113] why", {}, id="a file was not read"
        ),
        pytest.param(
            "# events/rescue.yaml\nrescue\n",
            "ignore[CTI110] why",
            {},
            id="another record was not read, which might answer",
        ),
        pytest.param(
            "# sources/hostage-story.yaml\nsource: A story of hostages\n"
            "text:\n  file: elsewhere.txt\n  sha256: " + "0" * 64 + "\n",
            "ignore[CTT105] why",
            {},
            id="the text is not there",
        ),
    ],
)
def test_a_comment_is_not_unused_where_its_rule_could_not_tell(
    files: str, comment: str, asked: dict[str, str], lay: Lay
) -> None:
    text = UNUSED.replace("attack\n", f"attack # claimtrack: {comment}\n", 1)
    report = check(lay(f"{files}# attack/ransom.yaml\n{text}"), **asked)  # type: ignore[arg-type]  # of a table
    assert "CTG101" not in report.codes


def test_a_comment_is_not_unused_where_its_rule_comes_after_a_fault(lay: Lay) -> None:
    text = UNUSED.replace("attack\n", "attack # claimtrack: ignore[CTR101] why\n", 1)
    assert "CTG101" in checked(lay, text).codes
    assert "CTG101" not in checked(lay, text.replace("event:", "when: 2019\nevent:")).codes


def test_a_comment_is_not_unused_where_its_record_was_not_read_whole(lay: Lay) -> None:
    text = UNUSED.replace("attack\n", "attack # claimtrack: ignore[CTV107] why\n", 1)
    assert "CTG101" in checked(lay, text).codes
    assert "CTG101" not in checked(lay, f"{text}when: 2019\n").codes


def test_a_record_that_is_saved_keeps_its_comments_and_they_count(lay: Lay) -> None:
    text = LOST.replace("stori", "story").replace("atack\n", f"atack {SUPPRESS}\n", 1)
    corpus = lay(f"# attack/ransom.yaml\n{text}")
    claim = corpus.claims["attack/ransom"]
    version = claim.versions["paid"]
    (said,) = version.attributions
    corpus.save(claim.without_attribution("paid", said).with_attribution("paid", said))
    assert check(corpus).findings == ()
    assert len(check(corpus).suppressed) == 1


def test_of_many_faults_the_first_ones_are_told(lay: Lay) -> None:
    names = ",".join(f"a{number}" for number in range(30))
    text = UNUSED.replace("attack\n", f"attack # claimtrack: ignore[{names}] why\n", 1)
    *first, last = checked(lay, text).findings
    assert [item.code for item in first] == ["CTG104"] * 20
    assert last.message == "more faults of this kind follow: mend the first ones"
