"""Checks made up of whatever texts, for the forms to tell."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from claimtrack.cli.checked import Checked
from claimtrack.cli.checkouts import Checkout
from claimtrack.findings import Finding, Severity, Span
from claimtrack.rules.registry import RULES
from claimtrack.rules.reports import NotRun, Report, Tally, Unverified
from claimtrack.rules.suppressing import Suppressed

ROOT = Path("/somewhere/claims")
TALLY = Tally(files=1, unread=0, claims=1, sources=0, speakers=0, events=0)
HOSTILE = (
    *("::error::x", "##[group]x", "\x1b[2J", "\u202e", "\udcff", "\r\n::stop-commands::x", "]]>"),
    *("<b>&amp;", "[x](http://example.org)", "![x](y)", "{0}", "a|b", "@somebody", "%0A", "\x00"),
    *("```", "\ufffe", "</details>", "<!-- x -->", "http://example.org", "\t x "),
)


def texts() -> st.SearchStrategy[str]:
    hostile = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=5), max_size=4)
    return st.text(max_size=12) | hostile.map("".join)


def names() -> st.SearchStrategy[str]:
    return texts().map(lambda text: text.replace("/", "").replace("\0", "") or "x").map(_named)


def _named(text: str) -> str:
    return "x" if text in (".", "..") else text


def spans() -> st.SearchStrategy[Span]:
    number = st.integers(1, 99)
    return st.builds(Span, number, number, st.integers(99, 200), number) | st.just(Span())


def findings() -> st.SearchStrategy[Finding]:
    return st.builds(
        Finding,
        filename=names(),
        span=spans(),
        code=st.sampled_from([rule.kind.code for rule in RULES[:4]]),
        name=st.just("a-name"),
        severity=st.sampled_from(Severity),
        message=texts(),
        id=texts(),
        keys=st.lists(texts() | st.integers(0, 3), max_size=3).map(tuple),
    )


def reports() -> st.SearchStrategy[Report]:
    some = st.lists(findings(), max_size=12).map(sorted).map(tuple)
    return st.builds(
        Report,
        findings=some,
        read=st.just(TALLY),
        unverified=st.lists(unverified(), max_size=2).map(tuple),
        not_run=st.lists(not_run(), max_size=2).map(tuple),
        hidden=st.lists(findings(), max_size=2).map(tuple),
        baselined=st.lists(findings(), max_size=2).map(sorted).map(tuple),
        suppressed=st.lists(st.builds(Suppressed, finding=findings(), reason=texts()), max_size=2)
        .map(lambda told: sorted(told, key=lambda one: one.finding))
        .map(tuple),
    )


def unverified() -> st.SearchStrategy[Unverified]:
    return st.builds(Unverified, source=texts(), attributions=st.just(1), why=texts())


def not_run() -> st.SearchStrategy[NotRun]:
    return st.builds(NotRun, kind=st.sampled_from([rule.kind for rule in RULES]), why=texts())


def checks() -> st.SearchStrategy[tuple[Checked, ...]]:
    return st.lists(reports(), min_size=1, max_size=2).map(
        lambda made: tuple(
            checked(report, root=ROOT / str(number)) for number, report in enumerate(made)
        )
    )


def checked(report: Report, *, root: Path = ROOT, strict: bool = False) -> Checked:
    return Checked(
        root=root,
        report=report,
        files=tuple(sorted({one.filename for one in report.findings})),
        checkout=Checkout(root.parent),
        strict=strict,
    )


def report_of(*found: Finding) -> Report:
    return Report(findings=tuple(sorted(found)), read=TALLY)


def finding_of(
    filename: str = "toll.yaml",
    *,
    line: int = 1,
    severity: Severity = Severity.ERROR,
    message: str = "wrong",
    code: str = "CTD101",
) -> Finding:
    return Finding(
        filename=filename,
        span=Span(line, 3, line, 9),
        code=code,
        name="some-name",
        severity=severity,
        message=message,
        id="toll",
        keys=("versions", "bomb", "attributions", line % 3, "said"),
    )
