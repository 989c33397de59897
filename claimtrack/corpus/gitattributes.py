"""The lines of `.gitattributes` that tell git which files are records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What stands around the lines that claimtrack keeps.
BEGIN, END = "# claimtrack: begin (see `claimtrack git --help`)", "# claimtrack: end"
_BLOCK = re.compile(
    r"^# claimtrack: begin\b[^\n]*\n(?P<lines>.*?)^# claimtrack: end[^\n]*(?:\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_ATTRIBUTES = "merge=claimtrack diff=claimtrack"
_GLOB = re.compile(r"[\\*?\[\]]")


def lines_for(folders: Iterable[str]) -> tuple[str, ...]:
    r"""Return the lines for corpora, given by their folders from the top of the repository.

    In a corpus that is the whole repository, folders that begin with a dot hold no records.

    >>> lines_for(["claims"])
    ('/claims/**/*.yaml merge=claimtrack diff=claimtrack',)
    """
    found: list[str] = []
    for folder in sorted(folders):
        prefix = _GLOB.sub(r"\\\g<0>", f"/{folder}/" if folder else "/")
        found.append(f"{_pattern(f'{prefix}**/*.yaml')} {_ATTRIBUTES}")
        if not folder:
            found.append("/**/.*/** !merge !diff")
    return tuple(found)


#: The line for corpora that bear the name that most do, wherever they lie.
ANYWHERE = (f"**/claims/**/*.yaml {_ATTRIBUTES}",)


def lines_in(text: str) -> tuple[str, ...] | None:
    """Return the lines that claimtrack keeps in a file, None where it keeps none."""
    block = _BLOCK.search(text)
    return tuple(block["lines"].splitlines()) if block else None


def with_lines(text: str, lines: Iterable[str]) -> str:
    """Return a file with claimtrack's lines in the place of those that it has, or at its end."""
    block = "\n".join((BEGIN, *lines, END, ""))
    if _BLOCK.search(text):
        return _BLOCK.sub(lambda _: block, text, count=1)
    ended = not text or text.endswith("\n")
    return text + block if ended else f"{text}\n{block}"


def without_lines(text: str) -> str:
    """Return a file without claimtrack's lines, and with all others."""
    return _BLOCK.sub("", text)


def _pattern(pattern: str) -> str:
    """Write a pattern, between quotes where a blank or a quote would end it."""
    if not re.search(r'[\s"]', pattern):
        return pattern
    escaped = pattern.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'
