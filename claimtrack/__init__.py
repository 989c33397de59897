"""Contested facts as reviewable files: who claims what, on whose word, and what contradicts it.

>>> import claimtrack
>>> corpus = claimtrack.load("claims")
>>> corpus.claims["haniyeh-killing/method"].question
'What killed Ismail Haniyeh?'
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.analysis.comparison import Comparison, compare
    from claimtrack.analysis.disputes import disputes
    from claimtrack.analysis.knowledge import as_of
    from claimtrack.analysis.positions import positions
    from claimtrack.analysis.states import state_of
    from claimtrack.analysis.timeline import timeline
    from claimtrack.corpus.corpus import Corpus, load
    from claimtrack.corpus.index import Utterance
    from claimtrack.errors import ClaimtrackError
    from claimtrack.findings import Finding, Severity
    from claimtrack.model.attributions import Attribution, Relay
    from claimtrack.model.claims import Claim, RelatedClaim, Version
    from claimtrack.model.dates import Date
    from claimtrack.model.events import Event
    from claimtrack.model.ids import VersionRef
    from claimtrack.model.locators import Locator
    from claimtrack.model.quantities import Quantity
    from claimtrack.model.reviews import Assessment, Review
    from claimtrack.model.sources import PassedOver, Source, SourceFile
    from claimtrack.model.speakers import Role, Speaker
    from claimtrack.rules.checking import check
    from claimtrack.rules.reports import Report
    from claimtrack.rules.reviewing import review

__version__ = "0.1.0"

__all__ = [
    "Assessment",
    "Attribution",
    "Claim",
    "ClaimtrackError",
    "Comparison",
    "Corpus",
    "Date",
    "Event",
    "Finding",
    "Locator",
    "PassedOver",
    "Quantity",
    "RelatedClaim",
    "Relay",
    "Report",
    "Review",
    "Role",
    "Severity",
    "Source",
    "SourceFile",
    "Speaker",
    "Utterance",
    "Version",
    "VersionRef",
    "as_of",
    "check",
    "compare",
    "disputes",
    "load",
    "positions",
    "review",
    "state_of",
    "timeline",
]

#: Where each name comes from: nothing is imported before it is asked for, so that the command line
#: starts at once.
_MODULES = {
    "Assessment": "model.reviews",
    "Attribution": "model.attributions",
    "Claim": "model.claims",
    "ClaimtrackError": "errors",
    "Comparison": "analysis.comparison",
    "Corpus": "corpus.corpus",
    "Date": "model.dates",
    "Event": "model.events",
    "Finding": "findings",
    "Locator": "model.locators",
    "PassedOver": "model.sources",
    "Quantity": "model.quantities",
    "RelatedClaim": "model.claims",
    "Relay": "model.attributions",
    "Report": "rules.reports",
    "Review": "model.reviews",
    "Role": "model.speakers",
    "Severity": "findings",
    "Source": "model.sources",
    "SourceFile": "model.sources",
    "Speaker": "model.speakers",
    "Utterance": "corpus.index",
    "Version": "model.claims",
    "VersionRef": "model.ids",
    "as_of": "analysis.knowledge",
    "check": "rules.checking",
    "compare": "analysis.comparison",
    "disputes": "analysis.disputes",
    "load": "corpus.corpus",
    "positions": "analysis.positions",
    "review": "rules.reviewing",
    "timeline": "analysis.timeline",
    "state_of": "analysis.states",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
