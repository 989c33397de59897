"""A pull request on a copy of `claims/`, from its branch to the log of the claim that it changes.

Two people work on one accepted claim, with git and the program as they are; nothing is made up but
what they record.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import frozen

import claimtrack
from claimtrack.cli.running import run
from tests.cli.conftest import SPOKEN, Ran
from tests.hosts import rendered, words_to_act_on
from tests.repositories import Repo, isolate, program

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIMS = Path(__file__).parents[2] / "claims"
NUMBER = "scientists-killings/number"
FILE = f"claims/{NUMBER}.yaml"
FIVE = "        cue: At least five nuclear scientists have been killed in Iran\n"
SIX = "    value: half a dozen\n"
QUOTE = "This is the seventh assassination of Iranian nuclear scientists."
UNVERIFIED = re.compile(r"; \d+ quotes and cues in \d+ sources not verified: .*")


@frozen
class Play:
    """A repository and the terminal of those who work in it."""

    repo: Repo
    terminal: pytest.CaptureFixture[str]

    def tells(self, *args: str) -> Ran:
        """Run the program; what could not be verified for want of texts is left out."""
        self.terminal.readouterr()
        code = run(args)
        out, err = self.terminal.readouterr()
        return Ran(code, out, UNVERIFIED.sub("", err))

    def text(self) -> str:
        """Return the file of the claim."""
        return (self.repo.top / FILE).read_text(encoding="utf-8")

    def edit(self, old: str, new: str) -> None:
        """Put one text into the file of the claim for another, as by hand."""
        assert self.text().count(old) == 1
        self.repo.write({FILE: self.text().replace(old, new)})

    def review(self, name: str, day: int, message: str) -> None:
        """Have somebody review the claim as it is, and commit that."""
        args = (NUMBER, "--by", name, "--date", f"2026-03-{day:02}")
        assert self.tells("review", *args) == Ran(0, f"{FILE}\n", "")
        self.repo.commit({}, message)

    def merge(self, branch: str) -> bool:
        """Merge a branch into the one that is checked out; tell whether that went well."""
        try:
            self.repo.git("merge", "--quiet", "-m", f"Merge {branch}", branch)
        except subprocess.CalledProcessError:
            return False
        return True


@pytest.fixture
def play(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Play]:
    """The claim accepted on `main`, and a pull request on `topic`, which is checked out."""
    isolate(monkeypatch, tmp_path / "home")
    for name in (*SPOKEN, "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    program(tmp_path / "bin", f'exec "{sys.executable}" -m claimtrack "$@"')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    shutil.copytree(CLAIMS, tmp_path / "repo/claims")
    monkeypatch.chdir(tmp_path / "repo")
    made = Play(Repo.init(tmp_path / "repo"), capfd)
    made.repo.commit({}, "Take in the articles")
    made.edit("versions:\n", "status: accepted\nversions:\n")
    made.review("Kim", 1, "Accept the number")
    made.repo.git("checkout", "--quiet", "-b", "topic")
    propose(made)
    yield made
    assert made.repo.git("status", "--porcelain") == ""


def reported(name: str) -> dict[str, str]:
    """Return a source that a speaker published, and its publisher."""
    return {
        f"claims/speakers/example-{name}.yaml": (
            f"speaker: Example {name.title()}\nkind: publication\n"
        ),
        f"claims/sources/{name}-report.yaml": (
            f"source: The {name}'s report\ntype: article-newspaper\n"
            f"publisher: example-{name}\npublished: 2024-08-09\nlanguage: en\n"
        ),
    }


def propose(play: Play) -> None:
    """Record another answer by hand, and a second voice for an old one by the API."""
    play.edit(
        "  seventh:\n",
        "  nine:\n    statement: Nine have been killed.\n    value: 9\n    attributions:\n"
        "      - speaker: unknown\n        stance: asserts\n        source: wire-report\n"
        "        cue: put the number at nine\n\n  seventh:\n",
    )
    play.repo.commit(reported("wire"), "Record what the wire reports")
    corpus = claimtrack.load("claims")
    said = claimtrack.Attribution(
        speaker="example-wire", stance="asserts", source="wire-report", cue="five or more"
    )
    corpus.save(corpus.claims[NUMBER].with_attribution("at-least-five", said))
    play.repo.commit({}, "Record the wire's own count")


def go_on_elsewhere(play: Play) -> None:
    """Record on `main` a voice just where the pull request has one."""
    play.repo.git("checkout", "--quiet", "main")
    play.edit(
        FIVE,
        f"{FIVE}\n      - speaker: example-herald\n        stance: asserts\n"
        "        source: herald-report\n        cue: no fewer than five\n",
    )
    play.repo.commit(reported("herald"), "Record what the herald reports")
    play.repo.git("checkout", "--quiet", "topic")


def install(play: Play) -> None:
    """Have git merge records by what they mean."""
    assert play.tells("git", "install").code == 0
    play.repo.commit({}, "Merge records by what they mean")


DIFF = """\
scientists-killings/number: How many Iranian nuclear scientists have been killed? (2
  changes, 4 consequences)
  version at-least-five gained an assertion by Example Wire (in The wire's report)
  version nine added: “Nine have been killed.” (asserted by somebody not named)
  => nine now contradicts half-a-dozen: `9` and `half a dozen` (5 to 7) exclude each
     other (policy `tolerant`)
  => the claim is now disputed
  => at-least-five: independent roots 1 → 2
  => the review by Kim of 2026-03-01 is stale

source wire-report: The wire's report (added)
  source added: The wire's report (Example Wire; 2024-08-09)

speaker example-wire: Example Wire (added)
  speaker added: Example Wire (publication)
"""


def test_the_pull_request_is_told_in_sentences(play: Play) -> None:
    told = play.tells("diff", "main...", "--exit-code")
    assert told == Ran(1, DIFF, "claimtrack: 2 records added and 1 record changed\n")
    comment = play.tells("diff", "main...", "--format", "markdown")
    shown = rendered(comment.out)
    words = " ".join("".join(text for text, _ in shown.texts).split())
    for line in re.sub(r"\n {4,}|\n  (?=changes)", " ", DIFF.replace("`", "")).splitlines():
        assert line.strip().removeprefix("=>").strip() in words
    assert "What changed in meaning on HEAD since it left main." in words
    assert shown.elements.count("details open") == words.count("added)") + 1
    assert not words_to_act_on(shown)


STALE = re.compile(
    rf"{FILE}:\d+:13: CTR101 the record changed in meaning since it was reviewed: have it "
    r"reviewed again \(`claimtrack review`\), with `digest: sha256:[0-9a-f]{64}`\n"
)


def test_what_was_added_passes_once_somebody_has_read_it(play: Play) -> None:
    done = play.tells("check", "--since", "main...")
    read = "424 claims, 6 sources, 105 speakers, 23 events in 559 files, 3 changed"
    assert (done.code, done.err) == (1, f"{read}: 1 error\n")
    assert STALE.fullmatch(done.out)
    play.review("Lee", 2, "Review the new count")
    assert play.tells("check", "--since", "main...") == Ran(0, "", f"{read}: no findings\n")


def test_what_two_branches_add_in_one_place_is_merged_by_the_driver(play: Play) -> None:
    go_on_elsewhere(play)
    ours = play.text()
    assert not play.merge("main")
    assert "<<<<<<< " in play.text()
    play.repo.git("merge", "--abort")
    install(play)
    assert play.merge("main")
    herald = "      - speaker: example-herald\n        stance: asserts\n"
    herald += "        source: herald-report\n        cue: no fewer than five\n\n"
    assert play.text().replace(herald, "") == ours
    assert play.tells("check", "--select", "CTY,CTI").code == 0


CONFLICT = """\
<<<<<<<
    value: about 6
=======
    value: 6
>>>>>>>
"""
UNRESOLVED = "".join(
    f"{FILE}:{{}}:1: CTY108 a merge conflict is not resolved: keep what is right and delete "
    f"`{mark * 7}`\n"
    for mark in "<=>"
)


def contradict(play: Play) -> str:
    """Change a value on both branches and merge them; return the file around the conflict."""
    play.repo.git("checkout", "--quiet", "main")
    play.edit(SIX, "    value: 6\n")
    play.repo.commit({}, "Read half a dozen as six")
    play.repo.git("checkout", "--quiet", "topic")
    play.edit(SIX, "    value: about 6\n")
    play.repo.commit({}, "Read half a dozen as about six")
    ours = play.text()
    assert not play.merge("main")
    found = re.sub(r"(?m)^(<{7}|>{7}) .*$", r"\1", play.text())
    assert found == ours.replace("    value: about 6\n", CONFLICT)
    return ours


def test_what_two_branches_say_otherwise_is_a_conflict_about_that_alone(play: Play) -> None:
    install(play)
    ours = contradict(play)
    line = ours.partition("    value: about 6\n")[0].count("\n") + 1
    done = play.tells("check", "--since", "main...", "--select", "CTY")
    assert (done.code, done.out) == (1, UNRESOLVED.format(line, line + 2, line + 4))
    play.repo.commit({FILE: ours}, "Merge main, and leave it about six")
    assert play.tells("check", "--select", "CTY").code == 0


def reword(play: Play) -> None:
    """Make a quote say something else, and call it a slip."""
    play.edit(QUOTE, QUOTE.replace("is the", "is at least the"))
    play.repo.commit({}, "Mend a slip")


def test_a_silent_edit_of_an_accepted_quote_is_caught_and_answered_in_the_record(
    play: Play,
) -> None:
    play.review("Lee", 2, "Review the new count")
    reword(play)
    done = play.tells("check", "--since", "main...", "--ignore", "CTR101")
    line = play.text().partition("        quote: ")[0].count("\n") + 1
    assert (done.code, done.out) == (
        1,
        f"{FILE}:{line}:16: CTH103 the quote of an accepted attribution was edited, it was "
        f'"{QUOTE}": undo it, or have the claim reviewed as it is now (`claimtrack review`), or '
        "put it back to `status: draft`\n",
    )
    play.review("Lee", 3, "Review the reworded quote")
    assert play.tells("check", "--since", "main...").code == 0


LOG = """\
2024-08-01 Ada Author: Review the reworded quote
  review by Lee of 2026-03-03 recorded

2024-08-01 Ada Author: Mend a slip
  seventh: quote reworded in the assertion by Hossein Alaei (Iranian Security Officials
    Admit Intelligence Failures and …, paragraph 19): This is {+at least +}the seventh
    assassination of Iranian nuclear scientists.

2024-08-01 Ada Author: Read half a dozen as six
  half-a-dozen: value went from half a dozen to 6 nuclear scientists killed, which is
    more exact

2024-08-01 Ada Author: Read half a dozen as about six
  half-a-dozen: value went from half a dozen to about 6 nuclear scientists killed, which
    means the same

2024-08-01 Ada Author: Record what the herald reports
  version at-least-five gained an assertion by Example Herald (in The herald's report)

2024-08-01 Ada Author: Record the wire's own count
  version at-least-five gained an assertion by Example Wire (in The wire's report)

2024-08-01 Ada Author: Record what the wire reports
  version nine added: “Nine have been killed.” (asserted by somebody not named)

2024-08-01 Ada Author: Accept the number
  status: draft → accepted
  review by Kim of 2026-03-01 recorded

2024-08-01 Ada Author: Take in the articles
  claim added: How many Iranian nuclear scientists have been killed? (3 versions; 3
    attributions)
  version at-least-five: “At least five have been killed, in Iran and in recent years.”
    (asserted by the author of "[Article on Iran's security services after the killing
    of Ismail Haniyeh]")
  version half-a-dozen: “Some six have been killed.” (asserted by Arman Mahmoudian)
  version seventh: “The killing of Fakhrizadeh was the seventh of its kind.” (asserted
    by Hossein Alaei)
"""


def test_the_log_of_the_claim_tells_it_all(play: Play) -> None:
    install(play)
    go_on_elsewhere(play)
    assert play.merge("main")
    ours = contradict(play)
    play.repo.commit({FILE: ours}, "Merge main, and leave it about six")
    reword(play)
    play.review("Lee", 3, "Review the reworded quote")
    assert play.tells("check", "--since", "main...").code == 0
    play.repo.git("checkout", "--quiet", "main")
    assert play.merge("topic")
    told = play.tells("log", NUMBER)
    assert (told.code, told.err) == (0, "")
    assert re.sub(r"(?m)^[0-9a-f]{10} ", "", told.out) == LOG
