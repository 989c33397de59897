"""The contents of blobs, from one git process that is asked for one after the other."""

from __future__ import annotations

import contextlib
import errno
import subprocess
import threading
import weakref
from typing import IO, TYPE_CHECKING, cast

from claimtrack.corpus.files import TooLargeError
from claimtrack.corpus.gitprocess import GitError, GitFailed, command, environment

if TYPE_CHECKING:
    from pathlib import Path

_CHUNK = 1 << 16


class MissingObject(GitError):  # noqa: N818 - reads as a sentence
    """A blob that the repository names and does not hold."""

    def __init__(self, blob: str, path: str) -> None:
        self.blob = blob
        super().__init__(
            f'the contents of "{path}" ({blob}) are not in this clone: '
            "run `git fetch --refetch`, or see `git fsck`"
        )


class Objects:
    """Reads blobs of a repository; one process serves all, and ends with this value."""

    def __init__(self, top: Path) -> None:
        self._top = top
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def __reduce__(self) -> tuple[object, ...]:
        return Objects, (self._top,)

    def read(self, blob: str, path: str, *, limit: int) -> bytes:
        """Read a blob, of which the path is told where something is wrong.

        Raises `TooLargeError` for more than `limit` bytes, `MissingObject` and `GitFailed`.
        """
        with self._lock:
            try:
                size, data = self._answer(blob, limit)
            except OSError as error:
                raise GitFailed("cat-file", str(error.strerror)) from error
            except BaseException:
                # Half an answer is left in the pipe: the next one is asked of another process.
                self._process = None
                raise
        if size is None:
            raise MissingObject(blob, path)
        if size > limit:
            raise TooLargeError(path, limit)
        return data

    def _answer(self, blob: str, limit: int) -> tuple[int | None, bytes]:
        """Return the size of a blob, None where it is not there, and what it holds."""
        process = self._running()
        given, told = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
        given.write(f"{blob}\n".encode())
        given.flush()
        head = told.readline().split()
        if not head:
            raise OSError(errno.EPIPE, "it ended before its time")
        if head[-1] == b"missing":
            return None, b""
        size = int(head[-1])
        data = told.read(size) if size <= limit else _skipped(told, size)
        told.read(1)
        return size, data

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603 - no shell, and git alone
                [*command(), "cat-file", "--batch"],
                cwd=self._top,
                env=environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            weakref.finalize(self, _end, self._process)
        return self._process


def _skipped(told: IO[bytes], size: int) -> bytes:
    """Pass over what is too large to be read whole."""
    while size > 0:
        size -= len(told.read(min(size, _CHUNK))) or size
    return b""


def _end(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    process.wait()
