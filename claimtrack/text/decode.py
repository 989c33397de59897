"""The bytes of a file to its text."""

from __future__ import annotations

import codecs
import re

from attrs import frozen

from claimtrack.findings import Fault
from claimtrack.text.faults import BYTE_ORDER_MARK, NOT_UTF8, TOO_LARGE, Told
from claimtrack.text.limits import DEFAULT_LIMITS, Limits
from claimtrack.text.lines import Lines

_UNDECODED = re.compile("[\udc80-\udcff]+")


@frozen
class Decoded:
    """The text of a file, None where it has none, and what is wrong with its bytes."""

    text: str | None
    faults: tuple[Fault, ...] = ()


def decode(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Decoded:
    """Decode a file as UTF-8; a byte-order mark is a fault and left out of the text.

    >>> decode("claim: Déjà vu?".encode()).text
    'claim: Déjà vu?'
    >>> decode("claim: Déjà vu?".encode("latin-1")).faults[0].span.column
    9
    """
    told = Told(Lines(""))
    if len(data) > limits.size:
        told.tell(TOO_LARGE, too_large(len(data), limits), at=(0, 0))
        return Decoded(None, told.faults())
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        told.tell(NOT_UTF8, "the file is in UTF-16: save it as UTF-8", at=(0, 0))
        return Decoded(None, told.faults())
    if data.startswith(codecs.BOM_UTF8):
        message = "the file begins with a byte-order mark: save it as UTF-8 without one"
        told.tell(BYTE_ORDER_MARK, message, at=(0, 0))
    text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")
    undecoded = _undecoded(text)
    return Decoded(None if undecoded else text, told.faults() + undecoded)


def too_large(size: int, limits: Limits) -> str:
    """Return what is told of a file that is too large."""
    return f"the file has {size:,} bytes, the limit is {limits.size:,}: split the record"


def _undecoded(text: str) -> tuple[Fault, ...]:
    told = Told(Lines(text))
    for found in _UNDECODED.finditer(text):
        octets = " ".join(f"0x{ord(char) - 0xDC00:02X}" for char in found[0][:4])
        message = f"the bytes {octets} are not UTF-8: save the file as UTF-8"
        told.tell(NOT_UTF8, message, at=found.span())
    return told.faults()
