"""The divisions of a year that EDTF numbers from 21 to 41 in place of a month."""

from typing import Final

import attrs

from claimtrack.model.dateunits import QUADRIMESTER, QUARTER, SEASON, SEMESTRAL, Unit


@attrs.frozen
class Season:
    """A division of the year; one that passes December ends in the year after."""

    first_month: int
    unit: Unit

    @property
    def last_month(self) -> int:
        """The number of its last month, counted on past 12 into the next year."""
        return self.first_month + self.unit.months - 1


#: 21 to 24 and 25 to 28 are the northern meteorological spring, summer, autumn and winter, 29 to 32
#: the southern ones, 33 to 36 the quarters, 37 to 39 the quadrimesters, 40 and 41 the half-years.
SEASONS: Final = {
    str(code): Season(month, unit)
    for start, unit, months in (
        (21, SEASON, (3, 6, 9, 12)),
        (25, SEASON, (3, 6, 9, 12)),
        (29, SEASON, (9, 12, 3, 6)),
        (33, QUARTER, (1, 4, 7, 10)),
        (37, QUADRIMESTER, (1, 5, 9)),
        (40, SEMESTRAL, (1, 7)),
    )
    for code, month in enumerate(months, start=start)
}
