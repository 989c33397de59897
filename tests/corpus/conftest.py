"""A small corpus on disk, the same for every test that asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "claimtrack.yaml": "claimtrack: 1\ntitle: A small corpus\ntexts: [texts]\n",
    "sources/story.yaml": "source: A story\nauthors: [zoe]\n",
    "sources/unsigned.yaml": "source: An unsigned story\n",
    "speakers/zoe.yaml": "speaker: Zoe Zwart\nkind: person\naliases:\n  - Z. Zwart\n",
    "speakers/adam.yaml": "speaker: Adam Ash\nkind: person\n",
    "events/attack.yaml": "event: The attack\ndate: 2024-07-31\ndated_by:\n  - attack/method#bomb\n",
    "attack/method.yaml": """\
# Read with care.

claim: How was it done?
kind: event
event: attack
subjects: [adam]
tags: [methods]
versions:
  bomb:
    statement: A bomb.
    attributions:
      - speaker: zoe # on the phone
        stance: asserts
        citing: [adam]
        source: story

      - speaker: adam
        stance: denies
        source: story

  fire:
    statement: A fire.
    attributions:
      - speaker: author
        stance: asserts
        source: unsigned
""",
    "attack/culprit.yaml": """\
claim: Who did it?
answer: speaker
versions:
  adam:
    statement: Adam did it.
    value: adam
    attributions:
      - speaker: unknown
        stance: asserts
        source: story
related:
  - claim: attack/method
    relation: depends-on
""",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of the corpus."""
    folder = tmp_path / "claims"
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
