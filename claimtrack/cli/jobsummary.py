"""The summary page of a job of GitHub Actions: what did not fit beside the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.cli.annotations import sorted_out
from claimtrack.cli.summary import count
from claimtrack.cli.terminal import job_summary, say
from claimtrack.report.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.cli.annotations import Annotation
    from claimtrack.cli.checked import Checked

#: How many bytes GitHub takes of a step; it drops a summary that has more.
MOST = 1 << 20
#: What of it is kept for the line that tells what was left out.
_KEPT = 200
_HEAD = "<table>\n<tr><th></th><th>file</th><th>line</th><th>rule</th><th>fault</th></tr>\n"
_FOOT = "</table>\n"


def summarize_job(checked: Sequence[Checked]) -> None:
    """Add to the summary of the job what is not annotated, as much of it as GitHub takes.

    A summary that cannot be written is told, and no reason to stop.
    """
    annotated, rest = sorted_out(checked)
    file = job_summary()
    if file is None or not rest:
        return
    try:
        with file.open("ab") as summary:
            room = MOST - summary.tell()
            summary.writelines(_page(len(annotated), rest, room))
    except OSError as error:
        say(f"claimtrack: the summary of the job cannot be written: {error.strerror}")


def _page(annotated: int, rest: Sequence[Annotation], room: int) -> Iterator[bytes]:
    beside = f"{count(annotated, 'finding')} beside their lines, the others here:"
    title = f"\n### claimtrack\n\n{beside}\n\n{_HEAD}"
    rows = tuple(_fitting(map(_row, rest), room - len(title) - _KEPT))
    if rows:
        yield title.encode()
        yield from rows
        yield _FOOT.encode()
    left = len(rest) - len(rows)
    if left and room >= _KEPT:
        yield f"\n{count(left, 'finding')} more in the log of the step.\n".encode()


def _fitting(rows: Iterable[str], room: int) -> Iterator[bytes]:
    for row in rows:
        data = row.encode()
        room -= len(data)
        if room < 0:
            return
        yield data


def _row(one: Annotation) -> str:
    finding = one.finding
    cells = (
        finding.severity.value,
        one.filename,
        str(finding.line),
        f"{finding.code} {finding.name}",
        finding.message,
    )
    return f"<tr>{''.join(f'<td>{harmless(cell)}</td>' for cell in cells)}</tr>\n"
