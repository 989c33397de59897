"""What comparing revisions costs: `python tests/benchmarks/bench_diff.py [CLAIMS [COMMITS]]`.

Makes a repository of 10,000 claims and 1,000 commits through `git fast-import`, in which 5,000
claims change between the first commit and the last, and prints what each command takes as a process
of its own, the best of three: seconds elapsed, and of the processor, git's included.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SPEAKERS, SOURCES, TOPICS = 300, 60, 100

COMMANDS = (
    ("diff first last", ("diff", "first", "main")),
    ("diff first last --format markdown", ("diff", "first", "main", "--format", "markdown")),
    ("diff first last --format json", ("diff", "first", "main", "--format", "json")),
    ("diff first last, one folder", ("diff", "first", "main", "--", "claims/topic-7")),
    ("diff (nothing changed)", ("diff",)),
    ("check", ("check", "claims")),
    ("check --since first", ("check", "claims", "--since", "first")),
    ("log of one claim", ("log", "topic-7/claim-7")),
)


def claim(number: int, value: int, *, denied: bool) -> str:
    """Return a claim with three versions and six attributions."""
    lines = [
        f"claim: How many people were counted at place {number}?",
        *("kind: numerical", "answer: quantity", "unit: people counted", "versions:"),
    ]
    for version, (name, figure) in enumerate((("first", value), ("other", 90), ("third", 3))):
        lines += [
            f"  {name}:",
            f"    statement: They were {figure}, as was told at the time and place in question.",
            f"    value: {figure}",
            "    attributions:",
        ]
        for said in range(2):
            lines += [
                f"      - speaker: speaker-{(number + 7 * version + said) % SPEAKERS}",
                f"        stance: {'denies' if denied and said else 'asserts'}",
                f"        said: 2024-0{1 + number % 9}",
                f"        source: source-{(number + said) % SOURCES}",
                f"        at: paragraph {1 + number % 40}",
                "        cue: was counted",
                "",
            ]
    return "\n".join(lines[:-1]) + "\n"


def base_files(claims: int) -> Iterator[tuple[str, str]]:
    """Yield the files of the first commit."""
    yield "claimtrack.yaml", "claimtrack: 1\n"
    for number in range(SPEAKERS):
        whole = f"part_of: [speaker-{number // 2}]\n" if number else ""
        yield f"speakers/speaker-{number}.yaml", f"speaker: Speaker {number}\n{whole}"
    for number in range(SOURCES):
        text = f"source: Report {number}\nauthors: [speaker-{number}]\n"
        yield f"sources/source-{number}.yaml", text
    for number in range(claims):
        yield place(number), claim(number, 7, denied=False)


def place(number: int) -> str:
    """Return the path of a claim in the corpus."""
    return f"topic-{number % TOPICS}/claim-{number}.yaml"


def changes(claims: int, commits: int) -> Iterator[Iterator[tuple[str, str]]]:
    """Yield the files that each later commit changes: half of the claims in all."""
    each = max(claims // 2 // max(commits - 1, 1), 1)
    for commit in range(commits - 1):
        numbers = range(commit * each, min((commit + 1) * each, claims // 2))
        yield ((place(it), claim(it, 8, denied=it % 3 == 0)) for it in numbers)
    left = range((commits - 1) * each, claims // 2)
    yield ((place(it), claim(it, 8, denied=it % 3 == 0)) for it in left)


def build(top: Path, claims: int, commits: int) -> None:
    """Make the repository."""
    git(top, "init", "--quiet", "-b", "main")
    stream = [*commit_lines("first", base_files(claims)), "reset refs/tags/first", "from :1", ""]
    for number, files in enumerate(changes(claims, commits), start=2):
        stream += commit_lines(f"commit {number}", files, mark=number)
    git(top, "fast-import", "--quiet", given="\n".join(stream).encode())
    git(top, "reset", "--quiet", "--hard", "main")


def commit_lines(message: str, files: Iterator[tuple[str, str]], *, mark: int = 1) -> Iterator[str]:
    """Yield the lines that tell `git fast-import` of a commit."""
    yield from ("commit refs/heads/main", f"mark :{mark}")
    yield f"committer A <a@example.org> {1_700_000_000 + mark} +0000"
    yield from (f"data {len(message)}", message)
    for path, text in files:
        yield from (f"M 100644 inline claims/{path}", f"data {len(text.encode())}", text)
    yield ""


def git(top: Path, *args: str, given: bytes = b"") -> None:
    """Run git, whatever it is told on this machine."""
    env = {**os.environ, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *args], cwd=top, env=env, input=given, check=True)


def seconds(top: Path, args: tuple[str, ...]) -> tuple[float, float, int]:
    """Return the least seconds elapsed and of the processor that a command takes, and its code."""
    elapsed, used = [], []
    for _ in range(3):
        start, before = time.perf_counter(), processor()
        done = subprocess.run(
            [sys.executable, "-m", "claimtrack", *args],
            cwd=top,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        elapsed.append(time.perf_counter() - start)
        used.append(processor() - before)
    return min(elapsed), min(used), done.returncode


def processor() -> float:
    """Return the seconds of the processor that all processes took that have ended."""
    taken = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken.ru_utime + taken.ru_stime


def main() -> None:
    """Build the repository and print a line for each command."""
    claims, commits = (
        int(word) for word in (sys.argv[1:] + ["10000", "1000"][len(sys.argv) - 1 :])
    )
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        build(top, claims, commits)
        print(f"{claims:,} claims, {commits:,} commits, {claims // 2:,} claims changed")  # noqa: T201 - a table
        for name, args in COMMANDS:
            took, used, code = seconds(top, args)
            print(f"{took:7.2f} s, {used:.2f} s processor, exit {code}: {name}", flush=True)  # noqa: T201 - a table
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(f"{most:,} MiB at most")  # noqa: T201 - a table


if __name__ == "__main__":
    main()
