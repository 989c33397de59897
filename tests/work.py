"""How much work something is, counted and not timed."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def calls(work: Callable[[], object]) -> int:
    """Count the calls of functions, also of built-in ones, that some work comes to."""
    seen: Counter[str] = Counter()
    before = sys.getprofile()
    sys.setprofile(lambda _frame, event, _argument: seen.update((event,)))
    try:
        work()
    finally:
        sys.setprofile(before)
    return seen["call"] + seen["c_call"]
