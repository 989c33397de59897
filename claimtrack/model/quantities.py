"""How many: figures, bounds, shares, orders and vague words, as a reviewer can read them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal, assert_never, get_args

import attrs

from claimtrack.errors import ClaimtrackError
from claimtrack.model.bounds import Bounds
from claimtrack.model.policies import NUMBER_NAMES, VAGUE_WORDS, Policy
from claimtrack.model.quantity_advice import problem, respell
from claimtrack.model.wording import ordinal
from claimtrack.quoting import quoted

Qualifier = Literal["at least", "more than", "at most", "fewer than", "about", "nearly"]

#: The words that may stand before a figure.
QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)

Form = Literal[
    "exact",
    "at-least",
    "more-than",
    "at-most",
    "fewer-than",
    "about",
    "nearly",
    "range",
    "order",
    "word",
]

#: How a quantity may be put; `word` is a bare vague word such as `dozens`.
FORMS: tuple[Form, ...] = get_args(Form)

#: How many digits a figure may have.
MAX_DIGITS = 18

_LONGEST = 64
_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?"
_PATTERN = re.compile(
    rf"(?:(?P<qualifier>{'|'.join(QUALIFIERS)}) )?"
    rf"(?:(?P<figure>{_NUMBER})(?: to (?P<upper>{_NUMBER}))?(?P<share> %)?|(?P<word>[a-z ]+))"
    r"|(?P<order>[1-9][0-9]*)(?:st|nd|rd|th)"
)
_QUALIFIERS: dict[str | None, Qualifier] = {qualifier: qualifier for qualifier in QUALIFIERS}
_QUALIFIED_FORMS = dict(zip(QUALIFIERS, FORMS[1:7], strict=True))


class InvalidQuantity(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A text is not a quantity as claimtrack writes it."""

    _ADVICE = (
        "write a figure such as `7`, `at least 5`, `about 6`, `5 to 7`, `7th` or `10 %`, "
        "or a word such as `several` or `dozens`"
    )

    def __init__(self, text: str, problem: str = "", suggestion: str | None = None) -> None:
        super().__init__(text, problem, suggestion)
        self.text = text
        self.problem = problem
        #: The quantity that was surely meant, where there is just one.
        self.suggestion = suggestion

    def __str__(self) -> str:
        if self.suggestion is not None:
            return f"write `{self.suggestion}`, not {quoted(self.text)}"
        return f"{quoted(self.text)} is not a quantity: {self.problem or self._ADVICE}"


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False)
class Quantity:
    """How many, or how much, as a source puts it; made by `Quantity.parse`.

    There are figures (`7`, `2.5`, `-3`), ranges (`5 to 7`), shares (`10 %`), orders (`7th`) and the
    vague words of `VAGUE_WORDS` (`dozens`). A figure may have a qualifier before it, as may the
    words that stand for a number (`about half a dozen`, see `NUMBER_NAMES`); a range takes only
    `about`, any other vague word only `at least` and `at most`, an order none.

    Two quantities are equal where they say the same; what they allow is a matter of `bounds`.
    """

    qualifier: Qualifier | None = None
    #: The figure, the lower end of a range, or the place in an order; `None` for a vague word.
    figure: Decimal | None = None
    #: The upper end of a range.
    upper: Decimal | None = None
    word: str | None = None
    #: Whether this is a share in per cent, never comparable with a count.
    share: bool = False
    #: Whether this is a place in an order, `7th`.
    order: bool = False

    @staticmethod
    def parse(text: str) -> Quantity:
        """Read a quantity, or raise `InvalidQuantity`, which says what to write instead.

        >>> Quantity.parse("at least 5").form
        'at-least'
        >>> Quantity.parse("5+")
        Traceback (most recent call last):
        ...
        claimtrack.model.quantities.InvalidQuantity: write `at least 5`, not `5+`
        """
        return _parsed(text)

    @property
    def form(self) -> Form:
        """How the quantity is put, one of `FORMS`; `about 5 to 7` is `about`."""
        if self.qualifier is not None:
            return _QUALIFIED_FORMS[self.qualifier]
        if self.upper is not None:
            return "range"
        if self.word is not None:
            return "word"
        return "order" if self.order else "exact"

    @property
    def inexact(self) -> bool:
        """Whether what it allows depends on the policy: `about 6`, `nearly 100`, `dozens`."""
        return self.word is not None or self.qualifier in {"about", "nearly"}

    def bounds(self, policy: Policy, *, counted: bool = False) -> Bounds:
        """Return the lowest and the highest value that the quantity allows under the policy.

        A share's values are per cent; an order is a lower bound (the 7th is one of at least 7).
        Without `counted`, a figure may be measured as well as counted, so `more than 5` leaves 5.5
        open; with it, the values are whole numbers from 0 on, so `more than 5` is at least 6, save
        for what cannot be a count: shares, `nearly 1`, figures that are not whole or below 0.

        >>> from claimtrack.model.policies import TOLERANT
        >>> str(Quantity.parse("half a dozen").bounds(TOLERANT))
        '5 to 7'
        """
        bounds = self._bounds(policy)
        return bounds.counted() if counted and self._countable else bounds

    def _bounds(self, policy: Policy) -> Bounds:
        low, high = self._ends(policy)
        match self.qualifier:
            case None:
                return Bounds(low=low, high=high)
            case "at least" | "more than":
                return Bounds(low=low, low_open=self.qualifier == "more than")
            case "at most" | "fewer than":
                return Bounds(high=high, high_open=self.qualifier == "fewer than")
            case "about":
                high = None if high is None else policy.about.above(high)
                return Bounds(low=policy.about.below(low), high=high)
            case "nearly":
                low, reaches = policy.nearly.below(low), policy.nearly_reaches
                return Bounds(low=low, high=high, high_open=not reaches)
            case _:
                assert_never(self.qualifier)

    def _ends(self, policy: Policy) -> tuple[Decimal, Decimal | None]:
        if self.figure is None:
            allowed = policy.word(self.word or "")
            return allowed.low, allowed.high
        if self.order:
            return self.figure, None
        return self.figure, self.figure if self.upper is None else self.upper

    @property
    def _countable(self) -> bool:
        if self.share or (self.qualifier == "nearly" and self.figure == 1):
            return False
        figures = (self.figure or 0, self.upper or 0)
        return all(figure >= 0 and figure == int(figure) for figure in figures)

    def __str__(self) -> str:
        before = "" if self.qualifier is None else f"{self.qualifier} "
        if self.figure is None:
            return f"{before}{self.word}"
        if self.order:
            return ordinal(int(self.figure))
        upper = "" if self.upper is None else f" to {self.upper:f}"
        return f"{before}{self.figure:f}{upper}{' %' if self.share else ''}"

    def __repr__(self) -> str:
        return f"<Quantity {self}>"


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Quantity:
    try:
        return _read(text)
    except InvalidQuantity as refusal:
        raise InvalidQuantity(text, refusal.problem, _suggestion(text)) from None


def _suggestion(text: str) -> str | None:
    if len(text) > _LONGEST:
        return None
    try:
        return str(_read(respell(text)))
    except InvalidQuantity:
        return None


def _read(text: str) -> Quantity:
    found = _PATTERN.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        raise InvalidQuantity(text, problem(text[:_LONGEST]))
    if found["order"]:
        return _order(text, found["order"])
    if found["word"]:
        return _vague(text, _QUALIFIERS.get(found["qualifier"]), found["word"])
    return _figure(text, found)


def _order(text: str, digits: str) -> Quantity:
    figure = _decimal(text, digits)
    if text != ordinal(int(figure)):
        raise InvalidQuantity(text)
    return Quantity(figure=figure, order=True)


def _vague(text: str, qualifier: Qualifier | None, word: str) -> Quantity:
    if word not in VAGUE_WORDS:
        raise InvalidQuantity(text, problem(text))
    if not (qualifier in {None, "at least", "at most"} or word in NUMBER_NAMES):
        raise InvalidQuantity(text, f"`{word}` takes no `{qualifier}`; write `{word}`")
    return Quantity(qualifier=qualifier, word=word)


def _figure(text: str, found: re.Match[str]) -> Quantity:
    qualifier = _QUALIFIERS.get(found["qualifier"])
    figure = _decimal(text, found["figure"])
    upper = None if found["upper"] is None else _decimal(text, found["upper"])
    if upper is not None and qualifier not in {None, "about"}:
        raise InvalidQuantity(text, f"a range takes no `{qualifier}`; write one of its ends")
    if upper is not None and upper <= figure:
        raise InvalidQuantity(text, "write the lower end of a range first")
    if qualifier == "nearly" and figure <= 0:
        advice = f"`nearly` needs a figure above 0; write `{text.replace('nearly', 'about')}`"
        raise InvalidQuantity(text, advice)
    return Quantity(qualifier=qualifier, figure=figure, upper=upper, share=bool(found["share"]))


def _decimal(text: str, digits: str) -> Decimal:
    if len(digits.lstrip("-").replace(".", "")) > MAX_DIGITS:
        raise InvalidQuantity(text, f"a figure has at most {MAX_DIGITS} digits; round it")
    if digits == "-0":
        raise InvalidQuantity(text)
    return Decimal(digits)
