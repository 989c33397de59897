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
#: What has happened and cannot be undone, so that its number never falls.
_HAPPENED = frozenset(
    [
        *("killed", "killing", "dead", "death", "died", "fatality", "fatalities", "casualty"),
        *("casualties", "victim", "murdered", "murder", "assassinated", "assassination"),
        *(
            "executed",
            "execution",
            "wounded",
            "injured",
            "injury",
            "injuries",
            "attack",
            "attacked",
        ),
        *("bombing", "explosion", "strike", "raid", "arrest", "arrested", "fired", "launched"),
        *(
            "launch",
            "launches",
            "hanged",
            "shot",
            "massacre",
            "kidnapped",
            "kidnapping",
            "hijacking",
        ),
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


def accumulates(claim: Claim) -> bool:
    """Tell whether the figures of a claim count what has happened, so that they never fall.

    They are counts whose `unit` names what cannot be undone: `people killed`, and not `members`.

    >>> from claimtrack.model.claims import Claim
    >>> [accumulates(Claim(id="q", question="How many?", unit=unit, versions={}))
    ...  for unit in ("people killed", "members", "tons of bombs fired")]
    [True, False, False]
    """
    if not are_counted(claim):
        return False
    words = _WORDS.findall((claim.unit or "").casefold())
    return any(word in _HAPPENED or word.removesuffix("s") in _HAPPENED for word in words)


def _measures(unit: str) -> bool:
    words = _WORDS.findall(unit.casefold())
    return bool(_SIGNS.search(unit)) or any(_is_measure(word) for word in words)


def _is_measure(word: str) -> bool:
    bare = _PREFIXES.sub("", word)
    return not _MEASURES.isdisjoint((word, bare, bare.removesuffix("s"), bare.removesuffix("es")))


def _is_whole(quantity: Quantity) -> bool:
    figures = (quantity.figure or 0, quantity.upper or 0)
    return all(figure >= 0 and figure == int(figure) for figure in figures)
