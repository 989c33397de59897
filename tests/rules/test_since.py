"""A change is judged: what it changed, what it causes, and what it does to the gate itself."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, TypeAlias

import attrs
import pytest

from claimtrack.corpus.corpus import load
from claimtrack.corpus.git import Repository
from claimtrack.corpus.history import corpora_between
from claimtrack.findings import Severity
from claimtrack.model.dates import Date
from claimtrack.model.reviews import Review
from claimtrack.rules.accepting import accept
from claimtrack.rules.checking import NotLoaded, check
from claimtrack.text.digest import digest
from tests.repositories import Repo, isolate
from tests.rules.conftest import MANIFEST, STANDING

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.rules.reports import Report

QUOTE = "We counted nine bodies on the lower deck"
TOLL = "attack/toll.yaml"
RANSOM = "attack/ransom.yaml"
BRANDT = "speakers/jonas-brandt.yaml"
#: An accepted claim, with all that the rules on changes look at.
RANSOM_TEXT = """\
claim: Was a ransom paid?
status: accepted
versions:
  paid:
    statement: A ransom was paid.
    as_of: 2019-03
    attributions:
      - speaker: jonas-brandt
        jointly: [mira-dolan]
        stance: asserts
        said: 2019-03-04
        source: hostage-story
        at: paragraph 4
        quote: They knew the ship better than we did

      - speaker: selm
        stance: denies
        source: hostage-story
        at: paragraph 5
        cue: denied that a ransom had been paid
"""
Files: TypeAlias = "dict[str, str | None]"


@attrs.frozen
class Case:
    """A repository that holds the standing corpus, with an accepted claim."""

    repo: Repo

    @property
    def root(self) -> Path:
        return self.repo.top / "claims"

    def edit(self, path: str, *pairs: tuple[str, str]) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (self.root / path).write_text(text, encoding="utf-8")

    def write(self, files: Files) -> None:
        self.repo.write({f"claims/{name}": text for name, text in files.items()})

    def commit(self) -> None:
        self.repo.commit({})

    def report(self, since: str = "HEAD") -> Report:
        repository = Repository.at(self.root)
        base = repository.commit(since)
        before, after = corpora_between(repository, self.root, base, "working tree")
        return check(after, since=before)

    def told(self, since: str = "HEAD") -> list[str]:
        found = self.report(since).findings
        return [f"{item.filename}:{item.line} {item.code} {item.message}" for item in found]

    def codes(self, since: str = "HEAD") -> list[tuple[str, str]]:
        return [(item.filename, item.code) for item in self.report(since).findings]


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    isolate(monkeypatch, tmp_path / "home")
    case = Case(Repo.init(tmp_path / "work"))
    shutil.copytree(STANDING, case.root)
    case.write({"claimtrack.yaml": MANIFEST, RANSOM: RANSOM_TEXT})
    case.commit()
    return case


ANSWER = (
    "undo it, or have the claim reviewed as it is now (`claimtrack review`), "
    "or put it back to `status: draft`"
)


def test_without_a_change_nothing_is_told(case: Case) -> None:
    report = case.report()
    assert (report.findings, report.changed, report.not_run) == ((), 0, ())


def test_a_silent_edit_of_an_accepted_quote_is_caught(case: Case) -> None:
    case.edit(RANSOM, ("They knew the ship better than we did", "They knew the ship"))
    assert case.told() == [
        f"{RANSOM}:14 CTH103 the quote of an accepted attribution was edited, it was "
        f'"They knew the ship better than we did": {ANSWER}'
    ]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("speaker: jonas-brandt", "speaker: harbour-pilot", "speaker"),
        ("        jointly: [mira-dolan]\n", "", "joint speakers"),
        ("jointly: [mira-dolan]", "jointly: [mira-dolan, selm]", "joint speakers"),
        ("stance: asserts", "stance: questions", "stance"),
        ("said: 2019-03-04", "said: 2019-03-05", "date"),
        ("        said: 2019-03-04\n", "", "date"),
    ],
)
def test_an_edit_of_an_accepted_attribution_is_caught(
    case: Case, old: str, new: str, what: str
) -> None:
    case.edit(RANSOM, (old, new))
    told = [line for line in case.told() if "CTH" in line]
    assert len(told) == 1
    assert f"CTH103 the {what} of an accepted attribution was edited" in told[0]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("A ransom was paid", "A ransom of two million was paid", "statement of the accepted"),
        ("Was a ransom paid", "Who paid a ransom", "question of an accepted claim"),
        ("    as_of: 2019-03\n", "    as_of: 2019-04\n", "time of the accepted"),
        ("    as_of: 2019-03\n", "", "time of the accepted"),
    ],
)
def test_an_edit_of_an_accepted_answer_is_caught(case: Case, old: str, new: str, what: str) -> None:
    case.edit(RANSOM, (old, new))
    told = [line for line in case.told() if "CTH" in line]
    assert len(told) == 1
    assert f"CTH104 the {what}" in told[0]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (RANSOM, "cue: denied that", "cue: The government of Selm denied that"),
        (RANSOM, "        stance: denies\n", "        stance: denies\n        said: 2019-03-04\n"),
        (RANSOM, "status: accepted\n", "tags: [money]\nstatus: accepted\n"),
        (TOLL, QUOTE, "They knew the ship better than we did"),
        (TOLL, "    value: 9\n", "    value: 10\n"),
        (RANSOM, "status: accepted\n", "# a remark\nstatus: accepted\n"),
    ],
    ids=["cue", "date-added", "tag", "quote-of-a-draft", "value-of-a-draft", "comment"],
)
def test_no_other_edit_is(case: Case, path: str, old: str, new: str) -> None:
    case.edit(path, (old, new))
    assert [line for line in case.told() if "CTH" in line] == []


EDITS = [
    ("They knew the ship better than we did", "They knew the ship"),
    ("A ransom was paid", "A ransom of two million was paid"),
    (RANSOM_TEXT[RANSOM_TEXT.index("\n      - speaker: selm") :], ""),
]


@pytest.mark.parametrize("edit", EDITS, ids=["quote", "statement", "deletion"])
def test_a_draft_answers_an_edit(case: Case, edit: tuple[str, str]) -> None:
    case.edit(RANSOM, edit)
    assert [code for _, code in case.codes() if "CTH" in code]
    case.edit(RANSOM, ("status: accepted\n", ""))
    assert case.codes() == []


@pytest.mark.parametrize("edit", EDITS, ids=["quote", "statement", "deletion"])
def test_a_fresh_review_of_what_it_means_now_answers_an_edit(
    case: Case, edit: tuple[str, str]
) -> None:
    case.edit(RANSOM, edit)
    corpus = load(case.root)
    claim = corpus.claims["attack/ransom"]
    when = Date.parse("2024-09-01")
    stale = Review(by="a reader", date=when, digest=f"sha256:{'0' * 64}")
    corpus.save(attrs.evolve(claim, reviews=(stale,)))
    assert {"CTH102", "CTH103", "CTH104"} & {code for _, code in case.codes()}
    fresh = Review(by="a second reader", date=when, digest=digest(claim))
    corpus.save(attrs.evolve(claim, reviews=(stale, fresh)))
    assert case.codes() == []


def test_a_review_that_was_there_before_answers_nothing(case: Case) -> None:
    corpus = load(case.root)
    claim = corpus.claims["attack/ransom"]
    then = attrs.evolve(claim, question="Who paid a ransom?")
    review = Review(by="a reader", date=Date.parse("2024-09-01"), digest=digest(then))
    corpus.save(attrs.evolve(claim, reviews=(review,)))
    case.commit()
    case.edit(RANSOM, ("Was a ransom paid", "Who paid a ransom"))
    assert case.codes() == [(RANSOM, "CTH104")]


def test_an_accepted_attribution_that_is_gone_is_told(case: Case) -> None:
    case.edit(RANSOM, EDITS[2])
    assert case.told() == [
        f'{RANSOM}:7 CTH102 the accepted attribution "selm denies" (hostage-story, paragraph 5) '
        f"is gone: {ANSWER}"
    ]


@pytest.mark.parametrize("edit", EDITS, ids=["quote", "statement", "deletion"])
def test_no_way_leads_around_by_a_claim_that_was_retired(case: Case, edit: tuple[str, str]) -> None:
    case.edit(RANSOM, ("status: accepted", "status: retired"))
    case.commit()
    case.edit(RANSOM, ("status: retired", "status: accepted"))
    assert [code for _, code in case.codes() if "CTH" in code] == []
    case.edit(RANSOM, edit)
    assert [code for _, code in case.codes() if code in {"CTH102", "CTH103", "CTH104"}] != []


def test_a_version_that_is_gone_is_told_even_in_a_draft(case: Case) -> None:
    case.edit(RANSOM, ("status: accepted\n", ""), ("  paid:", "  refused:"))
    case.edit(
        RANSOM,
        ("A ransom was paid", "The line refused"),
        ("2019-03\n", "2019-05\n"),
        (EDITS[2][0], ""),
        ("at: paragraph 4", "at: paragraph 3"),
        ("They knew the ship better than we did", QUOTE),
    )
    assert (RANSOM, "CTH101") in case.codes()


def test_a_version_that_was_renamed_is_not_gone(case: Case) -> None:
    case.edit(RANSOM, ("  paid:", "  paid-by-the-line:"))
    assert case.codes() == []


def test_a_retired_version_is_not_gone(case: Case) -> None:
    case.edit(
        RANSOM,
        (
            "    as_of: 2019-03\n",
            "    as_of: 2019-03\n    retired:\n      date: 2024\n      reason: Wrong.\n",
        ),
    )
    assert [code for _, code in case.codes() if "CTH" in code] == []


def test_an_accepted_claim_that_is_gone_is_told_at_its_file(case: Case) -> None:
    case.write({RANSOM: None})
    assert case.told() == [
        f'{RANSOM}:1 CTH101 the accepted claim "attack/ransom" is gone: put its file back, '
        "with `status: retired` if it is no longer kept up"
    ]


def test_a_retired_claim_stays_too(case: Case) -> None:
    case.edit(RANSOM, ("status: accepted", "status: retired"))
    assert [code for _, code in case.codes() if "CTH" in code] == []
    case.commit()
    case.write({RANSOM: None})
    assert [line.split(":")[1] for line in case.told()] == [
        '1 CTH101 the retired claim "attack/ransom" is gone'
    ]


def test_a_draft_may_go(case: Case) -> None:
    case.edit(RANSOM, ("status: accepted\n", ""))
    case.commit()
    case.write({RANSOM: None})
    assert case.codes() == []


def test_a_claim_that_was_renamed_is_not_gone_and_still_accepted(case: Case) -> None:
    case.write({"attack/money.yaml": RANSOM_TEXT, RANSOM: None})
    assert case.codes() == []
    case.write({"attack/money.yaml": RANSOM_TEXT.replace("A ransom was", "Money was")})
    assert case.codes() == [("attack/money.yaml", "CTH104")]


def test_a_reference_that_a_renaming_left_behind_is_told(case: Case) -> None:
    text = (case.root / BRANDT).read_text(encoding="utf-8")
    case.write({BRANDT: None, "speakers/captain-brandt.yaml": text})
    case.edit(TOLL, ("jonas-brandt", "captain-brandt"))
    told = [line for line in case.told() if "CTH" in line]
    assert told == [
        f'{RANSOM}:8 CTH106 what was speaker "jonas-brandt" has the id "captain-brandt" now: name that'
    ]


def test_a_reference_to_a_version_that_was_renamed_is_told(case: Case) -> None:
    event = (case.root / "events/ferry-attack.yaml").read_text(encoding="utf-8")
    dated = event.replace("place:", "dated_by:\n  - attack/ransom#paid\nplace:")
    case.write({"events/ferry-attack.yaml": dated})
    case.commit()
    case.edit(RANSOM, ("  paid:", "  paid-by-the-line:"))
    told = [line for line in case.told() if "CTH" in line]
    assert told == [
        "events/ferry-attack.yaml:4 CTH106 what was claim "
        '"attack/ransom#paid" has the id "attack/ransom#paid-by-the-line" now: name that'
    ]


def test_assessments_and_reviews_are_never_rewritten(case: Case) -> None:
    entry = "  - by: A\n    date: 2024\n    verdict: supported\n    reason: Because.\n"
    case.write({RANSOM: RANSOM_TEXT + "assessments:\n" + entry})
    case.commit()
    case.edit(RANSOM, ("reason: Because", "reason: Why not"))
    assert [line for line in case.told() if "CTH" in line] == [
        f'{RANSOM}:21 CTH105 the assessment by "A" of 2024 was removed or edited: '
        "put it back as it was, and add what is new as an entry of its own"
    ]
    case.write({RANSOM: RANSOM_TEXT})
    assert (RANSOM, "CTH105") in case.codes()
    added = entry.replace("by: A", "by: B")
    case.write({RANSOM: RANSOM_TEXT + "assessments:\n" + entry + added})
    assert case.codes() == []


def test_an_assessment_follows_a_version_that_was_renamed(case: Case) -> None:
    entry = (
        "  - by: A\n    date: 2024\n    version: paid\n    verdict: supported\n    reason: So.\n"
    )
    case.write({RANSOM: f"{RANSOM_TEXT}assessments:\n{entry}"})
    case.commit()
    case.edit(RANSOM, ("  paid:", "  paid-by-the-line:"), ("n: paid\n", "n: paid-by-the-line\n"))
    assert case.codes() == []
    text = (case.root / RANSOM).read_text(encoding="utf-8")
    case.write({RANSOM: None, "attack/money.yaml": text})
    assert case.codes() == []
    case.edit("attack/money.yaml", ("verdict: supported", "verdict: refuted"))
    assert case.codes() == [("attack/money.yaml", "CTH105")]


def test_a_finding_that_a_change_only_words_otherwise_is_not_told(case: Case) -> None:
    event = "event: Talks on a ransom\ndated_by:\n  - attack/ransom#refused\n"
    case.write({"events/talks.yaml": event})
    case.commit()
    assert check(load(case.root)).codes["CTI111"] == 1
    assert case.codes() == []
    case.edit(RANSOM, ("  paid:", "  paid-by-the-line:"))
    assert case.codes() == []


def test_what_was_found_before_is_told_of_what_changed_only(case: Case) -> None:
    case.edit(BRANDT, ("kind: person", "kind: persom"))
    case.edit(TOLL, ("quote: We counted nine", "quote: We counted ten"))
    case.commit()
    assert case.codes() == []
    case.edit(TOLL, ("claim: How many people", "claim: How many persons"))
    assert (TOLL, "CTT103") in case.codes()
    assert not [path for path, _ in case.codes() if path != TOLL]


def test_a_change_cannot_do_without_the_texts_that_prove_it_wrong(case: Case) -> None:
    case.edit(TOLL, (QUOTE, "We counted ten"))
    case.write({"claimtrack.yaml": MANIFEST.replace("texts: [texts]\n", "")})
    assert case.codes() == [(TOLL, "CTT103"), ("claimtrack.yaml", "CTH107")]
    assert case.told()[1] == (
        "claimtrack.yaml:1 CTH107 this change takes away `texts`, and until it is merged texts are "
        "looked for in the folders from before it as well: have a reviewer agree, or take it out"
    )
    assert case.report().unverified == ()


def test_a_change_that_sets_limits_is_read_by_them_and_told(case: Case) -> None:
    case.write({"claimtrack.yaml": f"{MANIFEST}limits:\n  size: 100000\n"})
    assert case.told() == [
        "claimtrack.yaml:6 CTH107 this change sets `limits`, by which files are read already: "
        "have a reviewer agree, or take it out"
    ]


def test_what_a_change_causes_elsewhere_is_told(case: Case) -> None:
    case.write({"speakers/selm-courier.yaml": None})
    told = case.codes()
    assert told != []
    assert {path for path, _ in told} == {"sources/hostage-story.yaml"}
    case.commit()
    assert case.codes() == []


def test_a_change_that_loosens_its_own_gate_is_judged_by_the_old_one_and_told(case: Case) -> None:
    case.edit(RANSOM, EDITS[0])
    loose = "check:\n  ignore: [CTH]\n  suppressions:\n    allow: [CTH103]\n"
    case.write({"claimtrack.yaml": MANIFEST + loose})
    told = case.told()
    assert [line.split()[1] for line in told] == ["CTH103", "CTH107", "CTH107"]
    assert told[1:] == [
        f"claimtrack.yaml:{line} CTH107 this change sets `check.{key}`, which is not heeded before "
        "it is merged: have a reviewer agree, or take it out"
        for line, key in ((6, "ignore"), (8, "suppressions"))
    ]
    assert not case.report().passed()


def test_a_change_that_takes_its_settings_away_is_judged_by_them(case: Case) -> None:
    case.write({"claimtrack.yaml": MANIFEST + "check:\n  fail_on: warning\n"})
    case.commit()
    case.write({"claimtrack.yaml": MANIFEST})
    report = case.report()
    assert report.fail_on is Severity.WARNING
    assert [finding.message.partition(",")[0] for finding in report.findings] == [
        "this change takes away `check.fail_on`"
    ]
    assert not report.passed()


SUPPRESSED = (
    "        quote: They knew the ship better than we did",
    "        # claimtrack: ignore[CTH103] the old quote was misprinted\n"
    "        quote: They knew the ship",
)


def test_a_comment_in_a_change_does_not_let_it_pass_and_is_told(case: Case) -> None:
    case.edit(RANSOM, SUPPRESSED)
    report = case.report()
    assert report.suppressed == ()
    assert [line.split()[1] for line in case.told()] == ["CTH107", "CTH103"]
    assert case.told()[0] == (
        f"{RANSOM}:14 CTH107 this change suppresses `CTH103` here, which the rules on changes do "
        "not heed before it is merged: have a reviewer agree, or take it out"
    )
    assert not report.passed()


def test_a_comment_in_a_change_passes_over_what_judges_states(case: Case) -> None:
    comment = "# claimtrack: ignore[CTT103, CTH103] misprinted there\n\n"
    case.edit(TOLL, ("claim: ", f"{comment}claim: "), (QUOTE, "We counted ten"))
    report = case.report()
    assert [item.finding.code for item in report.suppressed] == ["CTT103"]
    assert {finding.code for finding in report.findings} == {"CTH107"}


def test_a_policy_from_before_forbids_a_suppression(case: Case) -> None:
    policy = "check:\n  suppressions:\n    forbid: [CTH103]\n"
    case.write({"claimtrack.yaml": MANIFEST + policy})
    case.commit()
    case.write({"claimtrack.yaml": MANIFEST})
    case.edit(RANSOM, SUPPRESSED)
    assert {"CTH103", "CTG103"} <= {code for _, code in case.codes()}


COMMENTED = (
    SUPPRESSED[0],
    SUPPRESSED[1].replace("They knew the ship", "They knew the ship better"),
)


def test_a_comment_from_before_a_change_holds_also_where_its_file_moved(case: Case) -> None:
    case.edit(RANSOM, COMMENTED)
    case.commit()
    case.edit(RANSOM, ("quote: They knew the ship better", "quote: They knew"))
    report = case.report()
    assert [item.finding.code for item in report.suppressed] == ["CTH103"]
    assert report.findings == ()
    text = (case.root / RANSOM).read_text(encoding="utf-8")
    case.write({RANSOM: None, "attack/money.yaml": text})
    assert "CTH103" not in {code for _, code in case.codes()}


def test_a_comment_that_is_copied_or_moved_is_a_new_one(case: Case) -> None:
    comment = "# claimtrack: ignore[CTH104] a slip\n"
    case.edit(RANSOM, ("    as_of: 2019-03\n", f"    {comment}    as_of: 2019-03\n"))
    case.commit()
    case.edit(RANSOM, ("    as_of: 2019-03\n", "    as_of: 2019-02\n"))
    assert case.codes() == []
    case.edit(RANSOM, ("    statement: A ransom", f"    {comment}    statement: The ransom"))
    assert (RANSOM, "CTH104") in case.codes()
    case.edit(RANSOM, (f"    {comment}    as_of", "    as_of"))
    assert [code for _, code in case.codes()].count("CTH104") == 2


def test_a_suppressed_finding_of_a_file_as_it_was_is_not_told_again(case: Case) -> None:
    case.edit(BRANDT, ("speaker:", "# claimtrack: ignore[CTN] odd\nspeaker:"))
    case.commit()
    report = case.report()
    assert (report.findings, report.suppressed) == ((), ())


BASELINE = "check:\n  baseline: known.json\n"
EMPTY = '{"claimtrack_baseline": 1, "findings": []}\n'


def test_a_baseline_that_is_deleted_or_spoilt_while_it_is_named_fails(case: Case) -> None:
    case.write({"claimtrack.yaml": MANIFEST + BASELINE, "known.json": EMPTY})
    case.commit()
    for text in (None, "{"):
        case.write({"known.json": text})
        assert case.told() == [
            "known.json:1 CTH108 the settings name the baseline `known.json`, and this change "
            "leaves none there: write it with `claimtrack check --write-baseline`, or take "
            "`baseline` out of the settings"
        ]
        assert not case.report().passed()
    case.write({"claimtrack.yaml": MANIFEST})
    assert [code for _, code in case.codes()] == ["CTH107", "CTH107"]
    assert case.report().passed()


@pytest.mark.parametrize("left", [None, "{"], ids=["gone", "spoilt"])
def test_a_change_can_mend_a_baseline_that_was_not_there(case: Case, left: str | None) -> None:
    case.write({"claimtrack.yaml": MANIFEST + BASELINE, "known.json": left or EMPTY})
    case.write({} if left else {"known.json": left})
    case.commit()
    assert case.codes() == []
    case.write({"claimtrack.yaml": MANIFEST})
    assert case.report().passed()
    case.write({"claimtrack.yaml": MANIFEST + BASELINE, "known.json": EMPTY})
    assert case.report().passed()


def test_a_renamed_record_stays_in_the_baseline(case: Case) -> None:
    case.edit(RANSOM, ("at: paragraph 4", "at: paragraph 3"))
    before = check(load(case.root))
    assert {finding.filename for finding in before.findings} == {RANSOM}
    _, baseline = accept(before, None)
    case.write({"claimtrack.yaml": MANIFEST + BASELINE, "known.json": str(baseline)})
    case.commit()
    text = (case.root / RANSOM).read_text(encoding="utf-8")
    case.write({RANSOM: None, "attack/money.yaml": text})
    report = case.report()
    assert report.findings == ()
    assert {item.filename for item in report.baselined} == {"attack/money.yaml"}


def test_a_corpus_without_its_manifest_is_told(case: Case) -> None:
    case.write({"claimtrack.yaml": None})
    assert case.told() == [
        f'{RANSOM}:1 CTH101 the accepted claim "attack/ransom" is gone: put its file back, '
        "with `status: retired` if it is no longer kept up",
        "claimtrack.yaml:1 CTH108 this change takes away the manifest, and with it the corpus: put "
        "it back, or ignore CTH108 in its settings in a change before this one",
    ]


def test_what_could_not_be_read_before_is_said_not_to_be_judged(case: Case) -> None:
    case.edit(RANSOM, ("claim: Was", "claim: [Was"))
    case.commit()
    case.write({RANSOM: RANSOM_TEXT})
    report = case.report()
    assert {item.kind.code for item in report.not_run} == {
        f"CTH10{number}" for number in range(1, 9)
    }
    assert "1 file could not be read whole before the change" in report.not_run[0].why


@pytest.mark.parametrize(
    ("spoilt", "gone"),
    [
        (("claim: Was", "claim: [Was"), True),
        (("status: accepted", "status: acepted"), True),
        (("status: accepted", "status: accepted\nunknown: key"), True),
        (("status: accepted", "unknown: key"), False),
    ],
)
def test_a_claim_that_could_not_be_read_does_not_go_unseen(
    case: Case, spoilt: tuple[str, str], *, gone: bool
) -> None:
    case.edit(RANSOM, spoilt)
    case.commit()
    text = (case.root / RANSOM).read_text(encoding="utf-8")
    case.write({RANSOM: None})
    assert case.report().changed == 1
    assert ((RANSOM, "CTH101") in case.codes()) is gone
    case.write({"attack/money.yaml": text})
    assert (RANSOM, "CTH101") not in case.codes()


def test_a_comment_that_moves_to_another_attribution_is_a_new_one(case: Case) -> None:
    comment = "      # claimtrack: ignore[CTH103] a slip\n"
    first, second = "      - speaker: jonas-brandt\n", "      - speaker: selm\n"
    case.edit(RANSOM, (first, comment + first))
    case.commit()
    case.edit(RANSOM, ("said: 2019-03-04", "said: 2019-03-05"))
    assert case.codes() == []
    case.edit(RANSOM, (comment, ""), (second, comment + second))
    assert sorted(case.codes()) == [(RANSOM, "CTH103"), (RANSOM, "CTH107")]


def test_a_comment_that_covers_more_is_a_new_one(case: Case) -> None:
    comment = "# claimtrack: ignore[CTT103] misprinted\n"
    case.edit(TOLL, (QUOTE, "We counted ten"))
    quote = "        quote: We counted ten"
    case.edit(TOLL, (quote, f"        {comment}{quote}"))
    case.commit()
    case.edit(TOLL, (f"        {comment}", ""), ("claim: ", f"{comment}\nclaim: "))
    assert case.codes() == [(TOLL, "CTH107")]


def test_a_corpus_that_is_new_is_told_whole_and_by_the_usual_settings(
    case: Case, tmp_path: Path
) -> None:
    fresh = Case(Repo.init(tmp_path / "fresh"))
    fresh.repo.commit({"README": "none"})
    shutil.copytree(case.root, fresh.root)
    fresh.write({"claimtrack.yaml": MANIFEST + "check:\n  ignore: [CTT]\n"})
    fresh.edit(TOLL, (QUOTE, "We counted ten"))
    assert fresh.codes() == [(TOLL, "CTT103")]


def test_a_rule_on_changes_that_is_named_without_one_was_not_run(case: Case) -> None:
    corpus = load(case.root)
    (told,) = check(corpus, select="CTH103").not_run
    assert told.why == "it judges a change: name what to compare with, as with `--since main`"
    assert check(corpus).not_run == ()
    assert check(corpus, select="CTT").not_run == ()


def test_only_a_corpus_can_be_compared_with(case: Case) -> None:
    with pytest.raises(NotLoaded, match="takes a corpus, not a `str`"):
        check(load(case.root), since="main")  # type: ignore[arg-type]
