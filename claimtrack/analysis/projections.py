"""The figure that datasets on conflict make of several reports, each by the rule that it states.

Nothing is judged here: a projection names its rule and where that is written, and shows what it was
computed from and what the rule passes over, with the reason.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from claimtrack.analysis.counts import are_counted
from claimtrack.analysis.disputes import asserted
from claimtrack.analysis.roots import independent_roots
from claimtrack.model.attributions import Attribution
from claimtrack.model.ids import VersionId
from claimtrack.model.policies import LITERAL, Policy
from claimtrack.model.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.analysis.voices import KnowsVoices
    from claimtrack.model.claims import Claim, Version

UCDP: Final = (
    "UCDP: low and high are the lowest and the highest figure of a reliable report; best is that "
    "of the most reliable one, and the lower where none is more reliable than another"
)
UCDP_SOURCE: Final = (
    "UCDP Georeferenced Event Dataset Codebook (best, low, high); "
    "UCDP, Definitions, sources and methods for battle-death estimates"
)
ACLED: Final = (
    "ACLED: where reports differ or are vague, the most conservative figure; "
    "`tens` is 10, `dozens` 12, `hundreds` 100, and so on"
)
ACLED_SOURCE: Final = "ACLED, FAQs: ACLED fatality methodology (27 February 2023)"

#: What ACLED takes bare plurals for: one of the unit that they name.
_ONE_OF_EACH = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "tens of thousands": 10_000,
    "hundreds of thousands": 100_000,
    "millions": 10**6,
    "tens of millions": 10**7,
    "hundreds of millions": 10**8,
    "billions": 10**9,
}


@frozen(kw_only=True, repr=False)
class Report:
    """A figure that somebody gives, as a projection reads it."""

    version: VersionId
    attribution: Attribution
    #: The lowest and the highest number of it; a bound with one end only is read as that end.
    low: Decimal
    high: Decimal

    def __repr__(self) -> str:
        reach = f"{self.low:f}" if self.low == self.high else f"{self.low:f} to {self.high:f}"
        return f"<Report {self.version}: {reach}, {self.attribution.speaker}>"


@frozen(kw_only=True, repr=False)
class Projection:
    """What a rule makes of the reports of a claim; None for a figure that it cannot give."""

    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    #: The rule in words, and where it is written.
    rule: str
    source: str
    used: tuple[Report, ...]
    #: One line for each thing that the rule passes over.
    passed_over: tuple[str, ...]

    def __repr__(self) -> str:
        figures = (self.low, self.best, self.high)
        low, best, high = ("none" if it is None else f"{it:f}" for it in figures)
        name = self.rule.partition(":")[0]
        return f"<Projection ({name}) low {low}, best {best}, high {high}, of {len(self.used)}>"


def ucdp(claim: Claim, corpus: KnowsVoices) -> Projection:
    """Return low, best and high as the Uppsala Conflict Data Program would of these reports.

    Vague figures are read under the policy `LITERAL`; shares, orders and figures that cover
    something else are passed over, and so is what nobody asserts or everyone took back.
    How reliable a report is, is what the record of its source says (`reliability`): A is best, and
    those without one and those that cannot be judged (F) come after D. Reports of an unreliable
    source (E) are passed over.
    """
    reports, passed = _reports(claim, corpus, LITERAL)
    used = tuple(item for item in reports if _reliability(item, corpus) != _UNRELIABLE)
    ranks = [_rank(_reliability(item, corpus)) for item in used]
    most_reliable = [it.low for it, rank in zip(used, ranks, strict=True) if rank == min(ranks)]
    unreliable = (
        f'"{item.attribution.source}" is unreliable (E)' for item in reports if item not in used
    )
    return Projection(
        low=min((item.low for item in used), default=None),
        best=min(most_reliable, default=None),
        high=max((item.high for item in used), default=None),
        rule=UCDP,
        source=UCDP_SOURCE,
        used=used,
        passed_over=(*passed, *dict.fromkeys(unreliable)),
    )


def acled(claim: Claim, corpus: KnowsVoices) -> Projection:
    """Return the one figure, the most conservative, that ACLED would code of these reports.

    It stands for low, best and high: ACLED codes no range.
    """
    reports, passed = _reports(claim, corpus, _CONSERVATIVE)
    figure = min((item.low for item in reports), default=None)
    return Projection(
        low=figure,
        best=figure,
        high=figure,
        rule=ACLED,
        source=ACLED_SOURCE,
        used=tuple(item for item in reports if item.low == figure),
        passed_over=(
            *passed,
            *(f"{item!r} is no more conservative" for item in reports if item.low != figure),
        ),
    )


_UNRELIABLE: Final = "E"
_RELIABILITIES: Final = "ABCD"


def _rank(reliability: str | None) -> int:
    known = _RELIABILITIES.find(reliability or "F")
    return len(_RELIABILITIES) if known < 0 else known


def _reliability(report: Report, corpus: KnowsVoices) -> str | None:
    source = corpus.sources.get(report.attribution.source)
    return source.reliability if source else None


def _reports(
    claim: Claim, corpus: KnowsVoices, policy: Policy
) -> tuple[tuple[Report, ...], tuple[str, ...]]:
    """Return the figures that somebody gives and nobody took back, and what is none."""
    names = asserted(claim)
    unfit = {name: _unfit(claim.versions[name]) for name in names}
    found = (
        report
        for name in names
        if not unfit[name]
        for report in _read(claim, name, corpus=corpus, policy=policy)
    )
    return tuple(found), tuple(f'"{name}" {why}' for name, why in unfit.items() if why)


def _unfit(version: Version) -> str:
    match version.value:
        case Quantity(share=True):
            return "is a share"
        case Quantity(order=True):
            return "is an order and no count"
        case Quantity() if version.relative_to:
            return f"is relative to {version.relative_to}"
        case Quantity() if version.scope:
            return f"covers something else: {version.scope}"
        case Quantity():
            return ""
    return "gives no figure"


def _read(
    claim: Claim, name: VersionId, *, corpus: KnowsVoices, policy: Policy
) -> Iterator[Report]:
    version = claim.versions[name]
    if not isinstance(version.value, Quantity):
        return
    bounds = version.value.bounds(policy, counted=are_counted(claim))
    low = bounds.low if _has_floor(version.value) else bounds.high
    high = bounds.high if bounds.high is not None else bounds.low
    if low is None or high is None:
        return
    for item in independent_roots(version, corpus).attributions:
        yield Report(version=name, attribution=item, low=low, high=high)


def _has_floor(quantity: Quantity) -> bool:
    """Tell whether a figure is told with a lower end, unlike `at most 9`."""
    return quantity.qualifier not in {"at most", "fewer than"}


def _conservative() -> Policy:
    kept = tuple(item for item in LITERAL.words if item.word not in _ONE_OF_EACH)
    ones = (
        evolve(item, low=Decimal(_ONE_OF_EACH[item.word]))
        for item in LITERAL.words
        if item.word in _ONE_OF_EACH
    )
    return evolve(LITERAL, name="acled", words=(*kept, *ones))


_CONSERVATIVE: Final = _conservative()
