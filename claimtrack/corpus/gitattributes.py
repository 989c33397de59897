"""The lines of `.gitattributes` that tell git which files are records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What stands around the lines that claimtrack keeps.
BEGIN, END = "# claimtrack: begin (see `claimtrack git --help`)", "# claimtrack: end"
_LINE = r"(?!# claimtrack: (?:begin|end)\b)[^\n]*\n"
_BLOCK = re.compile(
    rf"^# claimtrack: begin\b[^\n]*\n(?P<lines>(?:{_LINE})*)# claimtrack: end\b[^\n]*(?:\n|\Z)",
    re.MULTILINE,
)
_MARK = re.compile(r"^# claimtrack: (?:begin|end)\b", re.MULTILINE)
_ATTRIBUTES = "merge=claimtrack diff=claimtrack"
_DOTTED = "/**/.*/** !merge !diff"
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f]')
_GLOB = re.compile(r"[\\*?\[\]]")


def lines_for(folders: Iterable[str]) -> tuple[str, ...]:
    r"""Return the lines for corpora, given by their folders from the top of the repository.

    Lines end as records must, whatever else is checked out how. In a corpus that is the whole
    repository, folders that begin with a dot hold no records.

    >>> lines_for(["claims"])
    ('/claims/**/*.yaml text eol=lf merge=claimtrack diff=claimtrack',)
    """
    found: list[str] = []
    for folder in sorted(folders):
        prefix = _GLOB.sub(r"\\\g<0>", f"/{folder}/" if folder else "/")
        found.append(f"{_pattern(f'{prefix}**/*.yaml')} text eol=lf {_ATTRIBUTES}")
        if not folder:
            found.append(f"{_DOTTED} !text !eol")
    return tuple(found)


#: The line for corpora that bear the name that most do, wherever they lie.
ANYWHERE = (f"**/claims/**/*.yaml {_ATTRIBUTES}",)


def lines_in(text: str) -> tuple[str, ...] | None:
    """Return the lines that claimtrack keeps in a file, None where it keeps none."""
    block = _BLOCK.search(text)
    return tuple(block["lines"].splitlines()) if block else None


def is_whole(text: str) -> bool:
    """Tell whether what claimtrack keeps in a file is one block, with no line of others in it."""
    blocks = _BLOCK.findall(text)
    lines = [line for block in blocks for line in block.splitlines()]
    ours = all(line.endswith(_ATTRIBUTES) or line.startswith(_DOTTED) for line in lines)
    return ours and len(blocks) <= 1 and not _MARK.search(_BLOCK.sub("", text))


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
    """Write a pattern, between quotes where a blank, a quote or a control would end it."""
    if not re.search(r'[\s"\x00-\x1f\x7f]', pattern):
        return pattern
    return f'"{_ESCAPED.sub(_escape, pattern)}"'


def _escape(found: re.Match[str]) -> str:
    """Write a character as C does."""
    character = found[0]
    return f"\\{character}" if character in '\\"' else f"\\{ord(character):03o}"
