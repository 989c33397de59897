"""The lengths of the months of the Umm al-Qura calendar.

The calendar of Saudi Arabia follows no simple arithmetic: its months are published. The lengths
are those of the package hijridate 2.6, which follows the printed calendars (for 1343 to 1355, and
with months of 28 and 31 days where they were corrected, up to 1364) and the comparison by R. H. van
Gent, Utrecht University. The package ummalqura 2.0.1 has the same first days of months from 1356 to
1500, save those of 1427-06, 1446-06 and 1485-10, which differ by a day.
"""

from functools import cache
from itertools import accumulate
from typing import Final

FIRST_YEAR: Final = 1343
LAST_YEAR: Final = 1500
#: The day number of 1 Muharram 1343, 1 August 1924.
FIRST_DAY: Final = 702574

# Six hexadecimal digits a year: two bits a month, first month first, hold its length less 28.
_LENGTHS: Final = (
    "9a6a2a59999999d8a65a69695a69a5999a5c999a8e6659a69995a69999999a66966669999999a6599a59"
    "99999aa65969a9965999999a99999999999999999a9998a999999a99999999999999999a999a69999999"
    "99666a66659a666666999a5a99996965a99996669a9999996666669999999a65999a6966669999999999"
    "9a59a9a5999a59999a69999999999a999a6599999a59999a99599a9999699a65999a9966669999999a66"
    "666669a6599a666599a999666a665969a9965a69999999a66666669999669a66599a9996669a65969a99"
    "65a69a5966a66659a699996699a66599a9996669a6659aa6595aa69656a69996669a65999a66996669a6"
    "599a69965a9a65969a6966666999966a66659a69996669a59999a66666669a59969a96599a999666a665"
    "99a69966669999999a6696666a65966a69659a9999669a66599a69996669a65999a996666a59996a6666"
    "5a66999666a665969a9965a6a65969a6665a6699999999a6659a6999666a66596a9996669a65999a6666"
    "5a69a59699a9659a699996699a6599a6996666a65966a69659a6a59669a66599a669666669a6599a6996"
    "5a6a65969a6965a66a59999a66659a6999666a66599a699666699a5999a69665a6a59666a66599a99966"
    "69a59999a666666669a5966a"
)


def month_lengths(year: int) -> tuple[int, ...]:
    """Return the lengths of the year's twelve months, for a year from 1343 to 1500.

    >>> month_lengths(1446)
    (29, 30, 30, 30, 29, 30, 30, 29, 29, 30, 29, 29)
    """
    start = 6 * (year - FIRST_YEAR)
    bits = int(_LENGTHS[start : start + 6], 16)
    return tuple(28 + (bits >> shift & 3) for shift in range(22, -1, -2))


def year_start(year: int) -> int:
    """Return the day number of the year's first day, for a year from 1343 to 1501."""
    return _starts()[year - FIRST_YEAR]


@cache
def _starts() -> tuple[int, ...]:
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return tuple(accumulate((sum(month_lengths(year)) for year in years), initial=FIRST_DAY))
