"""Files of a corpus edited at random on two sides, and what must come of merging them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.changes.merge import merge
from claimtrack.corpus.textmerge import merge_lines
from claimtrack.model.claims import Claim
from claimtrack.text.edit import edit
from claimtrack.text.markers import Markers
from claimtrack.text.read import read
from tests.changes.edits import any_edit, edited, in_any_order, overlap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from random import Random

    from tests.changes.edits import Edit


@frozen
class TwoSided:
    """A file with edits of its own on each side."""

    base: str
    ours: str
    theirs: str
    #: What both make together; None where they contradict each other.
    both: Claim | None


@frozen(kw_only=True)
class Tally:
    """How merges of many such files went."""

    pairs: int = 0
    #: Edits that contradict each other, of which a merge must say so.
    contradictions: int = 0
    #: Files that a merge line by line could not merge, and those that it merged to something else.
    plain_conflicts: int = 0
    plain_wrong: int = 0
    #: The same of a merge by meaning.
    conflicts: int = 0
    wrong: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            pairs=self.pairs + other.pairs,
            contradictions=self.contradictions + other.contradictions,
            plain_conflicts=self.plain_conflicts + other.plain_conflicts,
            plain_wrong=self.plain_wrong + other.plain_wrong,
            conflicts=self.conflicts + other.conflicts,
            wrong=self.wrong + other.wrong,
        )


def claim_in(text: str) -> Claim | None:
    """Read a claim; None where it cannot be read whole."""
    document = read(text.encode(), kind="claim", id="a")
    record = document.record
    return record if isinstance(record, Claim) and not document.faults else None


def two_sided(texts: Sequence[str], random: Random, *, most: int = 1) -> TwoSided:
    """Edit one of some files on both sides, up to so many times on each."""
    base = random.choice(texts)
    claim = claim_in(base)
    assert claim is not None
    ours, theirs = (tuple(_edits(claim, random, most)) for _ in range(2))
    one, other = (edit(base, edited(claim, edits)) for edits in (ours, theirs))
    apart = not any(overlap(mine.site, yours.site) for mine in ours for yours in theirs)
    both = edited(claim, (*ours, *theirs)) if apart or one == other else None
    sound = both is not None and all(version.attributions for version in both.versions.values())
    return TwoSided(base, one, other, claim_in(edit(base, both)) if both and sound else None)


def _edits(claim: Claim, random: Random, most: int) -> Iterator[Edit]:
    done: list[Edit] = []
    for _ in range(random.randint(1, most)):
        new = any_edit(claim, random)
        if not any(overlap(new.site, old.site) for old in done):
            done.append(new)
            yield new


def tally(given: TwoSided) -> Tally:
    """Merge a file line by line and by meaning, and see what came of it."""
    sides = (given.base.encode(), given.ours.encode(), given.theirs.encode())
    lines = merge_lines(*sides, Markers())
    done = merge(*sides)
    return Tally(
        pairs=1,
        contradictions=given.both is None,
        plain_conflicts=bool(lines.conflicts),
        plain_wrong=not lines.conflicts and not is_right(lines.data.decode(), given),
        conflicts=not done.is_clean,
        wrong=_is_wrong(done.text or "", given, clean=done.is_clean),
    )


def is_right(text: str, given: TwoSided) -> bool:
    """Tell whether a file holds what both sides make together."""
    claim = claim_in(text)
    if claim is None or given.both is None:
        return False
    return in_any_order(claim) == in_any_order(given.both)


def _is_wrong(text: str, given: TwoSided, *, clean: bool) -> bool:
    """Tell whether something was lost, or was called a contradiction that is none."""
    if given.both is None:
        return clean
    return not clean or not is_right(text, given)


def claims_in(corpus: Mapping[str, str]) -> list[str]:
    """Return the texts of the claims among files, each with something that may be edited."""
    return [
        text
        for path, text in sorted(corpus.items())
        if text.startswith(("claim: ", "# ")) and _editable(text) and path
    ]


def _editable(text: str) -> bool:
    claim = claim_in(text)
    return claim is not None and all(version.attributions for version in claim.versions.values())
