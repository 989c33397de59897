"""What a reader of dates raises, before the whole text is at hand."""


class DateFault(ValueError):  # noqa: N818 - a reason only, which `InvalidDate` completes
    """What is wrong with the text of a date and what to do, without the text itself."""

    def __init__(self, *, why: str) -> None:
        super().__init__(why)
