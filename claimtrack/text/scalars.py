"""How a scalar is written: plain, double-quoted, folded or literal."""

from __future__ import annotations

import re

from attrs import frozen

from claimtrack.text.sentences import broken

#: The longest line, in code points, its end-of-line comment out.
WIDTH = 88


@frozen(kw_only=True)
class Manner:
    """How the scalars of a field are written."""

    #: Whether long text may take several lines.
    prose: bool
    #: Whether text that YAML would take for a boolean, null or number stays without quotes.
    bare: bool


PROSE = Manner(prose=True, bare=False)
#: Ids, addresses, digests: a line each, quoted where YAML would take them for something else.
NAME = Manner(prose=False, bare=False)
#: Dates, quantities, locators, words: a line each, as they are.
BARE = Manner(prose=False, bare=True)
#: What stands under a key that is not known.
ANY = Manner(prose=True, bare=True)

#: All but what stands for itself: tabs, controls, the line breaks of Unicode, a byte-order mark.
_UNPRINTED = "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
_UGLY = re.compile(rf"\A\s|\s\Z|{_UNPRINTED}")
_UGLY_LINES = re.compile(r"^ | $", re.MULTILINE)
_PLAIN_START = re.compile(r"[^-?:,\[\]{}#&*!|>'\"%@`]|[-?:][^ ]")
_PLAIN_START_IN_FLOW = re.compile(r"[^-?:,\[\]{}#&*!|>'\"%@`]|-[^ ]")
_FLOW_MARKS = re.compile(r"[,\[\]{}?]")
#: Booleans, nulls, numbers and dates as YAML 1.1 or 1.2 takes them from plain text, and the `=` and
#: `<<` of YAML 1.1. Nothing in it backtracks far: texts may be long.
_TYPED = re.compile(
    r"""
      y|n|yes|no|on|off|true|false|null|Y|N|Yes|No|On|Off|True|False|Null
    | YES|NO|ON|OFF|TRUE|FALSE|NULL
    | ~|=|<<
    | [-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)
    | [-+]?0b[01_]++
    | [-+]?0o[0-7_]++
    | [-+]?0x[0-9a-fA-F_]++
    | [-+]?[0-9][0-9_]*+(?::[0-5]?[0-9])++(?:\.[0-9_]*+)?
    | [-+]?(?=[.0-9])(?:[0-9][0-9_]*+)?(?:\.[0-9._]*+)?(?:[eE][-+]?[0-9]++)?
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}
      (?:(?:[Tt]|[ ]++)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*+)?
         (?:[ ]*+(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?
    """,
    re.VERBOSE,
)
_ESCAPED = re.compile(rf'["\\\n]|{_UNPRINTED}')
_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\0": "\\0",
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}


def written(value: str, manner: Manner, *, room: int) -> tuple[str, ...]:
    r"""Write a scalar: what stands on its key's line, then the lines below it, not indented.

    `room` is what its line leaves within the width, in code points.

    >>> written("no", PROSE, room=80)
    ('"no"',)
    >>> written("one\ntwo", PROSE, room=80)
    ('|-', 'one', 'two')
    """
    line = on_one_line(value, bare=manner.bare)
    if not value or not manner.prose or _UGLY.search(value):
        return (line,)
    if "\n" in value:
        return (line,) if _UGLY_LINES.search(value) else ("|-", *value.split("\n"))
    return (line,) if len(line) <= room else (">-", *broken(value))


def on_one_line(value: str, *, bare: bool = False, flow: bool = False) -> str:
    """Write a scalar on one line: plain where YAML reads it back as the same text, else quoted.

    `bare` leaves text without quotes that YAML would take for a boolean, null, number or date;
    `flow` writes it for the inside of a flow list.

    >>> on_one_line("12"), on_one_line("12", bare=True), on_one_line("a, b", flow=True)
    ('"12"', '12', '"a, b"')
    """
    if _is_plain(value, flow=flow) and (bare or not _TYPED.fullmatch(value)):
        return value
    return quoted(value)


def quoted(value: str) -> str:
    r"""Write a scalar in double quotes, with escapes for what cannot stand in them.

    >>> print(quoted('a "b"\n'))
    "a \"b\"\n"
    """
    return f'"{_ESCAPED.sub(_escape, value)}"'


def _is_plain(value: str, *, flow: bool) -> bool:
    start = _PLAIN_START_IN_FLOW if flow else _PLAIN_START
    return (
        start.match(value) is not None
        and ": " not in value
        and " #" not in value
        and not value.endswith(":")
        and "\n" not in value
        and not _UGLY.search(value)
        and not (flow and _FLOW_MARKS.search(value))
    )


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character in _ESCAPES:
        return _ESCAPES[character]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
