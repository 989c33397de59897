"""Findings mended: a new text for each file, in which nothing else has changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from claimtrack.corpus.atomic import write_file
from claimtrack.corpus.files import digest_of
from claimtrack.findings import Finding
from claimtrack.rules.base import View
from claimtrack.rules.edits import applied, meet
from claimtrack.rules.offers import draft_of, fix_of
from claimtrack.rules.reports import Report
from claimtrack.rules.soundness import is_sound
from claimtrack.text.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.rules.drafts import Draft
    from claimtrack.rules.edits import Edit

    #: What is asked of a corpus.
    Ask: TypeAlias = Callable[[Corpus], Report]

#: How often a corpus is looked at again: what one fix brings to light, the next may mend.
_ROUNDS = 10


@frozen(kw_only=True)
class MendedFile:
    """What a file held, and what it is to hold."""

    path: str
    before: bytes
    after: bytes
    #: The digest of what was there when the corpus was read.
    digest: str


@frozen(kw_only=True)
class Mended:
    """What comes of mending a corpus; nothing is written before `write`."""

    root: Path
    #: By path.
    files: tuple[MendedFile, ...]
    #: What was found and is mended.
    fixed: tuple[Finding, ...]
    #: What a check says when the files are as they are to be.
    report: Report
    #: Whether what a record says could be changed as well.
    unsafe: bool = False

    @property
    def needing_leave(self) -> tuple[Finding, ...]:
        """What could be mended only with a change of what a record says."""
        told = () if self.unsafe else self.report.findings
        return tuple(finding for finding in told if finding.fix == "unsafe")

    @property
    def left(self) -> tuple[Finding, ...]:
        """What has a fix that was asked for, and that would have broken something else."""
        leave = ("safe", "unsafe") if self.unsafe else ("safe",)
        return tuple(finding for finding in self.report.findings if finding.fix in leave)

    def write(self) -> None:
        """Write the files, one by one.

        Raises `ChangedFileError` for one that is no longer what was read, and why one cannot be
        written; what was written before stays, and a second run does the rest.
        """
        for file in self.files:
            write_file(self.root, file.path, file.after, expected=file.digest)


def mend(corpus: Corpus, ask: Ask, *, texts: tuple[Path, ...] = (), unsafe: bool = False) -> Mended:
    """Mend what a check of the corpus finds, as long as there is something to mend.

    What is mended has exactly one right answer. Unless `unsafe`, the records read as they did
    before, and their comments stay. `texts` are folders with texts of sources, as in a check.
    """
    now, report = corpus, ask(corpus)
    after: dict[str, bytes] = {}
    fixed: list[Finding] = []
    for _ in range(_ROUNDS):
        done = _round(now, report.findings, texts=texts, unsafe=unsafe)
        if not done:
            break
        for path, (text, findings) in done.items():
            after[path] = text.encode()
            fixed += findings
        now = corpus.with_files(after)
        report = ask(now)
    files = (_file(corpus, path, data) for path, data in sorted(after.items()))
    changed = tuple(file for file in files if file.before != file.after)
    return Mended(
        root=corpus.root,
        files=changed,
        fixed=tuple(sorted(fixed)),
        report=report,
        unsafe=unsafe,
    )


def _round(
    corpus: Corpus, findings: Iterable[Finding], *, texts: tuple[Path, ...], unsafe: bool
) -> dict[str, tuple[str, list[Finding]]]:
    """Return the new texts of files, by path, and what each of them mends."""
    view = View.of(corpus, added=texts)
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.fix == "safe" or (unsafe and finding.fix):
            by_file.setdefault(finding.filename, []).append(finding)
    done: dict[str, tuple[str, list[Finding]]] = {}
    for path, found in by_file.items():
        draft = draft_of(corpus, path, view)
        text, mended = _mended(draft, found) if draft else ("", [])
        if mended:
            done[path] = text, mended
    return done


def _mended(draft: Draft, findings: list[Finding]) -> tuple[str, list[Finding]]:
    """Make what edits of a file go together and change nothing but what they are about."""
    made: list[Edit] = []
    done: list[Finding] = []
    text = draft.text
    for finding in sorted(findings, key=_comes_last):
        fix = fix_of(finding)
        edits = tuple(fix.edits(draft, finding)) if fix else ()
        if fix is None or not edits or (fix.alone and made):
            continue
        if all(edit in made for edit in edits):
            done.append(finding)
        elif not meet(edits, made):
            after = applied(draft.text, (*made, *edits))
            if after == text or is_sound(draft, text, after, finding):
                made += edits
                done.append(finding)
                text = after
        if fix.alone and made:
            break
    return text, done


def _comes_last(finding: Finding) -> bool:
    fix = fix_of(finding)
    return fix is not None and fix.alone


def _file(corpus: Corpus, path: str, after: bytes) -> MendedFile:
    before = corpus.origin.read(path, limit=DEFAULT_LIMITS.size)
    known = corpus.file_at(path)
    digest = (known.digest if known else None) or digest_of(before)
    return MendedFile(path=path, before=before, after=after, digest=digest)
