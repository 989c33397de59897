"""The one base of every exception that claimtrack raises on purpose."""


class ClaimtrackError(Exception):
    """A fault of the caller or of the machine, as opposed to a fault in the data.

    Faults in the data are never raised: they are yielded as `claimtrack.Finding`.
    """
