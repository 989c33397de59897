"""Changes as a person wants to read them: record by record, each change in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.corpus.folder import MANIFEST
from claimtrack.report.rows import wrapped
from claimtrack.report.tallies import entry_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.changes.sentence import Piece as Part
    from claimtrack.changes.sentence import Role, Sentence
    from claimtrack.report.accounts import Account, Entry, Fate
    from claimtrack.report.rows import Row
    from claimtrack.report.words import Piece

#: How each part of a sentence is told: what stands before and after it, and its style.
_ROLES: dict[Role, tuple[str, str, str]] = {
    "plain": ("", "", ""),
    "name": ("", "", "bold"),
    "value": ("`", "`", ""),
    "deleted": ("{-", "-}", "red"),
    "inserted": ("{+", "+}", "green"),
}
_FATES: dict[Fate, str] = {
    "added": "bold green",
    "removed": "bold red",
    "renamed": "bold cyan",
    "changed": "",
    "reached": "dim",
}


def account_rows(account: Account, *, width: int) -> tuple[Row, ...]:
    """Return an account in rows: each record with its changes, and after `=>` what follows.

    The settings come first, then what is the same in many records, each in one sentence; a record
    of which nothing else is told is not named.
    """
    rows: list[Row] = []
    if account.settings:
        rows += wrapped([(MANIFEST, "bold"), ": the settings"], width, hang=2)
    for sentence in account.settings:
        rows += wrapped(styled(sentence), width, indent=2, hang=2)
    for bulk in account.bulk:
        rows += wrapped(styled(bulk.sentence), width, hang=2)
    for entry in account.entries:
        if entry.told or entry.follows:
            rows += [()] if rows else []
            rows += _entry_rows(entry, width)
    return tuple(rows)


def _entry_rows(entry: Entry, width: int) -> Iterator[Row]:
    about = entry_text(entry)
    what: list[Piece | str] = [(entry.name, "bold")]
    what += [f": {entry.headline}"]
    what += [(f" ({about})", _FATES[entry.fate] or "dim")] if about else []
    yield from wrapped(what, width, hang=2)
    for told in entry.told:
        yield from wrapped(styled(told.sentence), width, indent=2, hang=2)
    for sentence in entry.follows:
        following = [("=> ", "bold yellow"), *styled(sentence)]
        yield from wrapped(following, width, indent=2, hang=3)


def styled(sentence: Sentence) -> list[Piece]:
    """Return a sentence in pieces with styles, and with marks around words that went and came."""
    return [_piece(part) for part in sentence.pieces]


def _piece(part: Part) -> Piece:
    begin, end, style = _ROLES[part.role]
    return f"{begin}{part.text}{end}", style
