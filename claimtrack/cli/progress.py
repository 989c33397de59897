"""What a person at a terminal sees while a command takes its time."""

from __future__ import annotations

import contextlib
import sys
import threading
from typing import TYPE_CHECKING, TypeAlias

from claimtrack.cli.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.status import Status

#: Tells what is being done now.
Tell: TypeAlias = "Callable[[str], None]"

#: After how many seconds somebody wonders.
_PATIENCE = 0.7


@contextlib.contextmanager
def progress(*, patience: float = _PATIENCE) -> Iterator[Tell]:
    """Show on a terminal, once it takes long, what is being done; nothing is shown elsewhere.

    Nothing may be printed meanwhile.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield _tell_nobody
        return
    waiting = _Waiting()
    timer = threading.Timer(patience, waiting.begin)
    timer.start()
    try:
        yield waiting.tell
    finally:
        timer.cancel()
        timer.join()
        waiting.end()


def _tell_nobody(_: str) -> None:
    pass


class _Waiting:
    """A line on the terminal that says what is being done, and goes away."""

    def __init__(self) -> None:
        self._now = ""
        self._status: Status | None = None

    def tell(self, now: str) -> None:
        self._now = visible(now)
        if self._status is not None:
            self._status.update(self._now)

    def begin(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - slow to import, and seldom needed

        status = Console(stderr=True, markup=False, highlight=False).status(self._now)
        status.start()
        self._status = status

    def end(self) -> None:
        if self._status is not None:
            self._status.stop()
