"""`claimtrack format`: which files it changes, what it prints, and the code that it ends with."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from claimtrack.text.format import Formatted, FormatterBug
from claimtrack.text.format import format as right
from tests.cli.conftest import Ran, Run, finished, lay

LOOSE = "kind:   person\nspeaker:    Mira"
TIDY = "speaker: Mira\nkind: person\n"
DIFF = """\
--- a/{name}
+++ b/{name}
@@ -1,2 +1,2 @@
-kind:   person
-speaker:    Mira
\\ No newline at end of file
+speaker: Mira
+kind: person
"""
BROKEN = "claim: Where?\nclaim: Here\n"
BROKEN_TOLD = "2:1: CTY113 the key `claim` stands on line 1 already: keep one of them\n"


def test_canonical_files_are_left_alone(corpus: Path, ran: Run) -> None:
    before = (corpus / "ferry/toll.yaml").stat()
    assert ran("format") == Ran(0, "", "0 files formatted, 4 left alone\n")
    after = (corpus / "ferry/toll.yaml").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_is_rewritten_in_place_and_named(corpus: Path, ran: Run) -> None:
    lay(corpus, {"speakers/mira.yaml": LOOSE})
    (corpus / "speakers/mira.yaml").chmod(0o640)
    done = ran("format", "claims")
    assert done == Ran(0, "claims/speakers/mira.yaml\n", "1 file formatted, 4 left alone\n")
    assert (corpus / "speakers/mira.yaml").read_bytes() == TIDY.encode()
    assert stat.S_IMODE((corpus / "speakers/mira.yaml").stat().st_mode) == 0o640
    assert ran("format", "claims") == Ran(0, "", "0 files formatted, 5 left alone\n")


@pytest.mark.parametrize(
    ("option", "out"),
    [
        pytest.param("--check", "claims/speakers/mira.yaml\n", id="check"),
        pytest.param("--diff", DIFF.format(name="claims/speakers/mira.yaml"), id="diff"),
    ],
)
def test_what_would_change_is_shown_and_not_written(
    corpus: Path, ran: Run, option: str, out: str
) -> None:
    lay(corpus, {"speakers/mira.yaml": LOOSE})
    assert ran("format", option) == Ran(1, out, "1 file would be formatted, 4 left alone\n")
    assert (corpus / "speakers/mira.yaml").read_bytes() == LOOSE.encode()
    lay(corpus, {"speakers/mira.yaml": TIDY})
    assert ran("format", option) == Ran(0, "", "0 files would be formatted, 5 left alone\n")


def test_the_manifest_is_formatted_and_its_texts_are_not(corpus: Path, ran: Run) -> None:
    lay(corpus, {"claimtrack.yaml": "texts: [texts]\nclaimtrack: '1'\n", "texts/a.yaml": LOOSE})
    assert ran("format").out == "claims/claimtrack.yaml\n"
    assert (corpus / "claimtrack.yaml").read_text() == "claimtrack: 1\ntexts: [texts]\n"
    assert (corpus / "texts/a.yaml").read_text() == LOOSE


def test_without_a_readable_manifest_every_folder_is_formatted(corpus: Path, ran: Run) -> None:
    lay(corpus, {"claimtrack.yaml": "- 1\n", "texts/a.yaml": LOOSE})
    done = ran("format")
    assert (done.code, done.out) == (1, "claims/texts/a.yaml\n")
    (corpus / "claimtrack.yaml").unlink()
    (corpus / "claimtrack.yaml").write_bytes(b"#" * 300_000)
    assert ran("format").out == ""


@pytest.mark.parametrize(
    ("paths", "out", "rest"),
    [
        pytest.param(("claims/speakers",), "claims/speakers/mira.yaml\n", 1, id="a-folder"),
        pytest.param(("claims/speakers/mira.yaml",), "claims/speakers/mira.yaml\n", 0, id="a-file"),
        pytest.param(
            ("claims/speakers/mira.yaml", "claims/speakers"),
            "claims/speakers/mira.yaml\n",
            1,
            id="both",
        ),
        pytest.param(("claims/ferry",), "", 1, id="another-folder"),
    ],
)
def test_paths_limit_what_is_formatted(
    corpus: Path, ran: Run, paths: tuple[str, ...], out: str, rest: int
) -> None:
    lay(corpus, {"speakers/mira.yaml": LOOSE})
    count = "1 file" if out else "0 files"
    assert ran("format", *paths) == Ran(0, out, f"{count} formatted, {rest} left alone\n")


def test_a_file_in_no_corpus_is_told_and_left_alone(corpus: Path, ran: Run) -> None:
    lay(corpus, {"speakers/mira.yaml": LOOSE, "../k8s/claims/volume.yaml": LOOSE})
    told = 'claimtrack: "k8s/claims/volume.yaml" lies in no corpus and is left alone\n'
    for given in ((), ("--check",), ("--diff",)):
        done = ran("format", "k8s/claims/volume.yaml", *given)
        assert (done.code, done.out) == (0, "")
        assert done.err.startswith(f"{told}0 files ")
    assert ran("format", "k8s/claims/volume.yaml", "claims/speakers/mira.yaml") == Ran(
        0, "claims/speakers/mira.yaml\n", f"{told}1 file formatted, 0 left alone\n"
    )
    assert (corpus.parent / "k8s/claims/volume.yaml").read_text() == LOOSE


def test_files_that_cannot_be_read_are_told_and_left_alone(corpus: Path, ran: Run) -> None:
    lay(corpus, {"ferry/place.yaml": BROKEN, "ferry/bytes.yaml": "claim: \udcff\n", "Odd.yaml": ""})
    assert ran("format") == Ran(
        1,
        "",
        'claims/Odd.yaml:1:1: CTI102 "Odd" is no id: write lower-case ASCII letters, digits and '
        "single hyphens, beginning with a letter, as `odd`; rename the file\n"
        "claims/ferry/bytes.yaml:1:8: CTY102 the bytes 0xFF are not UTF-8: save the file as UTF-8\n"
        f"claims/ferry/place.yaml:{BROKEN_TOLD}"
        "0 files formatted, 4 left alone, 3 could not be formatted\n",
    )
    assert (corpus / "ferry/place.yaml").read_text() == BROKEN


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("nowhere", '"nowhere" does not exist; check its name', id="no-such-path"),
        pytest.param(
            "notes.txt",
            '"notes.txt" holds nothing to format; name a file or folder of a corpus',
            id="another-kind-of-file",
        ),
        pytest.param(
            "claims/texts",
            '"claims/texts" holds nothing to format; name a file or folder of a corpus',
            id="nothing-of-the-corpus",
        ),
        pytest.param(
            "empty",
            '"empty" holds no corpus: there is no claimtrack.yaml in it, above it or below it; '
            "write one that holds `claimtrack: 1`",
            id="no-corpus",
        ),
    ],
)
def test_a_path_without_anything_to_format_is_told(
    corpus: Path, ran: Run, path: str, message: str
) -> None:
    lay(corpus.parent, {"notes.txt": "", "empty/a.yaml": "", "claims/texts/report.txt": ""})
    assert ran("format", path) == Ran(2, "", f"claimtrack: {message}\n")


def test_a_link_is_not_written_through(corpus: Path, ran: Run) -> None:
    lay(corpus, {"../alone.yaml": LOOSE})
    (corpus / "ferry/linked.yaml").symlink_to("../../alone.yaml")
    message = '"claims/ferry/linked.yaml" is a symbolic link: put the file or folder itself there'
    assert ran("format", "claims/ferry/linked.yaml") == Ran(
        2,
        "",
        f"claimtrack: {message}\n0 files formatted, 0 left alone, 1 could not be formatted\n",
    )
    assert Path("alone.yaml").read_text() == LOOSE


def test_where_the_formatter_errs_the_file_is_kept_and_the_others_are_not(
    corpus: Path, ran: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(corpus, {"speakers/mira.yaml": LOOSE, "speakers/other.yaml": LOOSE + "2"})
    difference = '"Mira" at `speaker`'

    def wrong_for_mira(text: str) -> Formatted:
        if text == LOOSE:
            raise FormatterBug(difference)
        return right(text)

    monkeypatch.setattr("claimtrack.cli.layouts.formatted", wrong_for_mira)
    assert ran("format") == Ran(
        2,
        "claims/speakers/other.yaml\n",
        'claimtrack: "claims/speakers/mira.yaml": the file is kept as it is, since its new layout '
        'would change it: "Mira" at `speaker`; this is a bug of claimtrack, please report it with '
        "the file\n1 file formatted, 4 left alone, 1 could not be formatted\n",
    )
    assert (corpus / "speakers/mira.yaml").read_text() == LOOSE


@pytest.mark.parametrize(
    ("options", "stdin", "expected"),
    [
        pytest.param((), LOOSE, Ran(0, TIDY, ""), id="another-layout"),
        pytest.param((), TIDY, Ran(0, TIDY, ""), id="the-canonical-layout"),
        pytest.param((), BROKEN, Ran(1, "", f"<stdin>:{BROKEN_TOLD}"), id="no-yaml"),
        pytest.param(("--check",), LOOSE, Ran(1, "<stdin>\n", ""), id="check"),
        pytest.param(("--check",), TIDY, Ran(0, "", ""), id="check-canonical"),
        pytest.param(("--diff",), LOOSE, Ran(1, DIFF.format(name="<stdin>"), ""), id="diff"),
        pytest.param(
            (),
            "a" * (256 * 1024 + 1),
            Ran(
                1,
                "",
                "<stdin>:1:1: CTY116 the file has 262,145 bytes, the limit is 262,144: "
                "split the record\n",
            ),
            id="too-large",
        ),
    ],
)
def test_standard_input_goes_to_standard_output(
    options: tuple[str, ...], stdin: str, expected: Ran
) -> None:
    assert finished("format", *options, "-", stdin=stdin.encode()) == expected


def test_standard_input_goes_with_no_other_path(ran: Run) -> None:
    message = "`-` stands for standard input and goes with no other path"
    told = f"claimtrack: {message} (see `claimtrack format --help`)\n"
    assert ran("format", "-", "claims") == Ran(2, "", told)


def test_a_diff_parts_lines_as_git_does(corpus: Path, ran: Run) -> None:
    lay(corpus, {"speakers/mira.yaml": 'speaker: "a\u2028b"\nkind:  person\n'})
    assert ran("format", "--diff").out == (
        "--- a/claims/speakers/mira.yaml\n+++ b/claims/speakers/mira.yaml\n@@ -1,2 +1,2 @@\n"
        '-speaker: "a\\u2028b"\n-kind:  person\n+speaker: "a\\Lb"\n+kind: person\n'
    )


def test_a_byte_order_mark_is_told_and_kept(corpus: Path, ran: Run) -> None:
    lay(corpus, {"speakers/mira.yaml": f"\ufeff{LOOSE}"})
    assert ran("format").code == 1
    assert (corpus / "speakers/mira.yaml").read_text() == f"\ufeff{LOOSE}"


def test_a_diff_keeps_the_tabs_that_a_patch_needs(corpus: Path, ran: Run) -> None:
    lay(corpus, {"speakers/mira.yaml": f"# a\tb\n{TIDY}\n"})
    assert "\n # a\tb\n" in ran("format", "--diff").out
