"""`claimtrack check --fix`: what it writes, shows and says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli.fixing import write_mended
from claimtrack.corpus.atomic import ChangedFileError
from claimtrack.corpus.corpus import load
from claimtrack.rules.checking import check
from claimtrack.rules.mending import mend
from tests.cli.conftest import FILES, TOLL, Ran, Run, lay

if TYPE_CHECKING:
    from pathlib import Path

REPORT = FILES["sources/ferry-report.yaml"]
#: A source in no canonical layout, with a slip.
WRONG = "type:  report\nsource: What happened to the ferry\npublisher: harbor-office\n"
LAID_OUT = "source: What happened to the ferry\ntype: report\npublisher: harbor-office\n"
PATH = "sources/ferry-report.yaml"
READ = "1 claim, 1 source, 1 speaker, 0 events in 4 files"


def wrong(corpus: Path) -> Path:
    lay(corpus, {PATH: WRONG})
    return corpus / PATH


def test_what_is_safe_is_mended_and_the_rest_told(corpus: Path, ran: Run) -> None:
    path = wrong(corpus)
    done = ran("check", "--fix", "--select", "CTF,CTI110")
    assert path.read_text(encoding="utf-8") == LAID_OUT
    assert done.code == 1
    assert [line.split(": ")[1][:6] for line in done.out.splitlines()] == ["CTI110"]
    first, second = done.err.splitlines()
    assert first == "1 finding mended in 1 file; 1 more could be with --unsafe-fixes"
    assert second.startswith(f"{READ}: 1 error")


@pytest.mark.parametrize("options", [["--unsafe-fixes"], ["--fix", "--unsafe-fixes"]])
def test_with_leave_all_is_mended(corpus: Path, ran: Run, options: list[str]) -> None:
    path = wrong(corpus)
    done = ran("check", *options)
    assert path.read_text(encoding="utf-8") == REPORT
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines()[0] == "2 findings mended in 1 file"
    again = ran("check", *options)
    assert again.err.splitlines()[0] == "0 findings mended"


def test_slips_below_a_slip_are_mended_in_one_run(corpus: Path, ran: Run) -> None:
    slips = {"versions:": "version:", "statement:": "statment:", "stance:": "stanc:"}
    text = TOLL
    for right, slip in slips.items():
        assert f"{right}" in text
        text = text.replace(right, slip)
    lay(corpus, {"ferry/toll.yaml": text})
    done = ran("check", "--unsafe-fixes")
    assert (corpus / "ferry/toll.yaml").read_text(encoding="utf-8") == TOLL
    assert (done.code, done.out) == (0, "")
    assert "could" not in done.err.splitlines()[0]


def test_what_cannot_be_mended_with_leave_is_named(corpus: Path, ran: Run) -> None:
    lay(corpus, {PATH: f"{REPORT}languag: no language\n"})
    for options in (["--unsafe-fixes"], ["--unsafe-fixes", "--diff"]):
        first = ran("check", *options).err.splitlines()[0]
        assert first.endswith("; 1 could not be: CTS101 in claims/sources/ferry-report.yaml:4")
        assert "--unsafe-fixes" not in first
    assert "1 more could be with --unsafe-fixes" in ran("check", "--fix").err


def test_nothing_is_told_to_lack_what_an_unknown_key_may_hold(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/toll.yaml": TOLL.replace("attributions:", "who_said_so:")})
    done = ran("check", corpus / "ferry")
    assert [line.split(": ")[1][:6] for line in done.out.splitlines()] == ["CTS101"]
    wrong_value = TOLL.replace("value: 7", "value: {}")
    lay(corpus, {"ferry/toll.yaml": wrong_value.split("    attributions:")[0]})
    told = [line.split(": ")[1][:6] for line in ran("check", corpus / "ferry").out.splitlines()]
    assert "CTV107" in told
    assert len(told) > 1


def test_a_diff_shows_what_would_change_and_writes_nothing(corpus: Path, ran: Run) -> None:
    path = wrong(corpus)
    done = ran("check", "--fix", "--diff")
    assert path.read_text(encoding="utf-8") == WRONG
    assert (done.code, done.out) == (
        1,
        "--- a/claims/sources/ferry-report.yaml\n"
        "+++ b/claims/sources/ferry-report.yaml\n"
        "@@ -1,3 +1,3 @@\n"
        "-type:  report\n"
        " source: What happened to the ferry\n"
        "+type: report\n"
        " publisher: harbor-office\n",
    )
    assert done.err.splitlines()[0].startswith("1 finding would be mended in 1 file; ")
    more = ran("check", "--diff", "--unsafe-fixes")
    assert "+publisher: harbour-office\n" in more.out
    assert path.read_text(encoding="utf-8") == WRONG


def test_a_clean_corpus_has_nothing_to_mend(corpus: Path, ran: Run) -> None:
    before = {path: path.read_bytes() for path in corpus.rglob("*.yaml")}
    for options in (["--fix"], ["--unsafe-fixes"], ["--diff"]):
        done = ran("check", *options)
        assert (done.code, done.out) == (0, "")
        assert done.err.splitlines()[0] == "0 findings mended" if "--diff" not in options else True
    assert {path: path.read_bytes() for path in corpus.rglob("*.yaml")} == before


def test_only_the_files_that_are_named_are_mended(corpus: Path, ran: Run) -> None:
    wrong(corpus)
    lay(corpus, {"ferry/toll.yaml": TOLL.replace("kind: numerical", "kind:  numerical")})
    ran("check", "--fix", corpus / "ferry")
    assert (corpus / "ferry/toll.yaml").read_text(encoding="utf-8") == TOLL
    assert (corpus / PATH).read_text(encoding="utf-8") == WRONG


def test_json_says_of_each_finding_whether_it_can_be_mended(corpus: Path, ran: Run) -> None:
    wrong(corpus)
    lay(corpus, {"ferry/toll.yaml": TOLL.replace("speaker: harbour-office", "speaker: nobody")})
    told = json.loads(ran("check", "--select", "CTF,CTI110", "--format", "json").out)["findings"]
    assert [(item["code"], item["fix"]) for item in told] == [
        ("CTI110", None),
        ("CTF101", "safe"),
        ("CTI110", "unsafe"),
    ]


@pytest.mark.parametrize("option", ["--fix", "--unsafe-fixes", "--diff"])
def test_no_baseline_is_written_of_what_is_mended(corpus: Path, ran: Run, option: str) -> None:
    path = wrong(corpus)
    assert ran("check", option, "--write-baseline", "--baseline", "known.json") == Ran(
        2,
        "",
        "claimtrack: `--write-baseline` takes in what is found in the files as they are: "
        "leave `--fix`, `--unsafe-fixes` and `--diff` out\n",
    )
    assert path.read_text(encoding="utf-8") == WRONG
    assert not (corpus.parent / "known.json").exists()


@pytest.mark.parametrize("form", ["json", "json=out.json"])
def test_a_diff_takes_no_format(ran: Run, form: str) -> None:
    assert ran("check", "--diff", "-o", form) == Ran(
        2, "", "claimtrack: `--diff` shows what would change in place of findings: leave `-o` out\n"
    )


def test_nothing_is_mended_where_not_all_can_be_checked(corpus: Path, ran: Run) -> None:
    path = wrong(corpus)
    lay(corpus.parent / "other", {"claimtrack.yaml": "claimtrack: 1\n"})
    done = ran("check", "--fix", "claims", "other")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith('claimtrack: "other" holds no record')
    assert path.read_text(encoding="utf-8") == WRONG


def test_what_was_mended_is_told_where_another_corpus_cannot_be(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = wrong(corpus)
    lay(corpus.parent / "other", {**FILES, PATH: WRONG})
    found = [mend(load(folder), check) for folder in (corpus, corpus.parent / "other")]
    (corpus.parent / "other" / PATH).write_text("source: Another\n", encoding="utf-8")
    with pytest.raises(ChangedFileError):
        write_mended(found)
    assert path.read_text(encoding="utf-8") == LAID_OUT
    assert capsys.readouterr().err.startswith("1 finding mended in 1 file; ")


def test_a_change_is_not_mended(ran: Run) -> None:
    assert ran("check", "--since", "HEAD", "--fix") == Ran(
        2, "", "claimtrack: `--fix` mends files as they are: leave `--since` out\n"
    )


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("CTF101", "CTF101 not-canonical (warning, mended by `check --fix`)\n"),
        (
            "CTS104",
            "CTS104 unknown-word (error, mended by `check --unsafe-fixes` where it has one right "
            "answer)\n",
        ),
        ("CTN104", "CTN104 anonymous-without-note (error)\n"),
    ],
)
def test_a_rule_says_whether_it_can_be_mended(ran: Run, code: str, told: str) -> None:
    assert ran("rule", code).out.startswith(told)
