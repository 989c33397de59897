"""What is sure about two dates: yes, no, or not known.

Yes is what holds for every possible extent of both, no is what holds for none. Where a date has
several pieces, or gaps (`{1670..1672}`), some answers that could be worked out are "not known".
"""

from typing import TypeAlias

from claimtrack.model.edtf import Expression
from claimtrack.model.extents import FOREVER, Block, Extents, Piece, as_printed, comparable
from claimtrack.model.moments import Moment, moment

#: Yes, no, or not known.
Answer: TypeAlias = bool | None


def is_before(first: Expression, second: Expression) -> Answer:
    """Say whether all of the first lies before all of the second."""
    ours, theirs = (each.hull for each in comparable(first, second))
    if ours.last_end < theirs.first_start:
        return True
    return None if ours.first_end < theirs.last_start else False


def do_overlap(first: Expression, second: Expression) -> Answer:
    """Say whether the two share a day."""
    ours, theirs = comparable(first, second)
    if any(_surely_meet(p.hull, q.hull) for p in ours.pieces for q in theirs.pieces):
        return True
    options = [option for piece in theirs.outer for option in piece.options]
    possible = any(o.meets(q) for p in ours.outer for o in p.options for q in options)
    return None if possible else False


def is_within(first: Expression, second: Expression) -> Answer:
    """Say whether all of the first lies inside the second, where a plain date is its whole unit."""
    ours, theirs = comparable(first, second)
    covers = [piece.cover for piece in theirs.pieces]
    if all(_is_covered(piece.hull, covers) for piece in ours.outer):
        return True
    targets = theirs.pieces[0].options if theirs.is_single else _outline(theirs)
    possible = all(_may_fit(piece, targets) for piece in ours.pieces)
    return None if possible else False


def is_same_day(first: Expression, second: Expression) -> Answer:
    """Say whether both are one day each, and the same."""
    match moment(first), moment(second):
        case Moment() as here, Moment() as there:
            answers = {here.day_at(z) == there.day_at(z) for z in (here.offset, there.offset)}
            return answers.pop() if len(answers) == 1 else None
    ours, theirs = comparable(first, second)
    pieces = ours.pieces + theirs.pieces
    if all(piece.hull.first_start == piece.hull.last_end for piece in pieces):
        return len({piece.hull.first_start for piece in pieces}) == 1
    return None if _common_days([_single_days(piece) for piece in pieces]) else False


def refines(first: Expression, second: Expression) -> bool:
    """Say whether all that the first may be the second may be too, and not the other way round.

    The first must also lie within the second as printed: July does not refine "about August". A
    time lies within the day that is printed with it, and a time with an offset within the same time
    without one.
    """
    ours, theirs = as_printed(first, second)
    if not _narrows(ours, theirs):
        return False
    if _narrows(theirs, ours):
        return moment(first) is not None and moment(second) is None
    return _are_moments(first, second) or _lies_within(_printed(first), _printed(second))


def contradict(first: Expression, second: Expression) -> bool:
    """Say whether no extent is possible for both, so that they cannot date the same thing."""
    ours, theirs = comparable(first, second)
    if ours.is_single and theirs.is_single:
        options = theirs.pieces[0].options
        return not any(o.shares(q) for o in ours.pieces[0].options for q in options)
    return not ours.hull.shares(theirs.hull)


def _surely_meet(ours: Block, theirs: Block) -> bool:
    return ours.first_end >= theirs.last_start and theirs.first_end >= ours.last_start


def _is_covered(block: Block, covers: list[tuple[int, int]]) -> bool:
    return any(first <= block.first_start and block.last_end <= last for first, last in covers)


def _outline(whole: Extents) -> tuple[Block, ...]:
    return (Block.within(whole.hull.first_start, whole.hull.last_end),)


def _may_fit(piece: Piece, targets: tuple[Block, ...]) -> bool:
    return any(option.fits_into(target) for option in piece.options for target in targets)


def _narrows(ours: Extents, theirs: Extents) -> bool:
    if not (ours.is_single and theirs.is_single):
        return False
    targets = theirs.pieces[0].options
    return all(any(o.is_part_of(t) for t in targets) for o in ours.pieces[0].options)


def _are_moments(first: Expression, second: Expression) -> bool:
    return moment(first) is not None and moment(second) is not None


def _lies_within(days: tuple[int, int], whole: tuple[int, int]) -> bool:
    return whole[0] <= days[0] and days[1] <= whole[1]


def _printed(read: Expression) -> tuple[int, int]:
    first, last = read.first_day, read.last_day
    return (
        -FOREVER if isinstance(first, str) else first,
        FOREVER if isinstance(last, str) else last,
    )


def _single_days(piece: Piece) -> list[tuple[int, int]]:
    """Return the ranges of days each of which may be all of the piece."""
    ranges = [
        (max(o.first_start, o.first_end), min(o.last_start, o.last_end)) for o in piece.options
    ]
    return [(first, last) for first, last in ranges if first <= last]


def _common_days(each: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    common = each[0]
    for ranges in each[1:]:
        crossed = [(max(a, c), min(b, d)) for a, b in common for c, d in ranges]
        common = [(first, last) for first, last in crossed if first <= last]
    return common
