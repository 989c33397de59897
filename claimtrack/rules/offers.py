"""Which findings can be mended by themselves, and how."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import attrs

from claimtrack.corpus.files import FileError
from claimtrack.corpus.folder import MANIFEST
from claimtrack.rules.drafts import Draft
from claimtrack.rules.registry import RULES
from claimtrack.text.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.findings import Finding
    from claimtrack.rules.base import View
    from claimtrack.rules.fixes import Fix

_FIXES = {rule.kind.code: rule.fix for rule in RULES if rule.fix is not None}


def fix_of(finding: Finding) -> Fix | None:
    """Return how the findings of a rule are mended, where any are."""
    return _FIXES.get(finding.code)


def draft_of(corpus: Corpus, path: str, view: View) -> Draft | None:
    """Take a file of the corpus apart; None where it is none, cannot be read, or is no text."""
    file = corpus.file_at(path)
    found = file.found if file else None
    if found is None and path != MANIFEST:
        return None
    try:
        data = corpus.origin.read(path, limit=DEFAULT_LIMITS.size)
    except FileError:
        return None
    return Draft.of(data, found.kind if found else "manifest", found.id if found else "", view)


def offered(findings: Iterable[Finding], corpus: Corpus, view: View) -> Iterator[Finding]:
    """Yield findings, by file, with what can be done about each."""
    for path, group in groupby(findings, lambda finding: finding.filename):
        told = tuple(group)
        fixes = [fix_of(finding) for finding in told]
        tried = any(fix and not fix.always for fix in fixes)
        draft = draft_of(corpus, path, view) if tried else None
        for finding, fix in zip(told, fixes, strict=True):
            yield _offered(finding, fix, draft) if fix else finding


def _offered(finding: Finding, fix: Fix, draft: Draft | None) -> Finding:
    able = fix.always or (draft is not None and any(fix.edits(draft, finding)))
    return attrs.evolve(finding, fix=fix.applicability) if able else finding
