from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from claimtrack.corpus.corpus import Corpus
from claimtrack.rules.checking import check

#: Lays files over the standing corpus and loads it.
Lay: TypeAlias = Callable[[str], Corpus]


def told(corpus: Corpus, code: str) -> list[str]:
    found = check(corpus, select=[code]).findings
    return [str(finding) for finding in found if finding.code.startswith(code)]


def claim(keys: str = "", *, version: str = "", attribution: str = "") -> str:
    """Write a claim of one version and one attribution, with keys added to each."""
    said = f"speaker: author, stance: asserts, source: hostage-story, cue: x{attribution}"
    versions = f"{{one: {{statement: One., attributions: [{{{said}}}]{version}}}}}"
    return f"# attack/it.yaml\nclaim: What of it?\n{keys}versions: {versions}\n"


MISSING = {
    "an-event-misspelt": (
        claim("event: fery-attack\n"),
        'attack/it.yaml:2:8: CTI110 there is no event "fery-attack", did you mean "ferry-attack"?',
    ),
    "a-speaker-where-an-event-belongs": (
        claim("event: selm\n"),
        (
            'attack/it.yaml:2:8: CTI110 there is no event "selm", but a speaker of that id; '
            "name an event here"
        ),
    ),
    "an-event-where-a-speaker-belongs": (
        claim("subjects: [ferry-attack]\n"),
        (
            'attack/it.yaml:2:12: CTI110 there is no speaker "ferry-attack", '
            "but an event of that id; name a speaker here"
        ),
    ),
    "an-id-like-no-other": (
        claim("event: wedding\n"),
        'attack/it.yaml:2:8: CTI110 there is no event "wedding"; add its record, or mend the id',
    ),
    "the-first-of-a-list-that-is-sorted-last": (
        claim("subjects: [zzz, mira-dolan]\n"),
        'attack/it.yaml:2:12: CTI110 there is no speaker "zzz"; add its record, or mend the id',
    ),
    "a-related-claim": (
        claim("related: [{claim: attack/tolls, relation: refines}]\n"),
        'attack/it.yaml:2:19: CTI110 there is no claim "attack/tolls", did you mean "attack/toll"?',
    ),
    "the-claim-of-a-version": (
        claim(version=", relative_to: attack/tol#nine"),
        'attack/it.yaml:2:131: CTI110 there is no claim "attack/tol", did you mean "attack/toll"?',
    ),
    "one-relied-on": (
        claim(attribution=", citing: [harbor-pilot]"),
        (
            'attack/it.yaml:2:125: CTI110 there is no speaker "harbor-pilot", '
            'did you mean "harbour-pilot"?'
        ),
    ),
    "a-carrier-with-a-date": (
        claim(attribution=", via: [{speaker: courier, date: 2019}]"),
        'attack/it.yaml:2:132: CTI110 there is no speaker "courier", did you mean "selm-courier"?',
    ),
    "an-answer": (
        claim("answer: speaker\n", version=", value: pirates"),
        (
            'attack/it.yaml:3:118: CTI110 there is no speaker "pirates"; '
            "add its record, or mend the id"
        ),
    ),
    "one-that-cannot-be-read": (
        claim("event: tornn\n") + "# events/torn.yaml\n<<<<<<< ours\n",
        'attack/it.yaml:2:8: CTI110 there is no event "tornn", did you mean "torn"?',
    ),
    "one-like-a-record-of-another-kind-that-cannot-be-read": (
        claim("subjects: [tornn]\n") + "# events/torn.yaml\n<<<<<<< ours\n",
        'attack/it.yaml:2:12: CTI110 there is no speaker "tornn"; add its record, or mend the id',
    ),
    "the-source-of-a-role": (
        (
            "# speakers/jonas-brandt.yaml\nspeaker: Jonas Brandt\n"
            "roles:\n  - {role: captain, source: hostage-stories}\n"
        ),
        (
            'speakers/jonas-brandt.yaml:3:29: CTI110 there is no source "hostage-stories", '
            'did you mean "hostage-story"?'
        ),
    ),
}

PRESENT = {
    "the-tokens-as-speakers": claim(attribution=", id: x").replace("author", "unknown"),
    "a-token-where-a-record-belongs-is-told-by-another-rule": claim("subjects: [unknown]\n"),
    "a-record-that-cannot-be-read": claim("event: torn\n") + "# events/torn.yaml\n<<<<<<< ours\n",
    "a-record-read-in-part": claim("event: torn\n")
    + "# events/torn.yaml\nevent: Torn\ndate: never\n",
}


@pytest.mark.parametrize(("files", "finding"), MISSING.values(), ids=MISSING)
def test_a_reference_to_no_record_is_told_with_what_may_be_meant(
    lay: Lay, files: str, finding: str
) -> None:
    assert told(lay(files), "CTI110") == [finding]


@pytest.mark.parametrize("files", PRESENT.values(), ids=PRESENT)
def test_a_reference_to_a_record_or_to_none_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTI110") == []


ABSENT_VERSIONS = {
    "of-another-claim": (
        claim(version=", relative_to: attack/toll#nin"),
        (
            'attack/it.yaml:2:131: CTI111 claim "attack/toll" has no version "nin", '
            'did you mean "nine"?'
        ),
    ),
    "of-the-claim-itself": (
        claim(version=", broader: thing"),
        (
            'attack/it.yaml:2:127: CTI111 claim "attack/it" has no version "thing"; it has one: '
            "name one of them, or add the version"
        ),
    ),
    "of-an-assessment": (
        claim("assessments: [{by: Me, date: 2020, version: two, reason: So.}]\n"),
        (
            'attack/it.yaml:2:45: CTI111 claim "attack/it" has no version "two"; it has one: '
            "name one of them, or add the version"
        ),
    ),
    "of-an-event": (
        "# events/ferry-attack.yaml\nevent: It\ndated_by: [attack/toll#nine, attack/toll#ten]\n",
        (
            'events/ferry-attack.yaml:2:30: CTI111 claim "attack/toll" has no version "ten"; '
            "it has nine, seven-or-more: name one of them, or add the version"
        ),
    ),
}

PRESENT_VERSIONS = {
    "there": claim(version=", relative_to: attack/toll#nine, broader: one"),
    "of-no-claim-is-told-by-another-rule": claim(version=", relative_to: attack/tol#nine"),
    "of-a-claim-that-cannot-be-read": claim(version=", relative_to: attack/torn#nine")
    + "# attack/torn.yaml\n<<<<<<< ours\n",
    "of-the-question-as-a-whole": claim("assessments: [{by: Me, date: 2020, reason: So.}]\n"),
    "left-out-for-a-fault-of-its-own": (
        "# attack/it.yaml\nclaim: What of it?\n"
        "versions: {one: {statement: One., broader: two}, two: {note: No statement.}}\n"
    ),
}


@pytest.mark.parametrize(("files", "finding"), ABSENT_VERSIONS.values(), ids=ABSENT_VERSIONS)
def test_a_reference_to_no_version_is_told(lay: Lay, files: str, finding: str) -> None:
    assert told(lay(files), "CTI111") == [finding]


@pytest.mark.parametrize("files", PRESENT_VERSIONS.values(), ids=PRESENT_VERSIONS)
def test_a_reference_to_a_version_or_to_none_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTI111") == []


TOKENS = {
    "a-speaker-of-that-id": (
        "# speakers/author.yaml\nspeaker: Ann Author\n",
        (
            'speakers/author.yaml:1:1: CTI112 no speaker may have the id "author", '
            "which stands for none; rename the file"
        ),
    ),
    "a-publisher": (
        "# sources/hostage-story.yaml\nsource: It\npublisher: unknown\n",
        (
            'sources/hostage-story.yaml:2:12: CTI112 "unknown" names no record, and here one is '
            "needed; name a speaker's record"
        ),
    ),
    "one-who-spoke-along": (
        claim(attribution=", jointly: [author]"),
        (
            'attack/it.yaml:2:126: CTI112 "author" names no record, and here one is needed; '
            "name a speaker's record"
        ),
    ),
    "one-relied-on": (
        claim(attribution=", citing: [selm, unknown]"),
        (
            'attack/it.yaml:2:131: CTI112 "unknown" names no record, and here one is needed; '
            "name a speaker's record"
        ),
    ),
    "a-carrier-with-a-spelling": (
        claim(attribution=", via: [{speaker: author, printed_as: me}]"),
        (
            'attack/it.yaml:2:132: CTI112 "author" names no record, and here one is needed; '
            "name a speaker's record"
        ),
    ),
}

RECORDS = {
    "tokens-as-speakers": claim(),
    "a-claim-of-that-id": claim().replace("attack/it", "attack/author"),
    "an-event-of-that-id": claim("event: unknown\n") + "# events/unknown.yaml\nevent: It\n",
    "a-speaker-of-a-longer-id": "# speakers/unknown-man.yaml\nspeaker: An unknown man\n",
}


def test_a_version_that_could_not_be_read_is_not_taken_for_missing(lay: Lay) -> None:
    toll = "# attack/toll.yaml\nclaim: How many?\nversions: {other: {statemnt: Nine.}}\n"
    corpus = lay(claim(version=", relative_to: attack/toll#other") + toll)
    assert {finding.code for finding in corpus.findings} == {"CTS101", "CTS102"}
    assert told(corpus, "CTI111") == []


@pytest.mark.parametrize(("files", "finding"), TOKENS.values(), ids=TOKENS)
def test_author_and_unknown_stand_for_no_record(lay: Lay, files: str, finding: str) -> None:
    assert told(lay(files), "CTI112") == [finding]


@pytest.mark.parametrize("files", RECORDS.values(), ids=RECORDS)
def test_author_and_unknown_may_speak(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTI112") == []


UNUSED = {
    "a-source": (
        "# sources/leaflet.yaml\nsource: A leaflet\n",
        (
            'sources/leaflet.yaml:1:1: CTI113 nothing refers to source "leaflet"; '
            "name it where it belongs, or remove its file"
        ),
    ),
    "a-speaker": (
        "# speakers/crowd.yaml\nnote: Loud.\nspeaker: The crowd\n",
        (
            'speakers/crowd.yaml:2:1: CTI113 nothing refers to speaker "crowd"; '
            "name it where it belongs, or remove its file"
        ),
    ),
    "an-event-that-names-itself-only": (
        "# events/wedding.yaml\nevent: A wedding\npart_of: [wedding]\n",
        (
            'events/wedding.yaml:1:1: CTI113 nothing refers to event "wedding"; '
            "name it where it belongs, or remove its file"
        ),
    ),
}

USED = {
    "a-claim-needs-nobody": claim(),
    "a-speaker-told-to-be-another": "# speakers/crowd.yaml\nspeaker: The crowd\n"
    "# speakers/selm.yaml\nspeaker: Selm\ndistinct_from: [crowd]\n",
    "not-known-where-a-file-cannot-be-read": "# speakers/crowd.yaml\nspeaker: The crowd\n"
    "# attack/torn.yaml\n<<<<<<< ours\n",
}


@pytest.mark.parametrize(("files", "finding"), UNUSED.values(), ids=UNUSED)
def test_a_record_that_nothing_refers_to_is_told(lay: Lay, files: str, finding: str) -> None:
    assert told(lay(files), "CTI113") == [finding]


@pytest.mark.parametrize("files", USED.values(), ids=USED)
def test_a_record_in_use_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTI113") == []


def related(name: str, *targets: str, relation: str = "refines") -> str:
    items = "".join(f"  - {{claim: {target}, relation: {relation}}}\n" for target in targets)
    return claim(f"related:\n{items}").replace("attack/it", name)


CYCLES = {
    "a-speaker-of-itself": (
        "# speakers/selm.yaml\nspeaker: Selm\npart_of: [selm]\n",
        (
            "speakers/selm.yaml:2:11: CTI114 `part_of` leads in a circle: selm → selm; "
            "remove a link of it"
        ),
    ),
    "two-events-told-at-the-first": (
        (
            "# events/b.yaml\nevent: B\npart_of: [a, ferry-attack]\n"
            "# events/a.yaml\nevent: A\npart_of: [ferry-attack, b]\n"
        ),
        "events/a.yaml:2:25: CTI114 `part_of` leads in a circle: a → b → a; remove a link of it",
    ),
    "three-sources": (
        (
            "# sources/a.yaml\nsource: A\nderived_from: [c]\n"
            "# sources/b.yaml\nsource: B\nderived_from: [a]\n"
            "# sources/c.yaml\nsource: C\nderived_from: [b]\n"
        ),
        (
            "sources/a.yaml:2:16: CTI114 `derived_from` leads in a circle: a → c → b → a; "
            "remove a link of it"
        ),
    ),
    "claims-that-depend-on-each-other": (
        related("q/a", "attack/toll", "q/b", relation="depends-on")
        + related("q/b", "q/a", relation="depends-on"),
        (
            "q/a.yaml:4:13: CTI114 `depends-on` leads in a circle: q/a → q/b → q/a; "
            "remove a link of it"
        ),
    ),
}

NO_CYCLES = {
    "a-diamond": "# events/a.yaml\nevent: A\npart_of: [b, c]\n"
    "# events/b.yaml\nevent: B\npart_of: [d]\n# events/c.yaml\nevent: C\npart_of: [d]\n"
    "# events/d.yaml\nevent: D\n",
    "a-chain-to-nowhere": "# events/a.yaml\nevent: A\npart_of: [b]\n",
    "different-relations": related("q/a", "q/b") + related("q/b", "q/a", relation="depends-on"),
    "a-relation-that-goes-both-ways": related("q/a", "q/b", relation="contradicts")
    + related("q/b", "q/a", relation="contradicts"),
    "the-same-id-of-different-kinds": "# events/selm.yaml\nevent: Selm\n"
    "# speakers/selm.yaml\nspeaker: Selm\npart_of: [harbour-pilot]\n",
}


@pytest.mark.parametrize(("files", "finding"), CYCLES.values(), ids=CYCLES)
def test_a_cycle_is_told_once_at_its_first_record(lay: Lay, files: str, finding: str) -> None:
    found = told(lay(files), "CTI114")
    assert [line for line in found if "harbour-office" not in line] == [finding]


@pytest.mark.parametrize("files", NO_CYCLES.values(), ids=NO_CYCLES)
def test_what_leads_nowhere_back_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTI114") == []
