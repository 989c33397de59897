"""`claimtrack git`: what it puts where, and what git does with it in real repositories."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from claimtrack.cli.running import run
from tests.cli.conftest import FILES, TOLL, Ran
from tests.repositories import Repo, isolate, program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PIECES = (
    *("merge.claimtrack.name", "merge.claimtrack.driver"),
    *("diff.claimtrack.textconv", "diff.claimtrack.xfuncname"),
)
LINES = """\
# claimtrack: begin (see `claimtrack git --help`)
/claims/**/*.yaml text eol=lf merge=claimtrack diff=claimtrack
# claimtrack: end
"""
PATH = "claims/ferry/toll.yaml"
#: Beside each other, as a plain merge finds them.
ONE = TOLL.replace("cue: counted\n", "cue: counted\n        note: One.\n")
OTHER = TOLL.replace("cue: counted\n", "cue: counted\n        credibility: 2\n")
BOTH = TOLL.replace("cue: counted\n", "cue: counted\n        credibility: 2\n        note: One.\n")
CLASH = TOLL.replace("cue: counted\n", "cue: counted\n        note: Two.\n")
MARKED = TOLL + "<<<<<<< {}\n        note: One.\n=======\n        note: Two.\n>>>>>>> {}\n"


def states(out: str) -> dict[str, str]:
    return {name: state for state, name in (line.split() for line in out.splitlines())}


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A repository with a corpus, and a `claimtrack` on the path."""
    isolate(monkeypatch, tmp_path / "home")
    program(tmp_path / "bin", f'exec "{sys.executable}" -m claimtrack "$@"')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    made = Repo.init(tmp_path / "repo")
    made.commit({f"claims/{name}": text for name, text in FILES.items()})
    monkeypatch.chdir(made.top)
    return made


@pytest.fixture
def told(repo: Repo, capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def run_it(*args: str) -> Ran:
        assert repo.top.is_dir()
        capfd.readouterr()
        code = run(["git", *args])
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return run_it


def merges(repo: Repo, *command: str) -> tuple[int, str]:
    """Run a merge of some kind; return its code and the file that it left."""
    ran = subprocess.run(
        ["git", *command], cwd=repo.top, env=WHO | os.environ, capture_output=True, check=False
    )
    return ran.returncode, (repo.top / PATH).read_text()


WHO = {
    f"GIT_{role}_{what}": f"ada@{what}".lower()
    for role in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


def forked(repo: Repo, ours: str, theirs: str, *, path: str = PATH) -> None:
    """Commit a file on the branches `main` and `side`."""
    repo.git("checkout", "-q", "-b", "side")
    repo.commit({path: theirs}, "side")
    repo.git("checkout", "-q", "main")
    repo.commit({path: ours}, "main")


# --- what is put where


def test_everything_is_installed_once_and_taken_out_again(
    repo: Repo, told: Callable[..., Ran]
) -> None:
    before = (repo.top / ".git/config").read_text()
    assert told("status") == Ran(
        1, "".join(f"missing  {name}\n" for name in (*PIECES, ".gitattributes")), ""
    )
    done = "".join(f"installed  {name}\n" for name in (*PIECES, ".gitattributes"))
    assert told("install") == Ran(0, done, "")
    assert told("install") == Ran(0, done, "")
    assert told("status") == Ran(0, done, "")
    assert (repo.top / ".gitattributes").read_text() == LINES
    assert told("uninstall").code == 0
    assert not (repo.top / ".gitattributes").exists()
    assert (repo.top / ".git/config").read_text() == before
    assert told("uninstall").code == 0


def test_other_lines_and_settings_stay(repo: Repo, told: Callable[..., Ran]) -> None:
    (repo.top / ".gitattributes").write_text("*.png binary")
    repo.git("config", "merge.other.driver", "true")
    repo.git("config", "diff.claimtrack.binary", "false")
    told("install")
    assert (repo.top / ".gitattributes").read_text() == f"*.png binary\n{LINES}"
    told("uninstall")
    assert (repo.top / ".gitattributes").read_text() == "*.png binary\n"
    assert repo.git("config", "merge.other.driver") == "true"
    assert repo.git("config", "diff.claimtrack.binary") == "false"


def test_each_piece_is_told_apart(repo: Repo, told: Callable[..., Ran]) -> None:
    told("install")
    repo.git("config", "merge.claimtrack.driver", "claimtrack merge %O %A %B")
    repo.git("config", "diff.claimtrack.textconv", "cat")
    repo.git("config", "--unset", "diff.claimtrack.xfuncname")
    repo.write({"more/claimtrack.yaml": "claimtrack: 1\n"})
    done = told("status")
    assert done.code == 1
    assert states(done.out) == {
        "merge.claimtrack.name": "installed",
        "merge.claimtrack.driver": "outdated",
        "diff.claimtrack.textconv": "differs",
        "diff.claimtrack.xfuncname": "missing",
        ".gitattributes": "outdated",
    }
    before = (repo.top / ".git/config").read_text()
    assert told("install") == Ran(
        2,
        "",
        "claimtrack: `diff.claimtrack.textconv` is set to something that is not claimtrack's: if it "
        "may go, run `git config --local --unset-all diff.claimtrack.textconv`\n",
    )
    assert (repo.top / ".git/config").read_text() == before
    told("uninstall")
    assert repo.git("config", "diff.claimtrack.textconv") == "cat"
    assert "merge.claimtrack" not in (repo.top / ".git/config").read_text()
    repo.git("config", "--unset", "diff.claimtrack.textconv")
    assert set(states(told("install").out).values()) == {"installed"}
    assert "/more/**/*.yaml" in (repo.top / ".gitattributes").read_text()


def test_a_user_has_settings_for_all_repositories(
    repo: Repo, told: Callable[..., Ran], tmp_path: Path
) -> None:
    assert told("install", "--global").code == 0
    lines = (tmp_path / "home/git/attributes").read_text()
    assert "\n**/claims/**/*.yaml merge=claimtrack diff=claimtrack\n" in lines
    assert repo.git("check-attr", "merge", PATH).endswith(": claimtrack")
    assert repo.git("check-attr", "merge", "other/a.yaml").endswith(": unspecified")
    assert not (repo.top / ".gitattributes").exists()
    assert told("status").code == 1
    told("uninstall", "--global")
    assert not (tmp_path / "home/git/attributes").exists()
    own = tmp_path / "own/attributes"
    repo.git("config", "--global", "core.attributesFile", str(own))
    told("install", "--global")
    assert own.read_text() == lines


def test_a_users_file_of_attributes_may_be_a_link(
    repo: Repo, told: Callable[..., Ran], tmp_path: Path
) -> None:
    kept = tmp_path / "dotfiles"
    kept.write_text("*.png binary\n")
    (tmp_path / "home/git").mkdir()
    (tmp_path / "home/git/attributes").symlink_to(kept)
    assert told("install", "--global").code == 0
    assert repo.git("check-attr", "merge", PATH).endswith(": claimtrack")
    told("uninstall", "--global")
    assert kept.read_text() == "*.png binary\n"


def test_without_a_corpus_nothing_is_installed(
    told: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repo.init(tmp_path / "other")
    monkeypatch.chdir(other.top)
    done = told("install")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f'claimtrack: the repository at "{other.top}" holds no corpus: ')
    assert told("status").err == "claimtrack: this repository holds no corpus\n"
    assert not (other.top / ".gitattributes").exists()


def test_a_file_of_attributes_keeps_bytes_that_are_no_text(
    repo: Repo, told: Callable[..., Ran]
) -> None:
    path = repo.top / ".gitattributes"
    path.write_bytes(b"caf\xe9/* binary\n")
    assert told("install").code == 0
    assert path.read_bytes().startswith(b"caf\xe9/* binary\n# claimtrack: begin")
    assert told("uninstall").code == 0
    assert path.read_bytes() == b"caf\xe9/* binary\n"


def test_lines_that_have_lost_their_end_are_left_alone(
    repo: Repo, told: Callable[..., Ran]
) -> None:
    path = repo.top / ".gitattributes"
    told("install")
    torn = path.read_text().replace("# claimtrack: end\n", "*.png binary\n")
    path.write_text(torn)
    for command in ("install", "status", "uninstall"):
        done = told(command)
        assert (done.code, done.out) == (2, "")
        assert f'"{path}" has lines of others between ' in done.err
    assert path.read_text() == torn


def test_records_are_checked_out_as_they_must_be(
    repo: Repo, told: Callable[..., Ran], tmp_path: Path
) -> None:
    told("install")
    repo.git("add", "--all")
    repo.git("commit", "--quiet", "-m", "Install")
    clone = ["clone", "--quiet", "-c", "core.autocrlf=true"]
    repo.git(*clone, str(repo.top), str(tmp_path / "windows"))
    assert b"\r" not in (tmp_path / "windows" / PATH).read_bytes()


@pytest.mark.parametrize("name", ["caf\udce9", "x\n* text=auto", "a\tb", "é"])
def test_a_corpus_in_a_folder_of_any_name_is_installed_for(
    repo: Repo, told: Callable[..., Ran], name: str
) -> None:
    folder = repo.top / name
    folder.mkdir()
    (folder / "claimtrack.yaml").write_text("claimtrack: 1\n")
    assert told("install").code == 0
    assert "outdated" not in told("status").out
    asked = repo.git("check-attr", "-z", "merge", "--", f"{name}/topic/a.yaml", "a.txt")
    assert asked.split("\0")[2::3] == ["claimtrack", "unspecified"]


def test_a_corpus_that_is_the_repository_leaves_workflows_alone(
    told: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repo.init(tmp_path / "other")
    other.commit(FILES)
    monkeypatch.chdir(other.top)
    told("install")
    found = {
        path: other.git("check-attr", "merge", path).split()[-1]
        for path in ("ferry/toll.yaml", "a.yaml", ".github/workflows/a.yaml", "a/.b/c.yaml")
    }
    assert list(found.values()) == ["claimtrack", "claimtrack", "unspecified", "unspecified"]


# --- what git does with it


def test_a_plain_merge_conflicts_where_the_driver_does_not(
    repo: Repo, told: Callable[..., Ran]
) -> None:
    forked(repo, ONE, OTHER)
    assert merges(repo, "merge", "side")[0] == 1
    repo.git("merge", "--abort")
    told("install")
    assert merges(repo, "merge", "--no-edit", "side") == (0, BOTH)


@pytest.mark.parametrize(
    "command", [("rebase", "side"), ("cherry-pick", "side")], ids=["rebase", "cherry-pick"]
)
def test_other_ways_to_merge_use_the_driver(
    repo: Repo, told: Callable[..., Ran], command: tuple[str, ...]
) -> None:
    told("install")
    repo.commit({})
    forked(repo, ONE, OTHER)
    assert merges(repo, *command) == (0, BOTH)


def test_a_merge_without_a_working_tree_uses_the_driver(
    repo: Repo, told: Callable[..., Ran]
) -> None:
    told("install")
    repo.commit({})
    forked(repo, ONE, OTHER)
    tree = repo.git("merge-tree", "--write-tree", "main", "side").split()[0]
    assert repo.git("show", f"{tree}:{PATH}") == BOTH.rstrip("\n")


def test_a_conflict_is_marked_around_the_field_and_left_unmerged(
    repo: Repo, told: Callable[..., Ran]
) -> None:
    told("install")
    repo.commit({})
    repo.git("config", "merge.conflictStyle", "diff3")
    forked(repo, ONE, CLASH)
    code, text = merges(repo, "merge", "side")
    assert code == 1
    assert "        note: One.\n||||||| " in text
    lines = [
        line
        for line in text.splitlines()
        if line[:7] in ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
    ]
    assert len(lines) == 4
    assert repo.git("diff", "--name-only", "--diff-filter=U") == PATH


def test_both_sides_may_add_a_file(repo: Repo, told: Callable[..., Ran]) -> None:
    told("install")
    repo.commit({})
    repo.commit({PATH: None})
    more = TOLL + "note: Long ago.\n"
    forked(repo, TOLL, more)
    assert merges(repo, "merge", "--no-edit", "side") == (0, more)


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(None, id="missing"),
        pytest.param("exit 0", id="silent"),
        pytest.param("exit 1", id="crashing-as-python-does"),
        pytest.param("echo Traceback >&2; kill -9 $$", id="killed"),
        pytest.param("echo no such option; exit 2", id="of-another-release"),
    ],
)
def test_where_claimtrack_does_not_merge_git_merges_the_lines(
    repo: Repo,
    told: Callable[..., Ran],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    script: str | None,
) -> None:
    told("install")
    repo.commit({})
    forked(repo, ONE, CLASH)
    if script is None:
        (tmp_path / "bin/claimtrack").unlink()
        monkeypatch.setenv("PATH", "/usr/bin:/bin")
    else:
        program(tmp_path / "bin", script)
    assert merges(repo, "merge", "side") == (1, MARKED.format("ours", "theirs"))
    assert repo.git("diff", "--name-only", "--diff-filter=U") == PATH
    repo.git("merge", "--abort")
    repo.commit({PATH: ONE.replace("How many", "How many people")})
    repo.git("checkout", "-q", "-B", "side", "HEAD~1")
    repo.commit({PATH: ONE.replace("note: One.", "note: Won.")})
    assert merges(repo, "merge", "--no-edit", "main") == (
        0,
        ONE.replace("note: One.", "note: Won.").replace("How many", "How many people"),
    )


def test_a_file_that_is_no_record_is_merged_line_by_line(
    repo: Repo, told: Callable[..., Ran]
) -> None:
    repo.commit({"claims/a.yaml": "- 1\n- 2\n- 3\n- 4\n- 5\n"})
    told("install")
    repo.commit({})
    forked(repo, "- 0\n- 2\n- 3\n- 4\n- 5\n", "- 1\n- 2\n- 3\n- 4\n- 6\n", path="claims/a.yaml")
    assert merges(repo, "merge", "--no-edit", "side")[0] == 0
    assert (repo.top / "claims/a.yaml").read_text() == "- 0\n- 2\n- 3\n- 4\n- 6\n"


@pytest.mark.parametrize("name", ["a b", "it's", "-q", "$(touch owned)", 'a";touch owned;"'])
def test_a_file_of_any_name_is_merged(repo: Repo, told: Callable[..., Ran], name: str) -> None:
    path = f"claims/{name}.yaml"
    repo.commit({path: TOLL})
    told("install")
    repo.commit({})
    forked(repo, ONE, OTHER, path=path)
    assert merges(repo, "merge", "--no-edit", "side")[0] == 0
    assert (repo.top / path).read_text() == BOTH
    assert not (repo.top / "owned").exists()


def test_an_ancestor_with_conflicts_of_its_own_loses_nothing(
    repo: Repo, told: Callable[..., Ran]
) -> None:
    told("install")
    repo.commit({})
    forked(repo, ONE, CLASH)
    for branch in ("main", "side"):
        repo.git("tag", f"at-{branch}", branch)
    both = TOLL.replace("cue: counted\n", "cue: counted\n        note: {}\n")
    for branch, other, note in (("main", "at-side", "One, two."), ("side", "at-main", "Two, one.")):
        repo.git("checkout", "-q", branch)
        assert merges(repo, "merge", other)[0] == 1
        repo.commit({PATH: both.format(note)}, "join")
    code, text = merges(repo, "merge", "main")
    assert code == 1
    assert "note: One, two.\n" in text
    assert "note: Two, one.\n" in text


def test_a_new_layout_is_no_difference_and_a_hunk_names_the_version(
    repo: Repo, told: Callable[..., Ran]
) -> None:
    told("install")
    long = TOLL + "note: >-\n" + "".join(f"  Sentence {number}.\n" for number in range(9))
    repo.commit({PATH: long})
    new = long.replace("cue: counted", "cue: tallied").replace("Sentence 8", "Sentence eight")
    repo.write({PATH: new.replace("kind: numerical", "kind:   'numerical'")})
    lines = repo.git("diff", "-U1").splitlines()
    hunks = [line.rpartition("@@ ")[2] for line in lines if line.startswith("@@")]
    assert hunks == ["seven", "note"]
    assert not [line for line in lines if "numerical" in line]


def test_what_is_no_record_is_compared_as_it_is(repo: Repo, told: Callable[..., Ran]) -> None:
    told("install")
    repo.write({PATH: "claim: [\n"})
    assert "+claim: [" in repo.git("diff").splitlines()
