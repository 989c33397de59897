"""What words of a text became others, shown in place, without the long stretches that stayed."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from claimtrack.changes.sentence import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: A word, a mark, or a character of a script that is written without spaces, with the white space
#: behind it.
_TOKEN = re.compile(r"(?:[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W\u3040-\ud7a3]+|\W)\s*")
_Tokens: TypeAlias = tuple[str, ...]
#: How many unchanged words are shown beside a change, and how much of the shorter text must have
#: stayed for the two to be shown as one.
_CONTEXT, _LEAST = 4, 0.35
#: Above this product of their numbers of words, two texts are not compared word by word.
_MOST = 1_000_000
_GAP = "… "


@frozen
class _Run:
    """Words that stayed, or words that went and those that came instead."""

    old: _Tokens
    new: _Tokens

    @property
    def stays(self) -> bool:
        return self.old == self.new

    @property
    def says_something(self) -> bool:
        return any(token[0].isalnum() for token in self.old)


def reworded(old: str, new: str) -> tuple[Piece, ...]:
    """Return one text as it became another: what went, what came, and the words beside it.

    >>> from claimtrack.changes.sentence import Sentence
    >>> print(Sentence(reworded("He said that a bomb went off.", "He said that bombs went off.")))
    He said that {-a bomb-}{+bombs+} went off.
    """
    ours, theirs = tuple(_TOKEN.findall(old)), tuple(_TOKEN.findall(new))
    runs = _joined(_runs(ours, theirs))
    stayed = sum(len(run.old) for run in runs if run.stays)
    if stayed < _LEAST * min(len(ours), len(theirs)):
        runs = [_Run((old,), (new,))]
    last = len(runs) - 1
    shown = (_shortened(run, i == 0, i == last) if run.stays else run for i, run in enumerate(runs))
    return tuple(_pieces(shown))


def _runs(old: _Tokens, new: _Tokens) -> Iterator[_Run]:
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    ours, theirs = old[head : len(old) - tail], new[head : len(new) - tail]
    yield _Run(old[:head], old[:head])
    if len(ours) * len(theirs) > _MOST:
        yield _Run(ours, theirs)
    else:
        codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
        yield from (_Run(ours[a:b], theirs[c:d]) for _, a, b, c, d in codes)
    yield _Run(old[len(old) - tail :], old[len(old) - tail :])


def _common(old: _Tokens, new: _Tokens) -> int:
    """Return how many words two texts have in common at their beginning."""
    unlike = (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
    return next(unlike, min(len(old), len(new)))


def _joined(runs: Iterable[_Run]) -> list[_Run]:
    """Join changes between which only marks stayed."""
    found: list[_Run] = []
    for run in runs:
        if not (run.old or run.new):
            continue
        found.append(run)
        while len(found) > 2 and not (run.stays or found[-2].says_something or found[-3].stays):
            parts = found[-3:]
            old = tuple(token for part in parts for token in part.old)
            found[-3:] = [_Run(old, tuple(token for part in parts for token in part.new))]
    return found


def _shortened(run: _Run, first: bool, last: bool) -> _Run:  # noqa: FBT001 - where it stands
    before = 0 if first else _CONTEXT
    after = len(run.old) - (0 if last else _CONTEXT)
    if after - before <= _CONTEXT:
        return run
    kept = (*run.old[:before], _GAP.rstrip() if last else _GAP, *run.old[after:])
    return _Run(kept, kept)


def _pieces(runs: Iterable[_Run]) -> Iterator[Piece]:
    """Yield the pieces; a space that follows both what went and what came follows them as plain."""
    space = ""
    for run in runs:
        old, new = "".join(run.old), "".join(run.new)
        if run.stays:
            yield Piece(space + old)
            space = ""
            continue
        both = bool(old) and bool(new)
        space = _space(old) if both and _space(old) == _space(new) else ""
        cut = -len(space) or None
        yield from (Piece(old[:cut], "deleted"),) if old else ()
        yield from (Piece(new[:cut], "inserted"),) if new else ()
    if space:
        yield Piece(space)


def _space(text: str) -> str:
    return text[len(text.rstrip()) :]
