"""The GitHub Action and the workflows: what they may do, and what their steps do."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from attrs import frozen
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from claimtrack.report.harmless import harmless
from tests.cli.conftest import BAD_DATE, FILES, TOLL
from tests.hosts import HOSTILE
from tests.repositories import Repo, isolate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

GITHUB = Path(__file__).parent.parent / ".github"
WORKFLOWS = sorted(GITHUB.glob("workflows/*.yml"))
ACTIONS = sorted(GITHUB.glob("actions/*/action.yml"))
#: This repository's own, at the commit of the workflow.
OURS = tuple(f"$/.github/actions/{file.parent.name}" for file in ACTIONS)
#: An action of somebody else, at one commit for good.
PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40}")


def loaded(file: Path) -> dict[str, object]:
    return cast("dict[str, object]", YAML(typ="safe").load(file))


def nodes(node: object) -> Iterator[dict[str, object]]:
    """Yield every mapping in a file."""
    if isinstance(node, dict):
        yield cast("dict[str, object]", node)
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from nodes(part)


def steps(file: Path) -> list[dict[str, object]]:
    return [node for node in nodes(loaded(file)) if {"run", "uses"} & node.keys()]


@pytest.mark.parametrize("file", [*WORKFLOWS, *ACTIONS], ids=lambda file: file.parent.name)
def test_files_are_as_github_describes_them(file: Path) -> None:
    kind = "github-actions" if file in ACTIONS else "github-workflows"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{kind}"]
    done = subprocess.run([*command, file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", [*WORKFLOWS, *ACTIONS], ids=lambda file: file.parent.name)
def test_no_step_runs_what_an_event_holds_or_what_may_change(file: Path) -> None:
    for step in steps(file):
        assert "${{" not in str(step.get("run", ""))
        used = str(step.get("uses", ""))
        assert used in ("", *OURS) or PINNED.fullmatch(used)
        if used.startswith("actions/checkout@"):
            options = cast("dict[str, object]", step["with"])
            assert options["persist-credentials"] is False
            assert "ref" not in options


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_workflows_have_no_right_that_a_job_does_not_name(file: Path) -> None:
    workflow = loaded(file)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in file.read_text(encoding="utf-8")
    for job in cast("dict[str, dict[str, object]]", workflow["jobs"]).values():
        rights = cast("dict[str, str]", job["permissions"])
        writing = {name for name, right in rights.items() if right != "read"}
        assert writing == ({"pull-requests"} if file.name == "comment.yml" else set())


@frozen
class Ran:
    code: int
    told: str


@frozen
class Runner:
    """What a step runs in: a checkout, a folder of its own, and the programs on its path."""

    checkout: Path
    temp: Path
    programs: Path

    def program(self, name: str, script: str) -> None:
        path = self.programs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, action: str, step: str, env: Mapping[str, str]) -> Ran:
        (found,) = [one for one in steps(GITHUB / action) if one.get("name") == step]
        given = cast("dict[str, str]", found["env"])
        assert env.keys() <= given.keys() | {
            "GITHUB_STEP_SUMMARY",
            "GITHUB_OUTPUT",
            "GITHUB_ACTIONS",
        }
        constants = {name: value for name, value in given.items() if "${{" not in value}
        around = {
            "PATH": f"{self.programs}{os.pathsep}{os.environ['PATH']}",
            "HOME": os.environ["HOME"],
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_REPOSITORY": "them/claims",
            "GITHUB_ACTION_PATH": str((GITHUB / action).parent),
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", cast("str", found["run"])],
            cwd=self.checkout,
            env={**around, **dict.fromkeys(given, ""), **constants, **env},
            capture_output=True,
            text=True,
            check=False,
        )
        return Ran(done.returncode, done.stdout + done.stderr)


CHECK = "actions/check/action.yml"
COMMENT = "actions/comment/action.yml"


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    isolate(monkeypatch, tmp_path / "home")
    made = Runner(tmp_path / "checkout", tmp_path / "temp dir", tmp_path / "bin")
    for folder in (made.checkout, made.temp, made.programs):
        folder.mkdir()
    return made


@pytest.fixture
def installed(runner: Runner) -> Runner:
    """A runner on which claimtrack is installed, with a repository checked out."""
    root = Path(__file__).parent.parent
    call = (
        f'PYTHONPATH={shlex.quote(str(root))} exec {shlex.quote(sys.executable)} -m claimtrack "$@"'
    )
    runner.program(f"{runner.temp}/claimtrack/bin/claimtrack", call)
    files = {f"claims/{name}": text for name, text in FILES.items()}
    Repo.init(runner.checkout).commit(files, "Begin")
    return runner


def test_what_lies_in_the_checkout_is_not_run_by_the_installation(runner: Runner) -> None:
    for name in ("venv.py", "pip.py", "ensurepip.py", "site.py", "encodings.py"):
        (runner.checkout / name).write_text("open('run', 'w')\n", encoding="utf-8")
    runner.program("python3", f'echo "$@"\n{shlex.quote(sys.executable)} -I -c "import venv, pip"')
    runner.program(f"{runner.temp}/claimtrack/bin/python", 'echo "$@"')
    done = runner.run(CHECK, "Install claimtrack", {})
    assert done.code == 0, done.told
    first, second = done.told.splitlines()
    assert first == f"-I -m venv {runner.temp}/claimtrack"
    assert second.startswith("-I -m pip install ")
    assert Path(second.rpartition(" ")[2], "pyproject.toml").is_file()
    assert not (runner.checkout / "run").exists()


@pytest.mark.parametrize(
    ("version", "code"),
    [
        pytest.param("1.2.0rc1", 0, id="a-version"),
        pytest.param("1.0 evil", 2, id="two-packages"),
        pytest.param("1.0@https://example.org/x.whl", 2, id="an-address"),
        pytest.param("$(touch run)", 2, id="a-command"),
        pytest.param("1\n--index-url=x", 2, id="an-option"),
    ],
)
def test_only_a_version_is_installed(runner: Runner, version: str, code: int) -> None:
    runner.program("python3", "true")
    runner.program(f"{runner.temp}/claimtrack/bin/python", 'echo "$@"')
    done = runner.run(CHECK, "Install claimtrack", {"VERSION": version})
    assert done.code == code
    assert (f"claimtrack=={version}" in done.told) is (code == 0)
    assert not (runner.checkout / "run").exists()


def test_a_check_annotates_writes_its_file_and_fails(installed: Runner) -> None:
    (installed.checkout / "claims/ferry/toll.yaml").write_text(BAD_DATE, encoding="utf-8")
    done = installed.run(
        CHECK, "Check claims", {"SARIF": "out file.sarif", "GITHUB_ACTIONS": "true"}
    )
    assert done.code == 1
    assert "::error file=claims/ferry/toll.yaml,line=13," in done.told
    assert (installed.checkout / "out file.sarif").is_file()


def test_arguments_and_paths_are_one_a_line_and_run_nothing(runner: Runner) -> None:
    runner.program(f"{runner.temp}/claimtrack/bin/claimtrack", "printf '<%s>' \"$@\"")
    done = runner.run(
        CHECK,
        "Check claims",
        {
            "GIVEN_PATHS": "my claims\n\n--help\n",
            "GIVEN_ARGUMENTS": "--ignore\nCTF $(touch run); touch run\n*\n",
            "BASE": "0" * 40,
        },
    )
    assert done == Ran(
        0,
        f"<check><--format><github><--since><{'0' * 40}...><--ignore>"
        "<CTF $(touch run); touch run><*><--><my claims><--help>",
    )
    assert not (runner.checkout / "run").exists()


def test_a_pull_request_starts_from_the_base_of_the_merge_that_is_checked(
    installed: Runner,
) -> None:
    repo = Repo(installed.checkout)
    told = repo.git("rev-parse", "HEAD")
    repo.git("checkout", "--quiet", "-b", "topic")
    head = repo.commit({"topic.txt": "x"})
    repo.git("checkout", "--quiet", "main")
    later = repo.commit({"later.txt": "x"})
    output = installed.temp / "output"
    env = {"BASE": told, "HEAD": head, "GITHUB_OUTPUT": str(output)}
    repo.git("merge", "--quiet", "--no-ff", "-m", "Merge", "topic")
    assert installed.run(CHECK, "Find what a pull request starts from", env).code == 0
    repo.git("checkout", "--quiet", "topic")
    assert installed.run(CHECK, "Find what a pull request starts from", env).code == 0
    shutil.rmtree(installed.checkout / ".git")
    installed.run(CHECK, "Find what a pull request starts from", env)
    assert output.read_text().split() == [f"commit={later}", f"commit={told}", f"commit={told}"]


def test_a_pull_request_is_judged_by_what_it_changes(installed: Runner) -> None:
    repo = Repo(installed.checkout)
    repo.commit({"claims/speakers/idle.yaml": "speaker: Idle\nkind: person\nroles: 7\n"}, "Err")
    base = repo.git("rev-parse", "HEAD")
    repo.commit({"claims/speakers/other.yaml": "speaker: Other\nkind: person\nroles: 7\n"})
    done = installed.run(CHECK, "Check claims", {"BASE": base})
    assert done.code == 1
    assert "claims/speakers/other.yaml,line=3" in done.told
    assert "idle.yaml" not in done.told


def test_what_a_pull_request_changes_is_told_and_may_be_a_comment(
    installed: Runner, host: Host
) -> None:
    repo = Repo(installed.checkout)
    base = repo.git("rev-parse", "HEAD")
    edited = TOLL.replace("Seven people died.", "'@octocat: https://example.org <b> [x](y)'")
    repo.commit({"claims/ferry/toll.yaml": edited, "claims/speakers/bad.yaml": "speaker: ["})
    summary = installed.temp / "summary.md"
    env = {"BASE": base, "GIVEN_PATHS": "claims\n", "GITHUB_STEP_SUMMARY": str(summary)}
    assert installed.run(CHECK, "Tell what changes", env).code == 0
    text = (installed.temp / "claimtrack-comment/comment.md").read_text(encoding="utf-8")
    assert summary.read_text(encoding="utf-8") == text
    assert "octocat" in text
    host.left(text)
    assert "POST repos/them/claims/issues/5/comments" in host.comment().told


#: Stands in for `gh`: answers as GitHub would from the files in the runner's folder, and tells what
#: it was asked to write.
GH = r"""
filter=${@: -1}
case "$*" in
  *"/pulls -f state=open -f head=fork-owner:$BRANCH "*) jq -r "$filter" < "$RUNNER_TEMP/pulls" ;;
  *"/actions/runs/77/artifacts -f "*) jq -r "$filter" < "$RUNNER_TEMP/artifacts" ;;
  "run download 77 "*) cp -R "$RUNNER_TEMP/artifact/." "$filter" ;;
  *"--paginate repos/them/claims/issues/5/comments "*) jq -r "$filter" < "$RUNNER_TEMP/comments" ;;
  *"PATCH "* | *"POST "*) printf '%s\n' "$*" ;;
  *) exit 3 ;;
esac
"""
EVENT = {"RUN": "77", "SHA": "5" * 40, "BRANCH": "$(touch run)&x=y", "OWNER": "fork-owner"}
MARKER = "<!-- claimtrack diff -->"
TOLD = f"""\
{MARKER}

### claimtrack: 1 claim changed

| | added | changed |
|---|---:|---:|
| claims | 0 | 1 |

<details open><summary><b>ferry/toll</b>: changed</summary>
<ul>
<li>the toll by <b>pilot</b> went from <del>7</del> to <ins>8</ins>, says <code>@\u200bnobody</code></li>
</ul></details>
"""


@frozen
class Host:
    """What GitHub holds: who asks, what they left, and which comments there are."""

    runner: Runner

    def holds(self, name: str, answer: object) -> None:
        (self.runner.temp / name).write_text(json.dumps(answer), encoding="utf-8")

    def left(self, text: str, name: str = "comment.md") -> None:
        folder = self.runner.temp / "artifact"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))

    def comment(self) -> Ran:
        return self.runner.run(COMMENT, "Comment", EVENT)


@pytest.fixture
def host(runner: Runner) -> Host:
    if shutil.which("jq") is None:
        pytest.skip("jq is not installed, by which the stand-in for gh reads its filters")
    runner.program("gh", GH)
    made = Host(runner)
    made.holds("pulls", [{"number": 4, "head": {"sha": "4" * 40}}, _pull(5)])
    made.holds("artifacts", {"artifacts": [{"size_in_bytes": 900}]})
    made.holds("comments", [{"id": 1, "user": {"login": "someone"}, "body": MARKER}])
    made.left(TOLD)
    return made


def _pull(number: int) -> dict[str, object]:
    return {"number": number, "head": {"sha": EVENT["SHA"]}}


def test_a_first_comment_is_posted_on_the_pull_request_of_the_run(host: Host) -> None:
    done = host.comment()
    assert done.code == 0, done.told
    asked = done.told.split()
    assert asked[:4] == ["api", "--method", "POST", "repos/them/claims/issues/5/comments"]
    assert not (host.runner.checkout / "run").exists()


def test_a_later_one_takes_its_place(host: Host) -> None:
    bot = {"login": "github-actions[bot]"}
    comments = [{"id": 1, "user": {"login": "someone"}, "body": f"{MARKER}\nx"}]
    comments += [{"id": 2, "user": bot, "body": f"about {MARKER}"}]
    comments += [{"id": number, "user": bot, "body": f"{MARKER}\nold"} for number in (3, 4)]
    host.holds("comments", comments)
    done = host.comment()
    assert done.told.startswith("api --method PATCH repos/them/claims/issues/comments/3 -F body=@")


@pytest.mark.parametrize(
    "pulls",
    [
        pytest.param([], id="none-is-open"),
        pytest.param([{"number": 4, "head": {"sha": "4" * 40}}], id="another-commit-since"),
        pytest.param([_pull(5), _pull(6)], id="two-of-one-commit"),
    ],
)
def test_where_the_pull_request_is_not_certain_none_is_told(
    host: Host, pulls: list[dict[str, object]]
) -> None:
    host.holds("pulls", pulls)
    assert host.comment() == Ran(0, "no comment: not one open pull request is at this commit\n")


def test_a_run_that_left_none_is_no_fault(host: Host) -> None:
    host.holds("artifacts", {"artifacts": []})
    assert host.comment() == Ran(0, "no comment: the run left none\n")


def test_only_one_file_of_the_right_name_and_size_is_taken(host: Host) -> None:
    host.left("x", "more.md")
    assert host.comment().told.endswith("refused: there are other files\n")
    (host.runner.temp / "artifact/more.md").unlink()
    host.left(f"{TOLD}<p>{'x' * 65_536}</p>\n")
    assert host.comment().told.endswith("refused: it is too large\n")
    host.left(f"{TOLD}<p>\udcff</p>\n")
    assert host.comment().told.endswith("refused: it is not UTF-8\n")
    host.holds("artifacts", {"artifacts": [{"size_in_bytes": 1 << 30}]})
    assert host.comment().told.endswith("refused: it is too large\n")
    (host.runner.temp / "artifact/comment.md").unlink()
    (host.runner.temp / "artifact/comment.md").symlink_to("/etc/passwd")
    host.holds("artifacts", {"artifacts": [{"size_in_bytes": 10}]})
    assert "refused: " in host.comment().told


FOREIGN = {
    "a-mention": "<p>@octocat</p>",
    "a-mention-by-an-entity": "<p>&commat;octocat</p>",
    "a-mention-by-a-number": "<p>&#64;octocat</p>",
    "a-reference": "<li>closes #12</li>",
    "an-address": "<li>https://example.org</li>",
    "an-image": "<p><img src=x></p>",
    "a-link": '<p><a href="x">y</a></p>',
    "an-attribute": "<p style=x>y</p>",
    "a-script": "<script>x</script>",
    "a-comment": "<p><!-- x --></p>",
    "code-across-lines": "<p><code>\n@octocat</code></p>",
    "a-tag-put-together": "<p><i<code>x</code>mg src=x></p>",
    "markdown-within-code": "<code>[x](https://example.org)</code>",
    "a-link-in-markdown": "[x](y)",
    "an-image-in-markdown": "![x](y)",
    "a-definition": "[x]: y",
    "a-quotation": "> [!NOTE]",
    "an-address-of-its-own": "www.evil.example",
    "references-of-their-own": "see #12 and GH-12",
    "a-heading": "## seen",
    "a-link-after-a-return": "<p>a\r\r[click](//evil.example/login)</p>",
    "an-image-after-a-return": "<p>a\r\r![x](//evil.example/x.png)</p>",
    "a-form-feed": "<p>a\f</p>",
    "another-first-line": f"\n{MARKER}",
    "many-lines": "<p>@octocat</p>\n" + "<p>x</p>\n" * 5000,
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_what_the_diff_does_not_write_is_refused(host: Host, text: str) -> None:
    host.left(f"{TOLD}\n{text}\n")
    told = "claimtrack: the comment is refused: it holds what claimtrack does not write\n"
    assert host.comment() == Ran(1, told)


def test_a_text_that_begins_otherwise_is_refused(host: Host) -> None:
    host.left(TOLD.replace(MARKER, "<!-- x -->"))
    assert host.comment().told.endswith("refused: it does not begin with the marker\n")


TEXTS = st.lists(
    st.lists(st.sampled_from(HOSTILE) | st.text(max_size=6), max_size=4).map("".join),
    min_size=40,
    max_size=40,
)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=TEXTS)
@example(texts=list(HOSTILE))
@example(texts=["high-5 and xwww.example", "[x](y) `z` *a*"])
def test_whatever_a_record_holds_its_changes_can_be_told(host: Host, texts: list[str]) -> None:
    lines = [f"<li>{harmless(text)}</li>" for text in texts]
    host.left("\n".join((TOLD, "<ul>", *lines, "</ul>", "")))
    done = host.comment()
    assert done.code == 0, done.told


ACTED_ON = [text for text in HOSTILE if re.search(r"@\w|#\d|://|www\.|GH-", text)]


@pytest.mark.parametrize("text", ACTED_ON)
def test_a_text_that_a_host_would_act_on_is_refused_as_it_is(host: Host, text: str) -> None:
    host.left(f"{TOLD}\n<p>{text}</p>\n")
    assert host.comment().code == 1
