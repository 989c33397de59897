"""Where the forms of a check go, and what cannot be asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimtrack.cli.check import command
from tests.cli.conftest import BAD_DATE, FILES, Ran, Run, lay

USAGE = "(see `claimtrack check --help`)"
FORMS = "full, concise, json, github, gitlab, sarif, junit"


@pytest.fixture
def faulty(corpus: Path) -> Path:
    lay(corpus, {"ferry/toll.yaml": BAD_DATE})
    return corpus


@pytest.mark.usefixtures("faulty")
def test_a_file_is_written_besides_what_is_printed(ran: Run) -> None:
    plain, json_alone = ran("check"), ran("check", "--format", "json")
    done = ran("check", "-o", "json=report.json")
    assert done == plain
    assert Path("report.json").read_text(encoding="ascii") == json_alone.out


@pytest.mark.usefixtures("faulty")
def test_several_forms_go_their_ways_at_once(ran: Run) -> None:
    asked = ("-o", "json=a.json", "-o", "json", "-o", "junit=b.xml", "-o", "concise=c=d.txt")
    done = ran("check", *asked)
    assert done.code == 1
    assert json.loads(done.out) == json.loads(Path("a.json").read_text(encoding="ascii"))
    assert Path("b.xml").read_text(encoding="ascii").startswith("<?xml")
    assert Path("c=d.txt").read_text(encoding="utf-8") == ran("check", "-o", "concise").out


def test_a_clean_check_writes_its_files_too_over_those_of_before(corpus: Path, ran: Run) -> None:
    Path("old.json").write_text("x" * 5000, encoding="ascii")
    assert ran("check", "-o", "gitlab=old.json").code == 0
    assert json.loads(Path("old.json").read_text(encoding="ascii")) == []
    assert sorted(path.name for path in corpus.parent.iterdir()) == ["claims", "old.json"]


def test_what_cannot_be_seen_in_a_file_of_lines_is_an_escape(corpus: Path, ran: Run) -> None:
    lay(corpus, {"speakers/\x1b[2Ja.yaml": "speaker: A\n"})
    ran("check", "-o", "concise=lines.txt")
    assert "\x1b" not in Path("lines.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        pytest.param(("sariv",), '"sariv" is no format, did you mean "sarif"?', id="misspelt"),
        pytest.param(("yaml",), f'"yaml" is no format; the formats are {FORMS}', id="unknown"),
        pytest.param(
            ("=x",), f'"" is no format; the formats are {FORMS}', id="a-file-without-a-form"
        ),
        pytest.param(
            ("json", "sarif"),
            "only one format can be printed; send the others to files, as FORMAT=FILE",
            id="two-printed",
        ),
        pytest.param(
            ("json=x", "sarif=./x"),
            'two formats go to "x"; give each a file of its own',
            id="one-file-for-two",
        ),
        pytest.param(
            ("json=-",), "name a file after `json=`, or print with `json` alone", id="a-dash"
        ),
        pytest.param(
            ("json=",), "name a file after `json=`, or print with `json` alone", id="none"
        ),
        pytest.param(
            ("json=claims",),
            '"claims" is a folder, or in none; name a file in a folder',
            id="folder",
        ),
        pytest.param(
            ("json=no/x",),
            '"no/x" is a folder, or in none; name a file in a folder',
            id="no-folder",
        ),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is_read(
    ran: Run, asked: tuple[str, ...], message: str
) -> None:
    given = [part for one in asked for part in ("-o", one)]
    told = f"claimtrack: invalid value for '-o' / '--format': {message} {USAGE}\n"
    assert ran("check", "nowhere", *given) == Ran(2, "", told)


@pytest.mark.usefixtures("faulty")
def test_nothing_is_written_through_a_link(ran: Run) -> None:
    Path("kept.txt").write_text("kept", encoding="ascii")
    Path("link").symlink_to("kept.txt")
    told = 'claimtrack: "link" is a symbolic link: put the file or folder itself there\n'
    assert ran("check", "-o", "json=link") == Ran(2, "", told)
    assert Path("kept.txt").read_text(encoding="ascii") == "kept"


def test_a_shell_completes_the_forms() -> None:
    option = next(one for one in command.params if one.name == "destinations")
    with command.make_context("check", []) as context:
        assert [item.value for item in option.shell_complete(context, "s")] == ["sarif"]


@pytest.mark.parametrize(
    "name",
    [
        "claims/ferry/toll.yaml",
        "claims/report.yml",
        "claims/ferry/REPORT.YAML",
        "claimtrack.yaml",
        "shown/report.yaml",
    ],
)
def test_no_report_takes_the_place_of_a_record(corpus: Path, ran: Run, name: str) -> None:
    (corpus.parent / "shown").symlink_to("claims/ferry")
    done = ran("check", "-o", f"junit={name}")
    assert (done.code, done.out) == (2, "")
    assert f'"{name}" would be a file of the corpus; name another file' in done.err
    assert (corpus / "ferry/toll.yaml").read_text(encoding="utf-8") == FILES["ferry/toll.yaml"]
    assert not Path("claimtrack.yaml").exists()


@pytest.mark.usefixtures("corpus")
def test_a_report_may_lie_beside_records_and_be_yaml_elsewhere(ran: Run) -> None:
    assert ran("check", "-o", "junit=claims/report.xml", "-o", "json=report.yaml").code == 0
