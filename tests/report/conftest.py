"""A small corpus that has something of everything that a view tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.corpus.corpus import Corpus, load

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "claimtrack.yaml": "claimtrack: 1\ntexts: [texts]\n",
    "speakers/ada-berg.yaml": (
        "speaker: Ada Berg\nkind: person\naliases:\n  - A. Berg\npart_of: [selm]\n"
        "roles:\n  - role: mayor\n    organization: selm\n    held: 2020/2024\n    source: story\n"
        "same_as:\n  - https://example.org/ada\ndistinct_from: [adam-berg]\n"
    ),
    "speakers/adam-berg.yaml": "speaker: Adam Berg\nkind: person\n",
    "speakers/courier.yaml": "speaker: The Courier\nkind: publication\n",
    "speakers/pilot.yaml": "speaker: a harbour pilot\nkind: anonymous\nnote: Not named.\n",
    "speakers/selm.yaml": "speaker: Selm\nkind: government\n",
    "speakers/zoe.yaml": "speaker: Zoe Zwart\n",
    "sources/story.yaml": (
        "source: The night of the ferry\ntype: article\nauthors: [zoe]\npublisher: courier\n"
        "published: 2024-08-02\nurl: https://example.org/story\n"
        "archived:\n  - url: https://example.net/story\n    date: 2024-09\n"
        "retrieved: 2024-08-05\nlanguage: en\ntext:\n  file: story.txt\n"
        f"  sha256: {'0' * 64}\n"
        "derived_from: [wire]\npassed_over:\n  - at: paragraph 3\n    reason: a caption\n"
        "reliability: B\n"
    ),
    "sources/wire.yaml": (
        'source: "[A wire report, without a title, on the ferry, the harbour and the town]"\n'
    ),
    "events/ferry.yaml": (
        "event: The ferry fire\ndate: 2024-07-31\ndated_by:\n  - ferry/cause#bomb\n"
        "place: Selm\naliases:\n  - the fire\nsame_as:\n  - https://example.org/fire\n"
        "part_of: [summer]\nnote: At night.\n"
    ),
    "events/summer.yaml": "event: The summer of fires\n",
    "ferry/cause.yaml": """\
claim: What burnt the ferry?
kind: causal
event: ferry
subjects: [selm]
exclusive: true
tags: [fires]
status: accepted
versions:
  bomb:
    statement: A bomb did.
    attributions:
      - speaker: ada-berg
        jointly: [selm]
        stance: asserts
        to: [courier]
        certainty: probable
        form: letter
        said: 2024-08-01
        capacity: former mayor
        printed_as: Ms Berg
        citing:
          - pilot
          - speaker: zoe
            date: 2024-07-31
            printed_as: Z.
        via: [courier]
        source: story
        at: paragraph 2
        quote: It was a bomb
        credibility: 3
        note: Heard twice.

      - speaker: adam-berg
        stance: denies
        among: selm
        reported: disputed
        source: wire
        cue: rejected

      - speaker: author
        stance: questions
        source: story
        at: paragraph 1
        cue: was it really

      - speaker: unknown
        stance: declines
        act: asks
        source: wire
        cue: no word

  fuse:
    statement: A fuse did.
    note: The older story.
    attributions:
      - speaker: author
        stance: asserts
        as_of: 2024-08
        source: wire
        cue: a fuse

      - speaker: author
        stance: asserts
        source: wire
        at: page 2
        cue: the fuse

      - speaker: adam-berg
        stance: retracts
        source: wire
        cue: took it back

related:
  - claim: ferry/toll
    relation: supports
    note: if so many died
assessments:
  - by: the desk
    date: 2024-10-01
    version: bomb
    verdict: supported
    likelihood: very-likely
    confidence: moderate
    reason: Two witnesses agree.
  - by: the desk
    date: 2024-10-02
    reason: Too early to say.
reviews:
  - by: a second reader
    date: 2024-10-03
    digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
note: Handle with care.
""",
    "ferry/toll.yaml": """\
claim: How many died?
kind: numerical
event: ferry
answer: quantity
unit: people killed
versions:
  about-six:
    statement: About six did.
    value: about 6
    attributions:
      - speaker: selm
        stance: asserts
        source: story
        at: paragraph 4
        cue: about six

  five:
    statement: Five did.
    value: 5
    scope: the crew
    as_of: 2024-08-01
    horizon: 2025
    condition: if none is found
    relative_to: ferry/cause#bomb
    attributions:
      - speaker: selm
        stance: asserts
        source: story
        at: paragraph 4
        cue: five of the crew

  six:
    statement: Six did.
    value: 6
    broader: about-six
    retired:
      date: 2024-09-01
      reason: a slip of the pen

  seven:
    statement: Seven did.
    value: 7
    attributions:
      - speaker: ada-berg
        stance: asserts
        as_of: 2024-07-30
        source: wire
        cue: seven
related:
  - claim: ferry/cause
    relation: depends-on
  - claim: ferry/nothing
    relation: refines
""",
    "ferry/culprit.yaml": """\
claim: Who did it?
event: unrecorded
answer: speaker
exclusive: false
versions:
  adam:
    statement: Adam Berg did, with Selm.
    value: [adam-berg, selm]
    attributions:
      - speaker: zoe
        stance: asserts
        citing: [pilot]
        source: story
        at: paragraph 5
        cue: they did it

      - speaker: selm
        stance: questions
        via: [courier]
        source: gone
        quote: Did they?
        cue: asked

  nobody:
    statement: Nobody did.
    attributions:
      - speaker: nobody-known
        stance: asserts
        source: gone
""",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    for name, text in FILES.items():
        path = tmp_path / "claims" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = load(tmp_path / "claims")
    assert not loaded.findings
    return loaded
