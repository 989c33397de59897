"""Changes as plain data, for programs; the form only grows while its `schema_version` stays."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimtrack.changes.telling import Told
from claimtrack.text.convert import plain, to_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimtrack.changes.change import Change, RecordChange, Unread
    from claimtrack.changes.consequence import Consequence
    from claimtrack.corpus.index import Key
    from claimtrack.report.accounts import Account, Entry
    from claimtrack.report.listings import Json


def account_facts(account: Account) -> Mapping[str, Json]:
    """Return an account as JSON has it: `op` and `pointer` as RFC 6902 and RFC 6901 say.

    A record that was added or removed is one change, of the record as a whole.
    """
    alike: dict[Key, list[Told]] = defaultdict(list)
    for bulk in account.bulk:
        for key, change in bulk.members:
            alike[key].append(Told(bulk.sentence, (change,)))
    return {
        "base": account.base,
        "head": account.head,
        "records": [_record(it, it.change, alike[it.key]) for it in account.entries if it.change],
        "settings_changed": bool(account.settings),
        "settings": [sentence.text for sentence in account.settings],
        "layout_only": account.layout_only,
        "consequences": [_follows(it) for entry in account.entries for it in _brought_about(entry)],
        "unread": [_unread(item) for item in account.unread],
    }


def _record(entry: Entry, change: RecordChange, alike: Sequence[Told]) -> Json:
    kind, name = entry.key
    return {
        "id": name,
        "kind": kind,
        "path": entry.path,
        "how": entry.fate,
        "old_id": entry.old_id,
        "headline": entry.headline,
        "changes": change_facts(change, (*entry.told, *alike)),
    }


def change_facts(change: RecordChange, told: Iterable[Told]) -> tuple[Json, ...]:
    """Return the changes of one record, each with its sentence among those that were told."""
    if change.before is None or change.after is None:
        return (_whole(change, "; ".join(one.sentence.text for one in told)),)
    sentences = {one: it.sentence.text for it in told for one in it.changes}
    return tuple(_change(one, sentences.get(one, "follows a renaming")) for one in change.changes)


def _whole(change: RecordChange, sentence: str) -> Json:
    return {
        "op": "remove" if change.after is None else "add",
        "pointer": "",
        "old": to_data(change.before) if change.before is not None else None,
        "new": to_data(change.after) if change.after is not None else None,
        "sentence": sentence,
    }


def _change(change: Change, sentence: str) -> Json:
    return {
        "op": change.op,
        "pointer": change.pointer,
        "old": None if change.old is None else plain(change.old),
        "new": None if change.new is None else plain(change.new),
        "sentence": sentence,
    }


def _brought_about(entry: Entry) -> Iterator[Consequence]:
    """Yield what follows for a record, and for others alike from its change."""
    yield from entry.consequences
    for each in entry.gathered:
        yield from each.members


def _follows(item: Consequence) -> Json:
    kind, name = item.key
    return {
        "id": name,
        "kind": kind,
        "what": item.kind,
        "causes": [{"id": cause, "kind": kind} for kind, cause in item.causes],
        "sentence": item.sentence.text,
    }


def _unread(item: Unread) -> Json:
    kind, name = item.key
    return {
        "id": name,
        "kind": kind,
        "path": item.path,
        "side": item.side,
        "elsewhere": item.elsewhere,
        "findings": [finding.message for finding in item.findings],
    }
