"""Files written in a rule's docstring or in a test, laid over a small standing corpus.

Each file begins with a line `# path`, which is no part of it. What cannot be shown is written
`<U+FEFF>` (a character), `<0xE9>` (a byte that is not UTF-8), and, as all that a file holds,
`<symbolic link to toll.yaml>`, `<named pipe>`, `<not readable>` or `<deleted>`.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from claimtrack.corpus.corpus import Corpus, load
from claimtrack.rules.checking import check

#: Lays files over the standing corpus and loads it.
Lay: TypeAlias = Callable[[str], Corpus]
#: Lays files over the standing corpus and gives its findings, as they are printed; with `before`,
#: over these files as well, and gives the findings of the change from them.
Findings: TypeAlias = Callable[..., list[str]]

STANDING = Path(__file__).parent / "standing"
MANIFEST = """\
claimtrack: 1
title: A small corpus on which the rules' examples stand
language: en
texts: [texts]
"""
_PATH = re.compile(r"^# (\S+\.(?:ya?ml|YAML|txt))\n", re.MULTILINE)
_TOKEN = re.compile(r"<(?:U\+([0-9A-F]{4,6})|0x([89A-F][0-9A-F]))>")
_LINK = re.compile(r"<symbolic link to (\S+)>\n")


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    root = tmp_path / "corpus"
    shutil.copytree(STANDING, root)
    # It is written here, so that the folder is no corpus to whoever checks what lies around it.
    (root / "claimtrack.yaml").write_text(MANIFEST, encoding="utf-8")

    def laid(files: str) -> Corpus:
        for path, text in _files(files):
            _put(root / path, text)
        return load(root)

    return laid


@pytest.fixture
def findings(lay: Lay) -> Findings:
    def found(files: str, *, before: str | None = None) -> list[str]:
        earlier = None if before is None else lay(before)
        return [str(finding) for finding in check(lay(files), since=earlier).findings]

    return found


def _files(files: str) -> Iterator[tuple[str, str]]:
    before, *parts = _PATH.split(files)
    assert not before.strip(), f"the files begin with a line `# path`, not with {before!r}"
    for path, text in zip(parts[::2], parts[1::2], strict=True):
        yield path, f"{text.strip(chr(10))}\n"


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    link = _LINK.fullmatch(text)
    if link:
        path.symlink_to(link[1])
    elif text == "<deleted>\n":
        return
    elif text == "<named pipe>\n":
        os.mkfifo(path)
    elif text == "<not readable>\n":
        path.touch(mode=0)
    else:
        path.write_bytes(_TOKEN.sub(_character, text).encode("utf-8", "surrogateescape"))


def _character(token: re.Match[str]) -> str:
    return chr(int(token[1], 16)) if token[1] else chr(0xDC00 + int(token[2], 16))
