"""What people said of a record: assessments of its truth, reviews of its text."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from claimtrack.model.dates import Date
from claimtrack.model.ids import Digest, VersionId

#: AVeriTeC's verdicts.
Verdict: TypeAlias = Literal["supported", "refuted", "not-enough-evidence", "conflicting-evidence"]
#: The seven terms of likelihood of ICD 203 (Analytic Standards).
Likelihood: TypeAlias = Literal[
    "almost-no-chance",
    "very-unlikely",
    "unlikely",
    "roughly-even-chance",
    "likely",
    "very-likely",
    "almost-certain",
]
#: How sure the assessor is of the assessment, never mixed with the likelihood of what is assessed.
Confidence: TypeAlias = Literal["low", "moderate", "high"]


@frozen(kw_only=True)
class Assessment:
    """Somebody's judgement of a version at a date; never the record's own."""

    #: Who judges.
    by: str
    #: When the judgement was made.
    date: Date
    #: Which version is judged; absent where the question as a whole is.
    version: VersionId | None = None
    #: What the evidence says of it.
    verdict: Verdict | None = None
    #: How likely it is, in the terms of ICD 203.
    likelihood: Likelihood | None = None
    #: How sure the assessor is of the assessment.
    confidence: Confidence | None = None
    #: What the judgement rests on.
    reason: str


@frozen(kw_only=True)
class Review:
    """A statement that somebody has read a record in the state that the digest names."""

    #: Who has read it.
    by: str
    #: When it was read.
    date: Date
    #: `sha256:` and the digest of what the record meant then.
    digest: Digest
