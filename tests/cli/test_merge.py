"""`claimtrack merge`: what it prints or writes, and the code that it ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import TOLL, Ran, Run, lay

if TYPE_CHECKING:
    from pathlib import Path

OURS = TOLL.replace("unit: people killed\n", "unit: people killed\nexclusive: true\n")
THEIRS = TOLL.replace("        cue: counted\n", "        cue: tallied\n")
OTHER = TOLL.replace("        cue: counted\n", "        cue: numbered\n")
CUE = (
    '"versions / seven / attributions / harbour-office, ferry-report, asserts / cue" was changed in '
    "two ways"
)
MARKED = TOLL.replace(
    "        cue: counted\n",
    "<<<<<<< ours\n        cue: tallied\n=======\n        cue: numbered\n>>>>>>> theirs\n",
)
SIDES = ("base.yaml", "ours.yaml", "theirs.yaml")


@pytest.fixture
def sides(corpus: Path) -> Path:
    lay(corpus.parent, dict(zip(SIDES, (TOLL, OURS, THEIRS), strict=True)))
    return corpus.parent


@pytest.fixture
def conflict(corpus: Path) -> Path:
    lay(corpus.parent, dict(zip(SIDES, (TOLL, THEIRS, OTHER), strict=True)))
    return corpus.parent


def test_the_merged_text_goes_to_standard_output(sides: Path, ran: Run) -> None:
    both = OURS.replace("cue: counted", "cue: tallied")
    assert ran("merge", *SIDES) == Ran(0, both, "")
    assert (sides / "ours.yaml").read_text() == OURS


def test_with_write_it_takes_the_place_of_ours(sides: Path, ran: Run) -> None:
    assert ran("merge", *SIDES, "--write") == Ran(0, "", "")
    assert (sides / "ours.yaml").read_text() == OURS.replace("cue: counted", "cue: tallied")


def test_conflicts_are_told_and_stand_in_the_text(conflict: Path, ran: Run) -> None:
    assert ran("merge", *SIDES) == Ran(1, MARKED, f"ours.yaml: {CUE}\n")
    assert (conflict / "ours.yaml").read_text() == THEIRS


def test_for_git_the_outcome_is_a_word(sides: Path, ran: Run) -> None:
    assert ran("merge", "--driver", "--path=a.yaml", *SIDES) == Ran(0, "clean\n", "")
    (sides / "theirs.yaml").write_text(OTHER)
    (sides / "ours.yaml").write_text(THEIRS)
    assert ran("merge", "--driver", "--path=a.yaml", *SIDES) == Ran(
        1, "conflict\n", f"a.yaml: {CUE}\n"
    )
    assert (sides / "ours.yaml").read_text() == MARKED


BASE_TOO = "||||||| 123abc\n        cue: counted\n======="


@pytest.mark.parametrize(
    ("options", "marks"),
    [
        pytest.param((), ("<<<<<<< ours", "=======", ">>>>>>> theirs"), id="none"),
        pytest.param(
            ("--ours-label=%X", "--theirs-label="),
            ("<<<<<<< ours", "=======", ">>>>>>> theirs"),
            id="old-git",
        ),
        pytest.param(
            ("--ours-label=HEAD", "--theirs-label=a\nside", "--marker-size=3"),
            ("<<< HEAD", "===", ">>> a side"),
            id="labels-and-size",
        ),
        pytest.param(
            ("--style=zdiff3", "--base-label=123abc"),
            ("<<<<<<< ours", BASE_TOO, ">>>>>>> theirs"),
            id="base",
        ),
    ],
)
def test_markers_look_as_git_asks(
    conflict: Path, ran: Run, options: tuple[str, ...], marks: tuple[str, str, str]
) -> None:
    assert conflict.is_dir()
    done = ran("merge", *SIDES, *options)
    begin, between, end = marks
    block = f"{begin}\n        cue: tallied\n{between}\n        cue: numbered\n{end}\n"
    assert done.out == TOLL.replace("        cue: counted\n", block)


def test_an_empty_base_is_a_file_that_both_added(sides: Path, ran: Run) -> None:
    (sides / "base.yaml").write_text("")
    assert ran("merge", "base.yaml", "ours.yaml", "ours.yaml") == Ran(0, OURS, "")
    assert ran("merge", "/dev/null", "ours.yaml", "ours.yaml") == Ran(0, OURS, "")


WHY = "merged line by line; theirs, line 1: `[` is not closed by `]`: add it, or a comma between"


def test_what_is_no_yaml_is_merged_line_by_line(sides: Path, ran: Run) -> None:
    (sides / "theirs.yaml").write_text(TOLL.replace("claim: How", "claim: [How"))
    done = ran("merge", *SIDES)
    assert done == Ran(0, OURS.replace("claim: How", "claim: [How"), f"ours.yaml: {WHY}\n")


@pytest.mark.parametrize("path", ["", ":claims/a.yaml"])
def test_a_merge_that_git_makes_up_is_not_told_of(conflict: Path, ran: Run, path: str) -> None:
    assert conflict.is_dir()
    ours, theirs = (
        f"--{side}-label=Temporary merge branch {number}{path}"
        for side, number in (("ours", 1), ("theirs", 2))
    )
    assert ran("merge", *SIDES, ours, theirs).err == ""
    assert ran("merge", *SIDES, ours).err == f"ours.yaml: {CUE}\n"


def test_lines_in_conflict_are_marked_the_same_way(sides: Path, ran: Run) -> None:
    lay(sides, dict(zip(SIDES, ("a: [\n", "b: [\n", "c: [\n"), strict=True)))
    done = ran("merge", *SIDES, "--style=diff3", "--ours-label=HEAD", "--marker-size=9")
    assert done.code == 1
    marks = [
        f"{'<' * 9} HEAD",
        "b: [",
        f"{'|' * 9} base",
        "a: [",
        "=" * 9,
        "c: [",
        f"{'>' * 9} theirs",
    ]
    assert done.out.splitlines() == marks


@pytest.mark.parametrize(
    ("args", "told"),
    [
        pytest.param(("a.yaml", "ours.yaml", "theirs.yaml"), '"a.yaml" does not exist: check its name', id="missing"),
        pytest.param(
            ("base.yaml", "claims", "theirs.yaml"), '"claims" is a folder: name a file in it', id="folder"
        ),
        pytest.param(("base.yaml", "ours.yaml", "."), '"." is a folder: name a file in it', id="this-folder"),
        pytest.param(("base.yaml", "ours.yaml", ".."), '".." is a folder: name a file in it', id="folder-above"),
        pytest.param(
            (*SIDES, "--marker-size=0"),
            "invalid value for '--marker-size': 0 is not in the range 1<=x<=1000 (see `claimtrack merge --help`)",
            id="size",
        ),
    ],
)  # fmt: skip
def test_a_fault_of_usage_is_told_and_nothing_written(
    sides: Path, ran: Run, args: tuple[str, ...], told: str
) -> None:
    assert ran("merge", *args, "--write") == Ran(2, "", f"claimtrack: {told}\n")
    assert (sides / "ours.yaml").read_text() == OURS


def test_bytes_that_git_does_not_merge_are_a_fault(sides: Path, ran: Run) -> None:
    (sides / "theirs.yaml").write_bytes(b"\0\1")
    done = ran("merge", *SIDES, "--write")
    assert done.code == 2
    assert done.err == "claimtrack: `git merge-file` failed: Cannot merge binary files: theirs\n"
    assert (sides / "ours.yaml").read_text() == OURS


def test_the_id_is_that_of_the_path_in_its_corpus(sides: Path, ran: Run) -> None:
    more = "  six:\n    statement: Six.\n    attributions:\n      - speaker: a\n        stance: asserts\n        source: b\n        cue: c\n"
    base = TOLL.rstrip("\n") + "\n\n" + more
    gone = TOLL
    share = base.replace("    value: 7\n", "    value: 7\n    relative_to: ferry/toll#six\n")
    lay(sides, dict(zip(SIDES, (base, gone, share), strict=True)))
    assert ran("merge", *SIDES, "--path=claims/ferry/toll.yaml").code == 1
    assert ran("merge", *SIDES, "--path=claims/ferry/other.yaml").code == 0
    assert ran("merge", *SIDES, "--path=claims/Ferry.yaml").code == 0
