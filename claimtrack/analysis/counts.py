"""Whether the figures of a claim count things, or measure something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.model.quantities import Quantity

if TYPE_CHECKING:
    from claimtrack.model.claims import Claim

#: What is measured and not counted: half of one is something.
_MEASURES = frozenset(
    [
        *(
            "second",
            "minute",
            "hour",
            "day",
            "week",
            "month",
            "year",
            "decade",
            "century",
            "centuries",
        ),
        *("mm", "cm", "m", "km", "metre", "meter", "mile", "yard", "foot", "feet", "inch"),
        *("hectare", "acre", "square", "cubic", "litre", "liter", "gallon", "barrel"),
        *("gram", "kg", "ton", "tonne", "pound", "kiloton", "megaton", "kt", "mt", "ounce"),
        *("degree", "celsius", "fahrenheit", "kelvin", "volt", "watt", "kw", "mw", "gw", "kwh"),
        *(
            "bit",
            "byte",
            "kb",
            "mb",
            "gb",
            "tb",
            "hertz",
            "knot",
            "kph",
            "mph",
            "joule",
            "magnitude",
        ),
        *("dollar", "euro", "rial", "toman", "shekel", "ruble", "rouble", "yuan", "yen", "franc"),
        *("dirham", "dinar", "riyal", "lira", "rupee", "cent", "usd", "eur", "gbp", "irr", "ils"),
        *("percent", "percentage", "point", "rate", "ratio", "average", "share", "times", "per"),
        *("thousand", "million", "billion", "trillion"),
    ]
)
_WORDS = re.compile(r"[^\W\d_]+")
_SIGNS = re.compile(r"[%‰°€$£¥₽₪﷼²³/]")
_PREFIXES = re.compile(r"^(?:kilo|centi|milli|mega|giga|tera)(?=\w{3})")


def are_counted(claim: Claim) -> bool:
    """Tell whether the figures of a claim are counts, so that they are whole numbers from 0 on.

    They are where its `unit` says what is counted and names no measure, such as `km`, and where no
    version gives a figure that cannot be a count. Shares, and what is relative to another figure,
    do not matter.

    >>> from claimtrack.model.claims import Claim
    >>> [are_counted(Claim(id="q", question="How many?", unit=unit, versions={}))
    ...  for unit in ("people killed", "kilometres of tunnels")]
    [True, False]
    """
    if not claim.unit or _measures(claim.unit):
        return False
    values = [version.value for version in claim.versions.values() if not version.relative_to]
    figures = [value for value in values if isinstance(value, Quantity) and not value.share]
    return all(map(_is_whole, figures))


def _measures(unit: str) -> bool:
    words = _WORDS.findall(unit.casefold())
    return bool(_SIGNS.search(unit)) or any(_is_measure(word) for word in words)


def _is_measure(word: str) -> bool:
    bare = _PREFIXES.sub("", word)
    return not _MEASURES.isdisjoint((word, bare, bare.removesuffix("s"), bare.removesuffix("es")))


def _is_whole(quantity: Quantity) -> bool:
    figures = (quantity.figure or 0, quantity.upper or 0)
    return all(figure >= 0 and figure == int(figure) for figure in figures)
