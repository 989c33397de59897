"""What `about`, `nearly` and words such as `dozens` allow: named, documented readings."""

from __future__ import annotations

from decimal import Context, Decimal

import attrs

from claimtrack.errors import ClaimtrackError

_EXACT = Context(prec=100)

_NO_END = None

#: Each vague word with the lowest and highest number that it allows when read `literal`,
#: `tolerant` and `wide`. Words whose literal reading is one number stand for that number.
#: A plural such as `dozens` says that the next word up was not chosen, hence its upper end;
#: only the `wide` reading takes it for a mere lower bound.
_WORDS: tuple[tuple[str, tuple[int, int], tuple[int, int], tuple[int, int | None]], ...] = (
    ("a couple", (2, 2), (2, 3), (1, 4)),
    ("a few", (3, 5), (2, 7), (2, 10)),
    ("several", (3, 9), (3, 12), (2, 20)),
    ("half a dozen", (6, 6), (5, 7), (4, 8)),
    ("a dozen", (12, 12), (11, 13), (10, 15)),
    ("two dozen", (24, 24), (22, 26), (20, 30)),
    ("three dozen", (36, 36), (33, 39), (30, 45)),
    ("tens", (20, 99), (20, 150), (10, _NO_END)),
    ("dozens", (24, 99), (20, 150), (12, _NO_END)),
    ("scores", (40, 99), (30, 150), (20, _NO_END)),
    ("a few hundred", (300, 500), (200, 700), (150, 1000)),
    ("several hundred", (300, 999), (200, 1200), (150, 2000)),
    ("hundreds", (200, 999), (150, 1500), (100, _NO_END)),
    ("a few thousand", (3000, 5000), (2000, 7000), (1500, 10_000)),
    ("several thousand", (3000, 9999), (2000, 12_000), (1500, 20_000)),
    ("thousands", (2000, 9999), (1500, 15_000), (1000, _NO_END)),
    ("tens of thousands", (20_000, 99_999), (15_000, 150_000), (10_000, _NO_END)),
    ("hundreds of thousands", (200_000, 999_999), (150_000, 1_500_000), (100_000, _NO_END)),
    ("millions", (2 * 10**6, 10**7 - 1), (1_500_000, 15 * 10**6), (10**6, _NO_END)),
    ("tens of millions", (2 * 10**7, 10**8 - 1), (15 * 10**6, 15 * 10**7), (10**7, _NO_END)),
    ("hundreds of millions", (2 * 10**8, 10**9 - 1), (15 * 10**7, 15 * 10**8), (10**8, _NO_END)),
    ("billions", (2 * 10**9, 10**10 - 1), (15 * 10**8, 15 * 10**9), (10**9, _NO_END)),
)

#: The vague words that a quantity may be written with, each in its one spelling.
VAGUE_WORDS: frozenset[str] = frozenset(row[0] for row in _WORDS)

#: The vague words that stand for one number and so take `about`, `more than` and the like.
NUMBER_NAMES: frozenset[str] = frozenset(row[0] for row in _WORDS if row[1][0] == row[1][1])


class UnknownPolicy(ClaimtrackError, ValueError):  # noqa: N818 - reads as a sentence
    """A policy was asked for by a name that none has."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        names = ", ".join(f"`{policy.name}`" for policy in POLICIES)
        return f"there is no policy `{self.name}`: choose one of {names}"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Allowance:
    """How far a figure may be off: a share of it, and never less than some units.

    A unit is one in the last printed place (1 for `about 6`, 0.1 for `about 2.5`). Units give way
    where they would take more than half of the figure (`about 1` never reaches 0).
    """

    share: Decimal
    units: int

    def below(self, figure: Decimal) -> Decimal:
        """Return the lowest number that the figure may stand for.

        >>> print(TOLERANT.about.below(Decimal(6)), WIDE.about.below(Decimal(6)))
        5 4
        """
        return _tidy(_EXACT.subtract(figure, self._reach(figure)))

    def above(self, figure: Decimal) -> Decimal:
        """Return the highest number that the figure may stand for.

        >>> print(TOLERANT.about.above(Decimal(6)), WIDE.about.above(Decimal(6)))
        7 8
        """
        return _tidy(_EXACT.add(figure, self._reach(figure)))

    def _reach(self, figure: Decimal) -> Decimal:
        size = figure.copy_abs()
        exponent = figure.as_tuple().exponent
        units = Decimal(self.units).scaleb(exponent if isinstance(exponent, int) else 0, _EXACT)
        least = min(units, _EXACT.divide(size, Decimal(2))) if size else units
        return max(_EXACT.multiply(size, self.share), least)


@attrs.frozen(kw_only=True, weakref_slot=False)
class WordAllowance:
    """The lowest and the highest number that a vague word allows; `high` may be unbounded."""

    word: str
    low: Decimal
    high: Decimal | None


@attrs.frozen(kw_only=True, weakref_slot=False)
class Policy:
    """A named reading of the words that leave a figure open.

    Another policy is made from one of these, `attrs.evolve(TOLERANT, name="mine", …)`.
    """

    name: str
    #: What `about` allows on either side.
    about: Allowance
    #: What `nearly` allows below the figure.
    nearly: Allowance
    #: Whether `nearly 100` may be 100 itself.
    nearly_reaches: bool
    #: What vague words allow; a word that is not here is read as `literal` reads it.
    words: tuple[WordAllowance, ...]

    @staticmethod
    def named(name: str) -> Policy:
        """Return the policy of that name, or raise `UnknownPolicy`."""
        for policy in POLICIES:
            if policy.name == name:
                return policy
        raise UnknownPolicy(name)

    def word(self, word: str) -> WordAllowance:
        """Return what the vague word, one of `VAGUE_WORDS`, allows."""
        for allowance in self.words:
            if allowance.word == word:
                return allowance
        return _LITERALLY[word]


def _tidy(number: Decimal) -> Decimal:
    return Decimal(f"{number.normalize(_EXACT):f}")


def _allowance(word: str, low: int, high: int | None) -> WordAllowance:
    return WordAllowance(word=word, low=Decimal(low), high=None if high is None else Decimal(high))


#: Grants nothing: `about 6` is 6, `half a dozen` is 6, `nearly 100` is 95 to just under 100.
LITERAL = Policy(
    name="literal",
    about=Allowance(share=Decimal(0), units=0),
    nearly=Allowance(share=Decimal("0.05"), units=1),
    nearly_reaches=False,
    words=tuple(_allowance(word, *ends) for word, ends, _, _ in _WORDS),
)

#: Reads as a reader does: `about 6` is 5 to 7, `about 300` 270 to 330, `nearly 100` 90 to 100.
TOLERANT = Policy(
    name="tolerant",
    about=Allowance(share=Decimal("0.1"), units=1),
    nearly=Allowance(share=Decimal("0.1"), units=1),
    nearly_reaches=True,
    words=tuple(_allowance(word, *ends) for word, _, ends, _ in _WORDS),
)

#: Grants the most that a source may mean: `about 6` is 4 to 8, `about 300` 225 to 375.
WIDE = Policy(
    name="wide",
    about=Allowance(share=Decimal("0.25"), units=2),
    nearly=Allowance(share=Decimal("0.25"), units=2),
    nearly_reaches=True,
    words=tuple(_allowance(word, *ends) for word, _, _, ends in _WORDS),
)

#: The policies from the narrowest to the widest: each allows whatever the one before it allows.
POLICIES: tuple[Policy, ...] = (LITERAL, TOLERANT, WIDE)

_LITERALLY = {allowance.word: allowance for allowance in LITERAL.words}
