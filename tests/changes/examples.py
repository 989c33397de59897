"""A record of each kind with every key, the same as another hand has it, and a corpus of names."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from claimtrack.text.read import read

if TYPE_CHECKING:
    from claimtrack.model.ids import RecordKind
    from claimtrack.model.records import Record

NAMES = {
    "claimtrack.yaml": "claimtrack: 1\n",
    "speakers/hamas.yaml": "speaker: Hamas\n",
    "speakers/iran.yaml": "speaker: Iran\n",
    "speakers/times.yaml": "speaker: The Times\n",
    "speakers/ministry.yaml": "speaker: the health ministry\n",
    "sources/story.yaml": "source: The whole story\nauthors: [times]\n",
    "sources/report.yaml": "source: A report\n",
    "events/killing.yaml": "event: The killing\n",
    "events/attack.yaml": "event: The attack\n",
    "toll.yaml": "claim: How many died?\nversions:\n  few:\n    statement: Few.\n",
    "place.yaml": "claim: Where was it?\nversions:\n  here:\n    statement: Here.\n",
}
FULL: dict[RecordKind, str] = {
    "claim": """\
claim: How many people died at the compound?
kind: numerical
event: killing
subjects: [hamas]
answer: quantity
unit: people killed
exclusive: true
tags: [toll]
status: accepted
versions:
  few:
    statement: At least five people died.
    value: at least 5
    scope: the compound
    relative_to: toll#few
    as_of: 2024
    horizon: 2025
    condition: if it was hit
    broader: many
    retired: {date: 2025, reason: Nobody says so.}
    attributions:
      - speaker: hamas
        jointly: [iran]
        stance: asserts
        act: wishes
        to: [times]
        among: ministry
        certainty: probable
        reported: implied
        form: speech
        said: 2024-07
        as_of: 2024-06
        capacity: spokesman
        printed_as: HAMAS
        citing:
          - {speaker: times, date: 2024, printed_as: NYT}
        via:
          - {speaker: ministry, date: 2024, printed_as: the office}
        source: story
        at: paragraph 5
        cue: said that some
        quote: at least five of our people were in there
        credibility: "2"
        id: first
        note: As printed.
    note: Counted twice.
  many:
    statement: Many.
related:
  - {claim: toll, relation: supports, note: As it seems.}
assessments:
  - {by: A. Reader, date: 2025, version: few, verdict: supported, likelihood: likely, confidence: low, reason: Two say so.}
reviews:
  - {by: A. Reader, date: 2025, digest: "sha256:1111111111111111111111111111111111111111111111111111111111111111"}
note: To be counted again.
""",
    "source": """\
source: The whole story
type: article-newspaper
authors: [times]
publisher: hamas
published: 2024
url: https://example.org/a
archived:
  - {url: "https://archive.example/a", date: 2024}
retrieved: 2024-09
language: en
text: {file: a.txt, sha256: "1111111111111111111111111111111111111111111111111111111111111111"}
derived_from: [report]
passed_over:
  - {at: paragraph 1, reason: navigation}
reliability: B
reviews:
  - {by: A. Reader, date: 2025, digest: "sha256:1111111111111111111111111111111111111111111111111111111111111111"}
note: As printed.
""",
    "speaker": """\
speaker: The health ministry
kind: government
aliases: [the office]
part_of: [hamas]
roles:
  - {role: counter of the dead, organization: hamas, held: 2024, source: story}
same_as: ["https://example.org/a"]
distinct_from: [times]
reviews:
  - {by: A. Reader, date: 2025, digest: "sha256:1111111111111111111111111111111111111111111111111111111111111111"}
note: As printed.
""",
    "event": """\
event: The killing in Tehran
date: 2024-07
dated_by: [toll#few]
place: Tehran
part_of: [attack]
aliases: [the blast]
same_as: ["https://example.org/a"]
reviews:
  - {by: A. Reader, date: 2025, digest: "sha256:1111111111111111111111111111111111111111111111111111111111111111"}
note: As printed.
""",
}
#: What stands in the place of it where another hand wrote the same record.
OTHER: dict[RecordKind, dict[str, str]] = {
    "claim": {
        "How many people died": "How many persons died",
        "kind: numerical": "kind: event",
        "event: killing": "event: attack",
        "[hamas]": "[times]",
        "people killed": "persons killed",
        "exclusive: true": "exclusive: false",
        "[toll]": "[dead]",
        "accepted": "draft",
        "At least five people": "At least six people",
        "value: at least 5": "value: 6",
        "scope: the compound": "scope: the whole compound",
        "toll#few": "toll#many",
        "as_of: 2024\n": "as_of: 2024-07-31\n",
        "horizon: 2025": "horizon: 2026",
        "if it was hit": "if it was not hit",
        "broader: many": "broader: most",
        "{date: 2025, reason: Nobody": "{date: 2026, reason: Hardly anybody",
        "speaker: hamas\n": "speaker: author\n",
        "[iran]": "[ministry]",
        "stance: asserts": "stance: denies",
        "act: wishes": "act: demands",
        "to: [times]": "to: [iran]",
        "among: ministry": "among: iran",
        "probable": "possible",
        "implied": "disputed",
        "form: speech": "form: letter",
        "said: 2024-07": "said: 2024-07-31",
        "as_of: 2024-06": "as_of: 2024",
        "capacity: spokesman": "capacity: former spokesman",
        "printed_as: HAMAS": "printed_as: Hammas",
        "{speaker: times, date: 2024, printed_as: NYT}": "{speaker: iran, date: 2024-07, printed_as: NY Times}",
        "{speaker: ministry, date: 2024, printed_as: the office}": "{speaker: times, date: 2023, printed_as: an office}",
        "source: story": "source: report",
        "paragraph 5": "paragraph 6",
        "said that some": "told us that some",
        "at least five of our": "at least six of our",
        '"2"': '"3"',
        "id: first": "id: second",
        "note: As printed.": "note: As it is printed.",
        "Counted twice": "Counted three times",
        "{claim: toll, relation: supports, note: As it seems.}": "{claim: place, relation: refines, note: As it now seems.}",
        "by: A. Reader, date: 2025, version: few, verdict: supported, likelihood: likely, confidence: low, reason: Two": "by: B. Reader, date: 2026, version: many, verdict: refuted, likelihood: unlikely, confidence: high, reason: Only two",
        "by: A. Reader, date: 2025, digest": "by: B. Reader, date: 2026, digest",
        "sha256:1": "sha256:2",
        "To be counted": "To be told",
    },
    "source": {
        "The whole": "The half",
        "article-newspaper": "article-journal",
        "[times]": "[iran]",
        "publisher: hamas": "publisher: ministry",
        "published: 2024": "published: 2024~",
        "example.org/a": "example.org/b",
        '"https://archive.example/a", date: 2024': '"https://archive.example/b", date: 2025',
        "2024-09": "2024-10",
        "language: en": "language: fa",
        "a.txt": "b.txt",
        'sha256: "1': 'sha256: "2',
        "[report]": "[story]",
        "{at: paragraph 1, reason: navigation}": "{at: paragraph 2, reason: site navigation}",
        "reliability: B": "reliability: C",
        "by: A. Reader, date: 2025, digest": "by: B. Reader, date: 2026, digest",
        "sha256:1": "sha256:2",
        "As printed": "As it is printed",
    },
    "speaker": {
        "The health": "The public health",
        "government": "group",
        "the office": "an office",
        "part_of: [hamas]": "part_of: [iran]",
        "{role: counter of the dead, organization: hamas, held: 2024, source: story}": "{role: chief counter of the dead, organization: iran, held: 2024-07, source: report}",
        "example.org/a": "example.org/b",
        "[times]": "[hamas]",
        "by: A. Reader, date: 2025, digest": "by: B. Reader, date: 2026, digest",
        "sha256:1": "sha256:2",
        "As printed": "As it is printed",
    },
    "event": {
        "killing in": "blast in",
        "2024-07": "2024-07-31",
        "toll#few": "toll#many",
        "place: Tehran": "place: North Tehran",
        "[attack]": "[killing]",
        "the blast": "the bang",
        "example.org/a": "example.org/b",
        "by: A. Reader, date: 2025, digest": "by: B. Reader, date: 2026, digest",
        "sha256:1": "sha256:2",
        "As printed": "As it is printed",
    },
}


def full(kind: RecordKind) -> Record:
    return _record(FULL[kind], kind)


def other(kind: RecordKind) -> Record:
    text = FULL[kind]
    for old, new in OTHER[kind].items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return _record(text, kind)


def _record(text: str, kind: RecordKind) -> Record:
    document = read(text.encode(), kind=kind, id="example")
    assert document.faults == ()
    return cast("Record", document.record)
