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
_TOKEN = re.compile(r"(?:[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]|[^\W\u3040-\ud7a3]+|\W|.)\s*")
#: A sentence, with the white space behind it.
_SENTENCE = re.compile(r"[^.!?…。！？\n]*[.!?…。！？\n]+\s*|[^.!?…。！？\n]+")  # noqa: RUF001 - marks of all scripts
_Tokens: TypeAlias = tuple[str, ...]
#: How many unchanged words, and how many sentences, are shown beside a change.
_WORDS, _SENTENCES = 4, 1
#: How much of the shorter text must have stayed for the two to be shown as one.
_LEAST = 0.35
#: Above this product of their numbers, words or sentences are not compared one by one.
_MOST = 40_000
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
    for pattern, beside in ((_TOKEN, _WORDS), (_SENTENCE, _SENTENCES)):
        ours, theirs = tuple(pattern.findall(old)), tuple(pattern.findall(new))
        runs = _joined(_runs(ours, theirs))
        stayed = sum(len(run.old) for run in runs if run.stays)
        if stayed and stayed >= _LEAST * min(len(ours), len(theirs)):
            last = len(runs) - 1
            ends = ((0 if i == 0 else beside, 0 if i == last else beside) for i in range(last + 1))
            return tuple(_pieces(map(_shortened, runs, ends)))
    return tuple(_pieces([_Run((old,), (new,))]))


def _runs(old: _Tokens, new: _Tokens) -> Iterator[_Run]:
    """Yield what stayed and what became what; nothing where that takes too long to find out."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    ours, theirs = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(ours) * len(theirs) > _MOST:
        return
    yield _Run(old[:head], old[:head])
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


def _shortened(run: _Run, ends: tuple[int, int]) -> _Run:
    """Leave out what stayed but for so many words at its beginning and its end."""
    before, after = ends[0], len(run.old) - ends[1]
    if not run.stays or after - before <= _WORDS:
        return run
    gap = _GAP if ends[1] else _GAP.rstrip()
    kept = (*run.old[:before], gap, *run.old[after:])
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
