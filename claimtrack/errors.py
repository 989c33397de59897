"""The one base of every exception that claimtrack raises on purpose."""

from __future__ import annotations


class ClaimtrackError(Exception):
    """A fault of the caller or of the machine, as opposed to a fault in the data.

    Faults in the data are never raised: they are yielded as `claimtrack.Finding`. Every such error
    can be sent to another process, whatever it is made from.
    """

    def __reduce__(self) -> tuple[object, ...]:
        return _restored, (type(self), self.args, vars(self))


def _restored(
    cls: type[ClaimtrackError], args: tuple[object, ...], state: dict[str, object]
) -> ClaimtrackError:
    error = cls.__new__(cls, *args)
    vars(error).update(state)
    return error
