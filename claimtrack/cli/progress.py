"""What a person at a terminal sees while a command takes its time."""

from __future__ import annotations

import contextlib
import sys
import threading
from typing import TYPE_CHECKING, TypeAlias

from claimtrack.cli.columns import cells, columns, cut
from claimtrack.cli.terminal import width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

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
    waiting = Waiting(sys.stderr)
    timer = threading.Timer(patience, waiting.begin)
    timer.daemon = True
    timer.start()
    try:
        yield waiting.tell
    finally:
        timer.cancel()
        waiting.end()


def _tell_nobody(_: str) -> None:
    pass


class Waiting:
    """A line on a terminal that says what is being done, and is wiped off again."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal
        self._now = ""
        self._shown = 0
        self._begun = self._ended = False
        self._lock = threading.Lock()

    def tell(self, now: str) -> None:
        """Say what is being done now."""
        with self._lock:
            self._now = now
            if self._begun:
                self._show(now)

    def begin(self) -> None:
        """Show it from now on, unless the work is done."""
        with self._lock:
            self._begun = not self._ended
            if self._begun:
                self._show(self._now)

    def end(self) -> None:
        """Wipe it off."""
        with self._lock:
            self._ended = True
            if self._begun:
                self._show("")

    def _show(self, text: str) -> None:
        """Write over what stands there; spaces wipe on every terminal."""
        there, _, _ = cut(cells(text), (0, 1), width() - 1)
        with contextlib.suppress(OSError):
            self._terminal.write(f"\r{' ' * self._shown}\r{there}")
            self._terminal.flush()
        self._shown = columns(cells(there))
