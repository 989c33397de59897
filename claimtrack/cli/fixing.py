"""What `check --fix` mends: the options that ask for it, and what is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from claimtrack.cli.differences import difference
from claimtrack.cli.layouts import Outcome
from claimtrack.cli.summary import count
from claimtrack.cli.targets import shown
from claimtrack.cli.terminal import say
from claimtrack.errors import ClaimtrackError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimtrack.cli.lines import Line
    from claimtrack.rules.mending import Mended, MendedFile

    F = TypeVar("F", bound=Callable[..., int])

#: So many findings that could not be mended are named.
_NAMED = 3


class FixOfAChange(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """Files to mend, of which only a change is looked at."""

    def __init__(self) -> None:
        super().__init__("`--fix` mends files as they are: leave `--since` out")


class FormatOfADiff(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A format of what is found, where only a diff is shown."""

    def __init__(self) -> None:
        super().__init__("`--diff` shows what would change in place of findings: leave `-o` out")


def fix_options(function: F) -> F:
    """Add the options that have findings mended."""
    options = (
        click.option(
            "--fix",
            is_flag=True,
            help="Mend what has one right answer and leaves what is read the same; tell the rest.",
        ),
        click.option(
            "--unsafe-fixes",
            "unsafe",
            is_flag=True,
            help="Mend also what changes what is read, such as a slip in a word; with --fix or "
            "without.",
        ),
        click.option(
            "--diff", is_flag=True, help="Write nothing; show what --fix would change instead."
        ),
    )
    for option in reversed(options):
        function = option(function)
    return function


def shown_changes(mended: Sequence[Mended]) -> Iterator[Line]:
    """Yield what would change in the files, as a diff."""
    for item in mended:
        for file in item.files:
            yield from difference(_outcome(item, file))


def write_mended(mended: Sequence[Mended]) -> None:
    """Write what was mended; where a corpus cannot be written, tell what was before it.

    Raises as `Mended.write`.
    """
    for number, item in enumerate(mended):
        try:
            item.write()
        except ClaimtrackError:
            if number:
                say(told(mended[:number], written=True))
            raise


def told(mended: Sequence[Mended], *, written: bool) -> str:
    """Tell in one line what was mended, or would be, what needs leave, and what is left."""
    fixed = sum(len(item.fixed) for item in mended)
    files = sum(len(item.files) for item in mended)
    waiting = sum(len(item.needing_leave) for item in mended)
    what = "mended" if written else "would be mended"
    where = f" in {count(files, 'file')}" if files else ""
    more = f"; {waiting:,} more could be with --unsafe-fixes" if waiting else ""
    return f"{count(fixed, 'finding')} {what}{where}{more}{_left(mended)}"


def _left(mended: Sequence[Mended]) -> str:
    """Name what could not be mended, though one such finding usually can."""
    left = [(item.root, finding) for item in mended for finding in item.left]
    if not left:
        return ""
    named = [f"{it.code} in {shown(root / it.filename)}:{it.line}" for root, it in left[:_NAMED]]
    others = [f"{len(left) - _NAMED:,} more"] if len(left) > _NAMED else []
    return f"; {len(left):,} could not be: {', '.join([*named, *others])}"


def _outcome(item: Mended, file: MendedFile) -> Outcome:
    name = shown(item.root / file.path)
    return Outcome(filename=name, before=file.before.decode(), after=file.after.decode())
