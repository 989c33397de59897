"""README tells the truth: its record is in the corpus, and it names every command."""

from __future__ import annotations

import re
from pathlib import Path

from claimtrack.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_record_shown_is_the_file_it_names() -> None:
    (record,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    (path,) = re.findall(r"this is `(claims/.*?\.yaml)`", README)
    assert record == (ROOT / path).read_text(encoding="utf-8")


def test_set_up_is_exactly_two_commands() -> None:
    blocks = README.split("```")[1::2]
    assert [block.strip() for block in blocks if block.startswith("\n")] == [
        "pip install . && claimtrack check claims",
        "pip install '.[test]' && pytest",
    ]


def test_every_command_is_named() -> None:
    named = set(re.findall(r"^\| `claimtrack (\w+)", README, re.MULTILINE))
    assert named == set(COMMANDS)
