"""`claimtrack check`: what is read, what is reported, and the code that it ends with."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.conftest import BAD_DATE, FILES, TOLL, Ran, Run, lay

READ = "1 claim, 1 source, 1 speaker, 0 events in 4 files"
NOT_THERE = (
    "; 1 quote or cue in 1 source not verified: "
    "their texts are not there, have changed or were not looked at (--texts DIR)"
)
UNVERIFIED = "; 1 quote or cue in 1 source not verified, as no `text` is named"
DATE_TOLD = (
    'claims/ferry/toll.yaml:13:15: CTD101 "2024-13-45" is no date: there is no month 13: '
    "months run from 01 to 12, seasons from 21 to 41\n"
)
UNUSED = {"speakers/harbour-pilot.yaml": "speaker: Harbour Pilot\nkind: person\n"}
NO_EVENT = {"ferry/toll.yaml": TOLL.replace("kind:", "event: sinking\nkind:", 1)}
BROKEN = {"ferry/place.yaml": "claim: Where?\nclaim: Here\n"}
USAGE = "(see `claimtrack check --help`)"


def test_clean_claims_pass_and_say_what_was_not_verified(ran: Run) -> None:
    assert ran("check") == Ran(0, "", f"{READ}: no findings{UNVERIFIED}\n")


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(("claims",), id="the-root"),
        pytest.param((".",), id="a-folder-above"),
        pytest.param(("claims/ferry",), id="a-folder-within"),
        pytest.param(("claims/ferry/toll.yaml",), id="a-file"),
        pytest.param(("claims/claimtrack.yaml", "claims/ferry"), id="the-manifest-too"),
        pytest.param(("claims", "claims/ferry", "."), id="the-same-thrice"),
    ],
)
def test_a_corpus_is_read_whole_and_once_whatever_its_paths(
    ran: Run, paths: tuple[str, ...]
) -> None:
    assert ran("check", *paths) == Ran(0, "", f"{READ}: no findings{UNVERIFIED}\n")


def test_a_corpus_reached_by_a_link_is_the_same_corpus(corpus: Path, ran: Run) -> None:
    Path("link").symlink_to(corpus)
    assert ran("check", "claims", "link") == Ran(0, "", f"{READ}: no findings{UNVERIFIED}\n")


def test_several_corpora_are_checked_and_summed_up_together(corpus: Path, ran: Run) -> None:
    lay(corpus.parent / "more", {**FILES, "ferry/toll.yaml": BAD_DATE})
    told = DATE_TOLD.replace("claims/", "more/")
    summary = "1 claim, 2 sources, 2 speakers, 0 events in 8 files"
    done = ran("check", "claims", "more/ferry", "--select", "CTD")
    assert done.code == 1
    assert done.out == told
    assert done.err.startswith(summary.replace("1 claim", "2 claims"))
    assert ran("check", "--select", "CTD") == done


def test_a_text_that_is_there_is_verified(corpus: Path, ran: Run) -> None:
    text = "The office counted seven dead.\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = f"text:\n  file: report.txt\n  sha256: {digest}\n"
    lay(corpus.parent, {"elsewhere/report.txt": text})
    lay(corpus, {"sources/ferry-report.yaml": FILES["sources/ferry-report.yaml"] + source})
    lay(
        corpus,
        {"ferry/toll.yaml": TOLL.replace("        cue", "        at: paragraph 1\n        cue")},
    )
    assert ran("check", "--texts", "elsewhere") == Ran(0, "", f"{READ}: no findings\n")
    assert "CTT108" in ran("check").out
    lay(corpus, {"ferry/toll.yaml": TOLL.replace("        cue", "        at: line 1\n        cue")})
    assert ran("check", "--texts", "elsewhere") == Ran(
        0,
        "",
        f"{READ}: no findings; 1 place not verified: "
        "a text does not say where its pages, lines and times are\n",
    )
    lay(corpus.parent, {"elsewhere/report.txt": "Another.\n"})
    done = ran("check", "--texts", "elsewhere")
    assert done.out.count("\n") == done.out.count("CTT107") == 1
    assert done.err == f"{READ}: 1 error{NOT_THERE}\n"


@pytest.mark.parametrize(
    ("files", "args", "code"),
    [
        pytest.param({"ferry/toll.yaml": BAD_DATE}, (), 1, id="an-error"),
        pytest.param({"ferry/toll.yaml": BAD_DATE}, ("--strict",), 1, id="an-error-strictly"),
        pytest.param(
            {"ferry/toll.yaml": BAD_DATE},
            ("--ignore", "CTD"),
            1,
            id="an-error-of-reading-that-is-ignored",
        ),
        pytest.param(
            {"ferry/toll.yaml": BAD_DATE},
            ("--ignore", "CTD", "--strict"),
            1,
            id="strictly-a-file-not-read-whole",
        ),
        pytest.param(
            {"ferry/toll.yaml": BAD_DATE}, ("--select", "CTT"), 1, id="an-error-of-reading"
        ),
        pytest.param(NO_EVENT, (), 1, id="an-error-of-a-rule"),
        pytest.param(NO_EVENT, ("--ignore", "CTI110"), 0, id="an-error-of-a-rule-that-is-ignored"),
        pytest.param(NO_EVENT, ("--select", "CTT"), 0, id="an-error-of-a-rule-not-selected"),
        pytest.param(UNUSED, (), 0, id="a-warning"),
        pytest.param(UNUSED, ("--strict",), 1, id="a-warning-strictly"),
        pytest.param(UNUSED, ("--strict", "--ignore", "unused-record"), 0, id="ignored-strictly"),
        pytest.param(UNUSED, ("--strict", "--select", "CTT,CTD"), 0, id="others-selected"),
        pytest.param(UNUSED, ("--strict", "--select", "CTT, CTI113"), 1, id="selected-by-commas"),
        pytest.param({}, ("--strict",), 0, id="nothing-strictly"),
        pytest.param({"ferry/toll.yaml": BAD_DATE}, ("claims/sources",), 0, id="elsewhere"),
    ],
)
def test_errors_fail_and_strictly_everything_fails(
    corpus: Path, ran: Run, files: dict[str, str], args: tuple[str, ...], code: int
) -> None:
    lay(corpus, files)
    assert ran("check", *args).code == code


def test_what_was_not_read_and_not_asked_is_said(corpus: Path, ran: Run) -> None:
    lay(corpus, BROKEN)
    assert ran("check", "--ignore", "CTY") == Ran(
        1,
        "claims/ferry/place.yaml:1:1: CTS102 a claim needs `versions`; add it\n",
        "1 claim, 1 source, 1 speaker, 0 events in 5 files (1 not read whole): 1 error"
        "; 1 finding of reading is ignored (CTY113), and what was not read has not passed"
        f"{UNVERIFIED}; 2 rules not asked since files could not be read whole: CTI113, CTT112\n",
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        pytest.param(("nowhere",), '"nowhere" does not exist; check its name', id="no-such-path"),
        pytest.param(
            ("claims", "claims/nothing.yaml"),
            '"claims/nothing.yaml" does not exist; check its name',
            id="no-such-file-beside-one",
        ),
        pytest.param(
            ("empty",),
            '"empty" holds no corpus: there is no claimtrack.yaml in it, above it or below it; '
            "write one that holds `claimtrack: 1`",
            id="no-corpus",
        ),
        pytest.param(
            ("claims/texts",),
            '"claims/texts" holds nothing to check; name a file or folder of a corpus',
            id="nothing-of-the-corpus",
        ),
        pytest.param(
            ("claims", "claims/texts/report.txt"),
            '"claims/texts/report.txt" holds nothing to check; name a file or folder of a corpus',
            id="a-file-of-another-kind",
        ),
        pytest.param(
            ("--select", "CTX"),
            '"CTX" names no rule; give a code such as "CTI110", how codes begin, or a name',
            id="no-such-rule",
        ),
        pytest.param(
            ("--select", ","),
            "invalid value for '--select': give the code, the beginning of codes, or the name of "
            f"a rule {USAGE}",
            id="no-code",
        ),
        pytest.param(
            ("--select", "CTD101", "--ignore", "CTD"),
            "no rule is left: what is ignored takes away all that is selected",
            id="no-rule-is-left",
        ),
        pytest.param(
            ("--texts", "nowhere"),
            f"invalid value for '--texts': Directory 'nowhere' does not exist {USAGE}",
            id="no-such-folder-of-texts",
        ),
    ],
)
def test_a_fault_of_usage_is_told_in_one_line(
    corpus: Path, ran: Run, args: tuple[str, ...], message: str
) -> None:
    lay(corpus.parent, {"empty/notes.txt": "", "claims/texts/report.txt": "Seven.\n"})
    assert ran("check", *args) == Ran(2, "", f"claimtrack: {message}\n")


def test_a_corpus_without_a_record_has_not_passed(corpus: Path, ran: Run) -> None:
    lay(corpus.parent / "bare", {"claimtrack.yaml": "claimtrack: 1\n", "notes.txt": "x\n"})
    assert ran("check", "bare") == Ran(
        2,
        "",
        'claimtrack: "bare" holds no record, so there is nothing to check: '
        "add one, as with `claimtrack new source ID`\n",
    )
    lay(corpus.parent / "bare", {"claimtrack.yaml": "claimtrack: 1\nowner: me\n"})
    assert ran("check", "bare").code == 1


def test_a_link_is_checked_under_its_own_name(corpus: Path, ran: Run) -> None:
    (corpus / "ferry/also.yaml").symlink_to("toll.yaml")
    assert ran("check", "claims/ferry/also.yaml").out == (
        "claims/ferry/also.yaml:1:1: CTI104 this is a symbolic link, and nothing is read through "
        "one; put the file itself here\n"
    )


def test_in_a_folder_of_a_corpus_that_folder_is_meant(
    corpus: Path, ran: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(corpus, {"ferry/toll.yaml": BAD_DATE})
    monkeypatch.chdir(corpus / "speakers")
    assert ran("check").out == ""
    monkeypatch.chdir(corpus / "ferry")
    assert ran("check").out == DATE_TOLD.removeprefix("claims/ferry/")


def test_files_outside_the_current_folder_are_told_by_their_whole_path(
    corpus: Path, ran: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(corpus, {"ferry/toll.yaml": BAD_DATE})
    monkeypatch.chdir(corpus / "speakers")
    assert ran("check", "..").out == DATE_TOLD.replace("claims", corpus.as_posix())


def test_corpora_are_looked_for_below_but_not_in_hidden_folders_or_in_one_another(
    corpus: Path, ran: Run
) -> None:
    lay(corpus.parent / ".hidden", {**FILES, "ferry/toll.yaml": BAD_DATE})
    assert ran("check") == Ran(0, "", f"{READ}: no findings{UNVERIFIED}\n")
    lay(corpus / "within", {"claimtrack.yaml": "claimtrack: 1\n"})
    assert ran("check").err.startswith(f"{READ.replace('4 files', '5 files')} (1 not read whole)")


def test_what_a_missing_text_keeps_from_being_verified_is_said_apart(
    corpus: Path, ran: Run
) -> None:
    report = FILES["sources/ferry-report.yaml"]
    named = f"{report}text:\n  file: gone.txt\n  sha256: {'0' * 64}\n"
    lay(corpus, {"sources/ferry-report.yaml": named})
    assert ran("check").err.endswith(f"{NOT_THERE}\n")


def test_files_that_are_misnamed_are_counted_as_not_read_wherever_it_is_told(
    corpus: Path, ran: Run
) -> None:
    lay(corpus, {f"ferry/No{number}.yaml": "" for number in range(10)})
    done = ran("check", "-o", "json", "-o", "junit=report.xml")
    assert " in 14 files (10 not read whole)" in done.err
    summary = json.loads(done.out)["summary"]
    assert (summary["files"], summary["unread"]) == (14, 10)
    assert "10 files could not be read whole" in (corpus.parent / "report.xml").read_text()
