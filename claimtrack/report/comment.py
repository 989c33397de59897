"""Changes as a comment on a pull request: Markdown that shows every text and obeys none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimtrack.changes.sentence import Piece, Sentence
from claimtrack.quoting import quoted
from claimtrack.report.accounts import Entry
from claimtrack.report.harmless import harmless, sentence_html
from claimtrack.report.phrases import counted
from claimtrack.report.tallies import entry_text, tally_rows, tally_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.changes.change import Unread
    from claimtrack.report.accounts import Account

#: What GitHub says a comment may have: characters, and it was seen to take bytes four times as
#: many, so that no character takes more room than it counts.
LIMIT = 65_536
#: A comment has room at least for its table and for what it leaves out.
LEAST_LIMIT = 4_000
#: By this first line, whoever posts comments finds the one to put a new one in the place of.
MARKER = "<!-- claimtrack diff -->"

#: So many characters of one sentence are shown, and so many lines of a list of files.
_LONGEST, _LINES = 1_500, 10
#: What the line about what is left out may take, and the end of a list that is cut short.
_RESERVE, _ENDING = 300, 80
#: So few records are shown unfolded.
_UNFOLDED = 3
#: So many characters of a revision are shown, and of a headline, a path, or a message.
_SIDE, _NAME = 60, 200


def comment(account: Account, *, limit: int = LIMIT) -> str:
    """Return an account as Markdown of at most so many characters, at least `LEAST_LIMIT`.

    The text of records stands in HTML blocks, where Markdown has no meaning. What there is no room
    for is left out, whole sentences at a time, and the last line tells how much that is.
    """
    start = (*_start(account), *_bulk(account, limit // 6))
    end = tuple(_end(account, limit // 6))
    room = limit - _RESERVE - sum(_cost(block) for block in (*start, *end))
    entries = tuple(it for it in account.entries if it.told or it.follows)
    names = limit // 8
    filled = _filled(entries, room)
    if filled.unseen:
        filled = _filled(entries, room - names)
    left_out = _left_out(filled, names)
    return "\n\n".join((*start, *filled.blocks, *end, *left_out)) + "\n"


@frozen
class _Filled:
    """The blocks for which there is room, and what is left out."""

    blocks: tuple[str, ...]
    #: The entries of which nothing is told.
    unseen: tuple[Entry, ...]
    #: How many sentences are left out of the blocks.
    sentences: int


def _filled(entries: Sequence[Entry], room: int) -> _Filled:
    unfolded = len(entries) <= _UNFOLDED
    blocks: list[str] = []
    unseen: list[Entry] = []
    sentences = 0
    for entry in entries:
        block, left = _fitted(entry, room, unfolded=unfolded)
        if block:
            blocks.append(block)
            sentences += left
            room -= _cost(block)
        else:
            unseen.append(entry)
    return _Filled(tuple(blocks), tuple(unseen), sentences)


def _cost(block: str) -> int:
    """Count the characters of a block with the empty line after it; a line end may be two."""
    return len(block) + block.count("\n") + 4


def _start(account: Account) -> Iterator[str]:
    yield MARKER
    yield f"### claimtrack: {tally_text(account)}"
    yield f"<p>What changed in meaning {_between(account.base, account.head)}.</p>"
    table = tally_rows(account)
    if table:
        head, *rows = (f"| {' | '.join(row)} |" for row in table)
        yield "\n".join([head, f"|---|{'---:|' * (len(table[0]) - 1)}", *rows])


def _between(base: str, head: str) -> str:
    """Say in words where the changes lie; git's own for a merge base say it backwards."""
    left, dots, other = base.partition("...")
    if dots and other == head:
        return f"on {_side(head)} since it left {_side(left)}"
    return f"from {_side(base)} to {_side(head)}"


def _side(name: str) -> str:
    return f"<b>{_name(name, most=_SIDE)}</b>"


def _fitted(entry: Entry, room: int, *, unfolded: bool) -> tuple[str, int]:
    """Return the block of an entry with as many sentences as fit, and how many do not."""
    items = [f"<li>{_shown(it.sentence)}</li>" for it in entry.told]
    items += [f"<li>⇒ {_shown(sentence)}</li>" for sentence in entry.follows]
    head = _head(entry, unfolded=unfolded)
    whole = _folded(head, items)
    if _cost(whole) <= room:
        return whole, 0
    used, kept = _cost(_folded(head, [])) + _ENDING, 0
    while kept < len(items) and used + len(items[kept]) + 2 <= room:
        used += len(items[kept]) + 2
        kept += 1
    left = len(items) - kept
    ending = f"<li><i>{counted(left, 'sentence')} more, left out here</i></li>"
    return (_folded(head, [*items[:kept], ending]), left) if kept else ("", left)


def _head(entry: Entry, *, unfolded: bool) -> str:
    what = harmless(entry.name)
    opened = "<details open>" if unfolded else "<details>"
    about = entry_text(entry)
    told = f" <i>({harmless(about)})</i>" if about else ""
    return opened + _summary(f"<b>{what}</b>: {_name(entry.headline)}{told}")


def _folded(head: str, items: Iterable[str]) -> str:
    return "\n".join([head, "<ul>", *items, "</ul></details>"])


def _shown(sentence: Sentence, *, most: int = _LONGEST) -> str:
    """Return a sentence as HTML, cut where it is very long."""
    pieces: list[Piece] = []
    room = most
    for piece in sentence.pieces:
        if len(piece.text) > room:
            pieces.append(evolve(piece, text=f"{piece.text[:room]}…"))
            over = sum(len(one.text) for one in sentence.pieces) - most
            pieces.append(Piece(f" ({over:,} characters more)"))
            break
        pieces.append(piece)
        room -= len(piece.text)
    return sentence_html(Sentence(tuple(pieces)))


def _bulk(account: Account, room: int) -> Iterator[str]:
    if account.settings:
        changed = [_shown(sentence) for sentence in account.settings]
        yield _folded(f"<details open>{_summary('The settings')}", _lines(changed, room // 2))
    if account.bulk:
        lines = [_shown(bulk.sentence) for bulk in account.bulk]
        yield _folded(f"<details open>{_summary('The same in many records')}", _lines(lines, room))


def _end(account: Account, room: int) -> Iterator[str]:
    """Yield a block each for files that are told by their names, with room for some of these."""
    if account.unread:
        head = f"{counted(len(account.unread), 'file')} could not be read, and not be compared"
        yield _folded(
            f"<details>{_summary(head)}",
            _lines([_unread(it, account) for it in account.unread], room),
        )
    if account.layout_only:
        head = f"{counted(len(account.layout_only), 'file')} changed in layout or comments only"
        yield _folded(
            f"<details>{_summary(head)}", _lines([_name(it) for it in account.layout_only], room)
        )


def _summary(head: str) -> str:
    return f"<summary>{head}</summary>"


def _lines(lines: Sequence[str], room: int) -> Iterator[str]:
    shown = 0
    for line in lines[:_LINES]:
        room -= len(line) + _ENDING
        if room < 0:
            break
        shown += 1
        yield f"<li>{line}</li>"
    if len(lines) > shown:
        yield f"<li><i>and {len(lines) - shown} more</i></li>"


def _unread(item: Unread, account: Account) -> str:
    side = _name(account.base if item.side == "before" else account.head, most=_SIDE)
    why = f": {_name(item.findings[0].message)}" if item.findings else ""
    alone = {"before": ", gone since", "after": ", which is new"}[item.side]
    return f"<b>{_name(item.path)}</b> in {side}{'' if item.elsewhere else alone}{why}"


def _name(text: str, *, most: int = _NAME) -> str:
    return harmless(quoted(text, mark="", most=most))


def _left_out(filled: _Filled, room: int) -> Iterator[str]:
    told = [counted(len(filled.unseen), "record")] if filled.unseen else []
    told += [f"{counted(filled.sentences, 'sentence')} about others"] if filled.sentences else []
    if told:
        yield (
            f"<p><b>Left out, for want of room: {' and '.join(told)}.</b> "
            "<code>claimtrack diff</code> tells everything.</p>"
        )
    if filled.unseen:
        yield f"<p>Left out: {_ids(filled.unseen, room - _RESERVE // 3)}.</p>"


def _ids(entries: Sequence[Entry], room: int) -> str:
    """Return the names of as many records as there is room for, and how many others there are."""
    ids: list[str] = []
    for entry in entries:
        room -= len(_name(entry.name)) + 2
        if room < 0:
            break
        ids.append(_name(entry.name))
    left = len(entries) - len(ids)
    return ", ".join(ids) + (f" and {left} more" if ids and left else "")
