"""Whatever a change is, what is told of it is what a check of both states as wholes would tell."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.corpus.corpus import load
from claimtrack.rules.checking import check
from tests.rules.conftest import MANIFEST, STANDING

if TYPE_CHECKING:
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.findings import Finding

FILES = sorted(path.relative_to(STANDING).as_posix() for path in STANDING.rglob("*.yaml"))
#: What an edit does to a file: some words for others, or nothing left of it.
EDITS: tuple[tuple[str, str] | None, ...] = (
    None,
    ("person", "persom"),
    ("jonas-brandt", "mira-dolan"),
    ("Jonas Brandt", "Mira Dolan"),
    ("selm", "selma"),
    ("statement: ", "statement: Somehow, "),
    ("stance: asserts", "stance: denies"),
    ("We counted nine", "We counted ten"),
    ("speaker: ", "# claimtrack: ignore[CTN] as it is\nspeaker: "),
    ("versions:", "status: accepted\nversions:"),
    ("paragraph 3", "paragraph 30"),
    ("harbour-office", "unknown"),
    ("aliases", "alias"),
    ("2019", "2091"),
)
Edit: TypeAlias = "tuple[str, tuple[str, str] | None]"
changes = st.lists(st.tuples(st.sampled_from(FILES), st.sampled_from(EDITS)), max_size=4)


def edit(root: Path, edits: list[Edit]) -> None:
    for name, words in edits:
        path = root / name
        if words is None:
            path.unlink(missing_ok=True)
        elif path.exists():
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(*words), encoding="utf-8")


def told(finding: Finding) -> tuple[str, str, str, str]:
    return finding.filename, finding.code, finding.pointer, finding.message


def digests(corpus: Corpus) -> dict[str, str | None]:
    return {file.found.path: file.digest for file in corpus.files}


@settings(max_examples=15)
@given(changes, changes)
def test_a_change_is_told_as_both_states_checked_whole_would_tell_it(
    earlier: list[Edit], later: list[Edit]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        roots = [Path(folder, name) for name in ("before", "after")]
        for root, edits in zip(roots, (earlier, earlier + later), strict=True):
            shutil.copytree(STANDING, root)
            (root / "claimtrack.yaml").write_text(MANIFEST, encoding="utf-8")
            edit(root, edits)
        before, after = map(load, roots)
        there = Counter(map(told, check(before).findings))
        same = digests(before).items() & digests(after).items()
        expected = [
            finding
            for finding in map(told, check(after).findings)
            if not ((finding[0] in dict(same)) and there[finding])
        ]
        report = check(after, since=before)
        found = [told(finding) for finding in report.findings if "CTH" not in finding.code]
        assert Counter(found) == Counter(expected)
        assert not check(after, since=after).findings
