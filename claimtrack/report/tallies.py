"""How many records were added, changed, renamed, removed or reached, in words and in a table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from claimtrack.changes.change import How
from claimtrack.model.ids import RECORD_KINDS
from claimtrack.report.phrases import counted, joined

if TYPE_CHECKING:
    from claimtrack.report.accounts import Account, Entry, Fate

#: What is told of each fate, in this order.
FATES: dict[Fate, str] = {**{how: how for how in get_args(How)}, "reached": "affected"}


def tally_text(account: Account) -> str:
    """Return in a line what became of how many records and files.

    A line of an account without entries says that nothing changed.
    """
    fates = Counter(entry.fate for entry in account.entries)
    told = [
        f"{counted(fates[fate], 'record')} {word}" for fate, word in FATES.items() if fates[fate]
    ]
    if account.layout_only:
        told.append(f"{counted(len(account.layout_only), 'file')} only laid out anew")
    if account.unread:
        told.append(f"{counted(len(account.unread), 'file')} that could not be read")
    settings = "; the settings changed" if account.settings else ""
    return (joined(told) or "no record changed") + settings


def tally_rows(account: Account) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table: a head, then each kind of record with a number for each fate."""
    counts = Counter((entry.key[0], entry.fate) for entry in account.entries)
    shown = [fate for fate in FATES if any(it == fate for _, it in counts)]
    head = ("", *(FATES[fate] for fate in shown))
    rows = (
        (f"{kind}s", *(str(counts[kind, fate] or "") for fate in shown))
        for kind in RECORD_KINDS
        if any(it == kind for it, _ in counts)
    )
    return (head, *rows) if shown else ()


def entry_text(entry: Entry) -> str:
    """Return what became of one record, and how much is told of it."""
    parts = [_fate(entry)]
    if entry.told and entry.fate in {"changed", "renamed"}:
        parts.append(counted(len(entry.told), "change"))
    if entry.follows:
        parts.append(counted(len(entry.follows), "consequence"))
    return ", ".join(part for part in parts if part)


def _fate(entry: Entry) -> str:
    match entry.fate:
        case "changed":
            return ""
        case "renamed":
            return f"renamed from {entry.old_id}"
        case "reached":
            return _because(entry)
    return entry.fate


def _because(entry: Entry) -> str:
    """Return what record's change something follows from, and how many others there are."""
    causes = list(dict.fromkeys(cause for it in entry.consequences for cause in it.causes))
    kind, name = causes[0]
    others = f" and {len(causes) - 1} more" if len(causes) > 1 else ""
    return f"because of {kind} {name}{others}"
