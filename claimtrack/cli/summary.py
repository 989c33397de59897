"""The one line that says how much was read, what was found and what nobody looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Severity
from claimtrack.rules.reports import OF_A_CHANGE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from claimtrack.cli.checked import Checked


def summary(checked: Sequence[Checked]) -> str:
    """Sum up what was checked, in all corpora together."""
    number = count(files(checked), "file")
    read = f"{_records(checked)} in {number}{_unread(checked)}{_changed(checked)}"
    held = (_suppressed, _baselined, _stale, _hidden, _passed_over, _unasked)
    not_known = (_unverified, _textless, _unplaced, _not_run)
    left_out = "".join(tell(checked) for tell in (*held, *not_known))
    return f"{read}: {_found(checked)}{left_out}"


def files(checked: Sequence[Checked]) -> int:
    """Count the files that were read: those of records, and each corpus's manifest."""
    return sum(item.report.read.files + 1 for item in checked)


def found(checked: Sequence[Checked], severity: Severity) -> int:
    """Count the findings of a severity."""
    return sum(item.report.counts[severity] for item in checked)


def count(number: int, what: str) -> str:
    """Return a number with the name of what is counted.

    >>> count(1, "claim"), count(1200, "speaker")
    ('1 claim', '1,200 speakers')
    """
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _records(checked: Sequence[Checked]) -> str:
    read = [item.report.read for item in checked]
    return ", ".join(
        (
            count(sum(tally.claims for tally in read), "claim"),
            count(sum(tally.sources for tally in read), "source"),
            count(sum(tally.speakers for tally in read), "speaker"),
            count(sum(tally.events for tally in read), "event"),
        )
    )


def _unread(checked: Sequence[Checked]) -> str:
    number = sum(item.report.read.unread for item in checked)
    return f" ({number:,} not read whole)" if number else ""


def _changed(checked: Sequence[Checked]) -> str:
    changed = [item.report.changed for item in checked if item.report.changed is not None]
    elsewhere = sum(item.report.changed_elsewhere for item in checked)
    rest = f" ({elsewhere:,} more elsewhere, not checked)" if elsewhere else ""
    return f", {sum(changed):,} changed{rest}" if changed else ""


def _found(checked: Sequence[Checked]) -> str:
    counts = ((found(checked, severity), severity.value) for severity in Severity)
    return ", ".join(count(number, what) for number, what in counts if number) or "no findings"


def _suppressed(checked: Sequence[Checked]) -> str:
    codes = sorted({item.finding.code for one in checked for item in one.report.suppressed})
    number = sum(len(item.report.suppressed) for item in checked)
    what = f"{count(number, 'finding')} suppressed by comments"
    return f"; {what} ({', '.join(codes)})" if number else ""


def _baselined(checked: Sequence[Checked]) -> str:
    number = sum(len(item.report.baselined) for item in checked)
    return f"; {count(number, 'finding')} in the baseline" if number else ""


def _stale(checked: Sequence[Checked]) -> str:
    number = sum(entry.count for item in checked for entry in item.report.stale)
    verb = "is" if number == 1 else "are"
    what = f"{count(number, 'finding')} of the baseline {verb} gone"
    return f"; {what} (--write-baseline takes out what is gone)" if number else ""


def _hidden(checked: Sequence[Checked]) -> str:
    hidden = [item for one in checked for item in one.report.hidden]
    codes = ", ".join(sorted({item.code for item in hidden}))
    what = count(len(hidden), "finding")
    verb = "is" if len(hidden) == 1 else "are"
    return (
        f"; {what} of reading {verb} ignored ({codes}), and what was not read has not passed"
        if hidden
        else ""
    )


def _passed_over(checked: Sequence[Checked]) -> str:
    codes = sorted({item.code for one in checked for item in one.report.passed_over})
    number = sum(len(item.report.passed_over) for item in checked)
    what = f"{count(number, 'finding')} ignored by the settings of paths"
    return f"; {what} ({', '.join(codes)})" if number else ""


def _unasked(checked: Sequence[Checked]) -> str:
    codes = sorted({code for one in checked for code in one.report.unasked})
    named = f" ({', '.join(codes)})" if len(codes) <= _NAMED else ""
    return f"; {count(len(codes), 'rule')} left out by the settings{named}" if codes else ""


#: The most rules that are named in a line.
_NAMED = 8


def _unverified(checked: Sequence[Checked]) -> str:
    words = _words(checked, textless=False)
    why = "their texts are not there, have changed or were not looked at (--texts DIR)"
    return f"; {words} not verified: {why}" if words else ""


def _textless(checked: Sequence[Checked]) -> str:
    words = _words(checked, textless=True)
    return f"; {words} not verified, as no `text` is named" if words else ""


def _words(checked: Sequence[Checked], *, textless: bool) -> str:
    """Count the words that are not verified, of sources that name a text or of all others."""
    every = (item for one in checked for item in one.report.unverified)
    kept = [item for item in every if item.is_textless == textless and (item.quotes or item.cues)]
    number = sum(item.quotes + item.cues for item in kept)
    what = "quote or cue" if number == 1 else "quotes and cues"
    return f"{number:,} {what} in {count(len(kept), 'source')}" if kept else ""


def _unplaced(checked: Sequence[Checked]) -> str:
    number = sum(item.places for one in checked for item in one.report.unverified)
    why = "a text does not say where its pages, lines and times are"
    return f"; {count(number, 'place')} not verified: {why}" if number else ""


def _not_run(checked: Sequence[Checked]) -> str:
    told = [item for one in checked for item in one.report.not_run]
    changes = {item.kind.code for item in told if item.why == OF_A_CHANGE}
    unread = {item.kind.code for item in told} - changes
    return _not_asked(unread, "since files could not be read whole") + _not_asked(
        changes, "for want of a change to judge (--since REV)"
    )


def _not_asked(codes: Collection[str], why: str) -> str:
    what = count(len(codes), "rule")
    return f"; {what} not asked {why}: {', '.join(sorted(codes))}" if codes else ""
