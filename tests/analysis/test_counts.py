from __future__ import annotations

import pytest

from claimtrack.analysis.counts import are_counted
from claimtrack.model.claims import Claim, Value, Version
from claimtrack.model.dates import Date
from claimtrack.model.ids import VersionRef
from claimtrack.model.quantities import Quantity

COUNTED = ["people killed", "hostages", "missiles", "gunmen on deck", "Schüsse", "stones"]
MEASURED = [
    *(
        "km",
        "kilometres of tunnels",
        "Meters",
        "inches",
        "centuries",
        "US dollars",
        "million people",
    ),
    *("tonnes of explosives", "% of the vote", "€", "missiles per day", "kilograms", "m²"),
]


def claim(*values: str, unit: str | None = "people killed") -> Claim:
    versions = {
        f"v{index}": Version(statement="So.", value=Quantity.parse(value))
        for index, value in enumerate(values)
    }
    return Claim(id="q", question="How many?", unit=unit, versions=versions)


@pytest.mark.parametrize("unit", COUNTED)
def test_things_are_counted(unit: str) -> None:
    assert are_counted(claim("7", "about 9", "dozens", "7th", "10 %", unit=unit))


@pytest.mark.parametrize("unit", [*MEASURED, "", None])
def test_measures_are_not_counted(unit: str | None) -> None:
    assert not are_counted(claim("7", unit=unit))


@pytest.mark.parametrize("value", ["2.5", "-3", "5 to 7.5"])
def test_one_figure_that_is_no_count_shows_that_nothing_is_counted(value: str) -> None:
    assert not are_counted(claim("7", value))


OTHERS: list[tuple[Value | None, VersionRef | None]] = [
    (None, None),
    (Date.parse("2020"), None),
    (Quantity.parse("2.5"), VersionRef("attack/toll", "nine")),
    (Quantity.parse("2.5 %"), None),
]


@pytest.mark.parametrize(("value", "relative_to"), OTHERS, ids=str)
def test_what_is_no_figure_of_its_own_does_not_matter(
    value: Value | None, relative_to: VersionRef | None
) -> None:
    other = Version(statement="So.", value=value, relative_to=relative_to)
    assert are_counted(claim("7").with_version("other", other))
