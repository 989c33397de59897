from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from claimtrack.corpus.corpus import Corpus
from claimtrack.rules.checking import check

#: Lays files over the standing corpus and loads it.
Lay: TypeAlias = Callable[[str], Corpus]


def told(corpus: Corpus, *codes: str) -> list[str]:
    return [str(finding) for finding in check(corpus, select=codes).findings]


def claim(attribution: str) -> str:
    return (
        "# attack/it.yaml\nclaim: What of it?\nversions:\n  one:\n    statement: One.\n"
        f"    attributions:\n      - {{stance: asserts, cue: x, {attribution}}}\n"
    )


def speaker(name: str, keys: str = "kind: person", *, id: str = "") -> str:  # noqa: A002 - the format's own word
    own = id or name.lower().replace(" ", "-")
    return f"# speakers/{own}.yaml\nspeaker: {name}\n{keys}\n"


STORY = "source: hostage-story"
SPELLINGS = {
    "the-name": (f"speaker: mira-dolan, printed_as: Mira Dolan, {STORY}", None),
    "an-alias": (f"speaker: jonas-brandt, printed_as: Brandt, {STORY}", None),
    "other-spaces": (f"speaker: jonas-brandt, printed_as: Jonas\u00a0Brandt, {STORY}", None),
    "other-case": (f"speaker: selm, printed_as: The Government, {STORY}", "The Government"),
    "capitals": (f"speaker: jonas-brandt, printed_as: BRANDT, {STORY}", None),
    "another": (f"speaker: jonas-brandt, printed_as: Brand, {STORY}", "Brand"),
    "a-group": (f"speaker: harbour-pilot, printed_as: some pilots, {STORY}", None),
    "nobody-in-particular": (f"speaker: unknown, printed_as: reports, {STORY}", None),
    "the-author-by-name": (f"speaker: author, printed_as: Mira Dolan, {STORY}", None),
    "the-author-by-another": (f"speaker: author, printed_as: M. Dolan, {STORY}", "M. Dolan"),
    "one-relied-on": (
        f"speaker: selm, citing: [{{speaker: mira-dolan, printed_as: Dolan}}], {STORY}",
        "Dolan",
    ),
    "a-carrier": (
        f"speaker: selm, via: [selm-courier, {{speaker: mira-dolan, printed_as: Dolan}}], {STORY}",
        "Dolan",
    ),
    "a-speaker-without-a-record": (f"speaker: nobody, printed_as: Nobody, {STORY}", None),
    "a-source-without-a-record": ("speaker: author, printed_as: Nobody, source: nothing", None),
}


@pytest.mark.parametrize(("attribution", "name"), SPELLINGS.values(), ids=SPELLINGS.keys())
def test_a_printed_name_is_a_name_or_an_alias_of_its_speaker(
    lay: Lay, attribution: str, name: str | None
) -> None:
    lines = told(lay(claim(f"{attribution}, at: page 1")), "CTN101")
    names = [line.split('"')[1] for line in lines if "alias" in line]
    assert names == ([name] if name else [])


def test_an_unlisted_spelling_is_told_at_the_spelling(lay: Lay) -> None:
    files = claim(f"speaker: jonas-brandt, printed_as: captain, {STORY}, at: paragraph 3")
    assert told(lay(files), "CTN101") == [
        'attack/it.yaml:6:70: CTN101 "captain" is neither the name nor an alias of "Jonas Brandt": '
        "add it to the `aliases`, or mend it"
    ]


PRINTED = {
    "there": (f"speaker: jonas-brandt, printed_as: Brandt, {STORY}, at: paragraph 4", []),
    "elsewhere": (
        f"speaker: jonas-brandt, printed_as: Brandt, {STORY}, at: paragraph 5",
        [
            'attack/it.yaml:6:70: CTN101 "Brandt" is not in paragraph 5 but in paragraphs 3-4: '
            "mend `at`"
        ],
    ),
    "in-another-form": (
        f"speaker: selm, via: [{{speaker: jonas-brandt, printed_as: BRANDT}}], {STORY}, "
        "at: paragraph 3",
        [
            'attack/it.yaml:6:92: CTN101 "BRANDT" is in paragraphs 3-4 with other capitals: '
            'write "Brandt"'
        ],
    ),
}


@pytest.mark.parametrize(("attribution", "lines"), PRINTED.values(), ids=PRINTED.keys())
def test_a_printed_name_is_looked_up_in_the_paragraph(
    lay: Lay, attribution: str, lines: list[str]
) -> None:
    assert told(lay(claim(attribution)), "CTN101") == lines


SHARED = {
    "an-alias": speaker("Karla Brandt", "aliases: [Brandt]"),
    "an-alias-in-other-case": speaker("Karla Brandt", "aliases: [BRANDT]"),
    "a-name-and-an-alias": speaker("Brandt"),
    "two-names-in-common": speaker("Jonas Brandt", "aliases: [Brandt]", id="other"),
}
NOT_SHARED = {
    "another-name": speaker("Karla Brand", "aliases: [Brand]"),
    "one-name-twice-in-one-record": speaker("Karla", "aliases: [karla, Karla]"),
    "told-apart": speaker("Karla Brandt", "aliases: [Brandt]\ndistinct_from: [jonas-brandt]"),
    "told-apart-by-the-other": speaker("Karla Brandt", "aliases: [Brandt]")
    + speaker("Jonas Brandt", "aliases: [Brandt]\ndistinct_from: [karla-brandt]"),
}


@pytest.mark.parametrize("files", SHARED.values(), ids=SHARED.keys())
def test_a_name_that_two_speakers_bear_is_told_once(lay: Lay, files: str) -> None:
    assert len(told(lay(files), "CTN102")) == 1


@pytest.mark.parametrize("files", NOT_SHARED.values(), ids=NOT_SHARED.keys())
def test_a_name_that_is_not_shared_or_told_apart_passes(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTN102") == []


def test_a_shared_alias_is_told_at_the_alias_of_the_first(lay: Lay) -> None:
    files = speaker("Karla Brandt", "aliases: [Frau Brandt, Brandt]")
    assert told(lay(files), "CTN102") == [
        'speakers/jonas-brandt.yaml:4:5: CTN102 "Brandt" is also a name of speaker "karla-brandt": '
        "put the two together, or say `distinct_from` in one of them"
    ]


def test_a_confusable_person_is_told_once_at_the_name_of_the_first(lay: Lay) -> None:
    files = speaker("Jonas Brand") + speaker("J Brand", "kind: person\naliases: [Jonas Branndt]")
    assert told(lay(files), "CTN103") == [
        'speakers/j-brand.yaml:3:11: CTN103 "Jonas Branndt" is easily taken for "Jonas Brand" '
        '(speaker "jonas-brand"): put the two together, or say `distinct_from` in one of them',
        'speakers/j-brand.yaml:3:11: CTN103 "Jonas Branndt" is easily taken for "Jonas Brandt" '
        '(speaker "jonas-brandt"): put the two together, or say `distinct_from` in one of them',
        'speakers/jonas-brand.yaml:1:10: CTN103 "Jonas Brand" is easily taken for "Jonas Brandt" '
        '(speaker "jonas-brandt"): put the two together, or say `distinct_from` in one of them',
    ]


NOT_CONFUSED = {
    "told-apart": speaker("Jonas Brand", "kind: person\ndistinct_from: [jonas-brandt]"),
    "told-apart-by-the-other": speaker("Jonas Brand")
    + speaker("Jonas Brandt", "kind: person\ndistinct_from: [jonas-brand]"),
    "no-person": speaker("Jonas Brand", "kind: organization"),
    "of-no-kind": speaker("Jonas Brand", "note: x"),
    "another-name": speaker("Johann Brand"),
}


@pytest.mark.parametrize("files", NOT_CONFUSED.values(), ids=NOT_CONFUSED.keys())
def test_persons_told_apart_and_other_speakers_pass(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTN103") == []


def test_an_anonymous_speaker_without_a_note_is_told_at_its_kind(lay: Lay) -> None:
    files = speaker("A sailor", "kind: anonymous")
    assert told(lay(files), "CTN104") == [
        "speakers/a-sailor.yaml:2:7: CTN104 an anonymous speaker needs a `note` that says how the "
        "source describes it"
    ]


@pytest.mark.parametrize("keys", ["kind: anonymous\nnote: x", "kind: group", "aliases: [x]"])
def test_a_described_or_named_speaker_needs_no_note(lay: Lay, keys: str) -> None:
    assert told(lay(speaker("A sailor", keys)), "CTN104") == []


def test_an_attribution_by_nobody_in_particular_needs_no_note(lay: Lay) -> None:
    assert told(lay(claim(f"speaker: unknown, {STORY}")), "CTN104") == []
