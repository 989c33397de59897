"""The forms in which an account of changes is printed, and what is said beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from claimtrack.cli.jsonoutput import put_json
from claimtrack.cli.pages import page_width, put_rows
from claimtrack.cli.terminal import put_bytes, say
from claimtrack.errors import ClaimtrackError
from claimtrack.report.accounts import Account
from claimtrack.report.changefacts import account_facts
from claimtrack.report.comment import comment
from claimtrack.report.differences import account_rows
from claimtrack.report.tallies import tally_text

if TYPE_CHECKING:
    from claimtrack.changes.change import Unread

#: So many files that could not be read are named.
_NAMED = 10


class NothingCompared(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A state that is asked about, of which no record can be read."""

    def __init__(self, name: str) -> None:
        super().__init__(_nothing_compared(name))


@frozen(kw_only=True)
class Form:
    """What the user asked of how an account is printed."""

    columns: int | None
    limit: int


def _text(account: Account, form: Form) -> None:
    put_rows(account_rows(account, width=page_width(form.columns)))


def _markdown(account: Account, form: Form) -> None:
    put_bytes(comment(account, limit=form.limit).encode())


def _json(account: Account, _: Form) -> None:
    put_json(account_facts(account))


_Put: TypeAlias = Callable[[Account, Form], None]
#: Every form, by the name that `--format` takes.
FORMS: dict[str, _Put] = {"text": _text, "markdown": _markdown, "json": _json}


def say_the_rest(account: Account) -> None:
    """Say what could not be read, and how many records changed.

    Raises `NothingCompared` where no record of the later state could be read.
    """
    for item in account.unread[:_NAMED]:
        say(f"claimtrack: {_unread(item, account)}")
    if len(account.unread) > _NAMED:
        say(f"claimtrack: and {len(account.unread) - _NAMED} more files could not be read")
    if account.head in account.illegible:
        raise NothingCompared(account.head)
    for name in account.illegible:
        say(f"claimtrack: {_nothing_compared(name)}")
    say(f"claimtrack: {tally_text(account)}")


def _nothing_compared(name: str) -> str:
    return f'no record in "{name}" could be read whole, so nothing was compared: mend its files'


def _unread(item: Unread, account: Account) -> str:
    where = account.base if item.side == "before" else account.head
    why = f": {item.findings[0].message}" if item.findings else ""
    told = "is not compared"
    if not item.elsewhere:
        told = f'is gone from "{account.head}"' if item.side == "before" else "is new"
    return f'"{item.path}" could not be read whole in "{where}", and {told}{why}'
