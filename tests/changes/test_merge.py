"""What two sides of a record make together, and where they contradict each other."""

from __future__ import annotations

import pytest

from claimtrack.changes.merge import Merged, merge
from claimtrack.text.format import (
    Formatted,
    FormatterBug,
    format,  # noqa: A004 - the command's own word
)
from claimtrack.text.markers import Markers

BASE = """\
# on the ferry

claim: How many died?
kind: numerical
answer: quantity
unit: people killed
tags: [ferry, sea]
versions:
  nine:
    statement: Nine died.
    value: 9
    attributions:
      - speaker: harbour-office
        stance: asserts
        citing: [crew]
        source: report
        at: paragraph 2
        cue: counted # twice

  seven:
    statement: Seven died.
    value: 7
    broader: nine
    attributions:
      # the first to count
      - speaker: harbour-office
        stance: asserts
        source: report
        at: paragraph 1
        cue: counted

      - speaker: ministry
        stance: denies
        source: report
        at: paragraph 5
        quote: not seven
assessments:
  - by: Ada
    date: 2024-08-01
    version: seven
    reason: Two counts.
note: Known for long.
"""
#: An attribution behind the last of `seven`.
ANOTHER = """\
        quote: not seven

      - speaker: witness
        stance: denies
        source: report
        at: paragraph 7
        cue: denied
"""
EIGHT = """\
  eight:
    statement: Eight died.
    value: 8
    attributions:
      - speaker: witness
        stance: asserts
        source: report
        at: paragraph 7
        cue: said

"""
HARBOUR_SEVEN = """\
      # the first to count
      - speaker: harbour-office
        stance: asserts
        source: report
        at: paragraph 1
        cue: counted

"""
MINISTRY = """\

      - speaker: ministry
        stance: denies
        source: report
        at: paragraph 5
        quote: not seven
"""
ASSESSMENT = """\
  - by: Ada
    date: 2024-08-01
    version: seven
    reason: Two counts.
"""
NINE = BASE[BASE.index("  nine:") : BASE.index("  seven:")]

#: What a side changed: texts, and what it put in their place.
Swaps = tuple[tuple[str, str], ...]


def swapped(text: str, swaps: Swaps) -> str:
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new, 1)
    assert format(text).text == text
    return text


def merge_both(ours: Swaps, theirs: Swaps) -> tuple[Merged, Merged]:
    """Merge, whichever side is ours."""
    one, other = swapped(BASE, ours), swapped(BASE, theirs)
    return merge(BASE, one, other, id="ferry/toll"), merge(BASE, other, one, id="ferry/toll")


def assessed(by: str, date: str) -> Swaps:
    more = f"  - by: {by}\n    date: {date}\n    reason: So.\n"
    return ((ASSESSMENT, ASSESSMENT + more),)


CLEAN: list[tuple[str, Swaps, Swaps]] = [
    ("two-attributions", (("        quote: not seven\n", ANOTHER),), ((HARBOUR_SEVEN, ""),)),
    ("two-versions", (("  nine:", EIGHT + "  nine:"),), ((NINE, ""), ("    broader: nine\n", ""))),
    ("two-tags", (("[ferry, sea]", "[deaths, ferry, sea]"),), (("[ferry, sea]", "[ferry, wind]"),)),
    ("all-tags-gone", (("[ferry, sea]", "[ferry]"),), (("[ferry, sea]", "[sea]"),)),
    ("two-fields", (("Known for long.", "Known."),), (("Seven died.", "Seven people died."),)),
    ("two-fields-of-one", (("counted # twice", "tallied # twice"),), (("[crew]", "[owner]"),)),
    ("text-and-comment", (("counted # twice", "tallied # twice"),), (("counted # twice", "counted # thrice"),)),
    ("the-same", (("Known for long.", "Known."),), (("Known for long.", "Known."),)),
    ("field-removed-and-another-changed", (("note: Known for long.\n", ""),), (("How many", "How many people"),)),
    ("comment-removed", (("      # the first to count\n", ""),), (("at: paragraph 1", "at: paragraph 4"),)),
    (
        "speaker-corrected-and-note-added",
        (("speaker: ministry", "speaker: the-ministry"),),
        (("quote: not seven\n", "quote: not seven\n        note: Angrily.\n"),),
    ),
    (
        "version-renamed-and-edited",
        ((NINE, ""), ("  seven:", NINE.replace("nine:", "nine-dead:") + "  seven:"), ("er: nine", "er: nine-dead")),
        (("Nine died.", "Nine people died."),),
    ),
    (
        "retired-and-denied",
        (("    broader: nine\n", "    broader: nine\n    retired:\n      date: 2024-09-01\n      reason: Old.\n"),),
        (("        quote: not seven\n", ANOTHER),),
    ),
    ("answer-and-unit", (("people killed", "people"),), (("value: 7\n", "value: at least 7\n"),)),
    ("default-and-absent", (("killed\n", "killed\nexclusive: true\n"),), (("sea]\n", "sea]\nstatus: accepted\n"),)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ours", "theirs"), [row[1:] for row in CLEAN], ids=[row[0] for row in CLEAN]
)
def test_changes_of_both_sides_stand(ours: Swaps, theirs: Swaps) -> None:
    one, other = merge_both(ours, theirs)
    assert one.is_clean
    assert one.text == other.text


MERGED = {
    "two-fields-of-one": ("tallied # twice", "citing: [owner]"),
    "text-and-comment": ("tallied # thrice",),
    "speaker-corrected-and-note-added": ("speaker: the-ministry", "note: Angrily."),
    "version-renamed-and-edited": (
        "  nine-dead:\n    statement: Nine people died.",
        "broader: nine-dead",
    ),
    "two-tags": ("tags: [deaths, ferry, wind]",),
}
GONE = {
    "two-fields-of-one": ("counted # twice", "[crew]"),
    "text-and-comment": ("twice",),
    "speaker-corrected-and-note-added": ("speaker: ministry",),
    "version-renamed-and-edited": ("  nine:",),
    "two-tags": ("sea",),
    "all-tags-gone": ("tags",),
    "comment-removed": ("the first",),
}


@pytest.mark.parametrize("name", sorted({*MERGED, *GONE}))
def test_the_text_holds_what_became_of_each(name: str) -> None:
    ours, theirs = next(row[1:] for row in CLEAN if row[0] == name)
    text = merge_both(ours, theirs)[0].text
    assert text
    assert [words for words in MERGED.get(name, ()) if words not in text] == []
    assert [words for words in GONE.get(name, ()) if words in text] == []


CONTESTED: list[tuple[str, Swaps, Swaps, list[str]]] = [
    ("one-field", (("Known for long.", "Known."),), (("Known for long.", "New."),), ['"note" was changed in two ways']),
    (
        "removed-and-changed",
        (("note: Known for long.\n", ""),),
        (("Known for long.", "New."),),
        ['"note" was changed on one side and removed on the other'],
    ),
    (
        "attribution-removed-and-changed",
        ((HARBOUR_SEVEN, ""),),
        (("paragraph 1\n        cue: counted", "paragraph 1\n        cue: tallied"),),
        ['"versions / seven / attributions / harbour-office, report, paragraph 1, asserts" was '
         "changed on one side and removed on the other"],
    ),
    (
        "attribution-removed-and-its-comment-changed",
        ((HARBOUR_SEVEN, ""),),
        (("# the first to count", "# the very first"),),
        ['"versions / seven / attributions / harbour-office, report, paragraph 1, asserts" was '
         "changed on one side and removed on the other"],
    ),
    (
        "one-identity-added-twice",
        (("        quote: not seven\n", ANOTHER),),
        (("        quote: not seven\n", ANOTHER.replace("cue: denied", "cue: scoffed")),),
        ['"versions / seven / attributions / witness, report, paragraph 7, denies / cue" was added in two ways'],
    ),
    (
        "version-added-twice",
        (("  nine:", EIGHT + "  nine:"),),
        (("  nine:", EIGHT.replace("Eight died", "Eight were killed") + "  nine:"),),
        ['"versions / eight / statement" was added in two ways'],
    ),
    (
        "another-version-of-the-name",
        (("  nine:", EIGHT + "  nine:"),),
        (("  nine:", EIGHT.replace("Eight died", "At least eight died").replace("value: 8", "value: at least 8") + "  nine:"),),
        ['"versions / eight" was added in two ways'],
    ),
    (
        "attribution-added-with-a-key-more",
        (("  nine:", EIGHT + "  nine:"),),
        (("  nine:", EIGHT.replace("stance: asserts\n", "stance: asserts\n        certainty: possible\n") + "  nine:"),),
        ['"versions / eight / attributions / witness, report, paragraph 7, asserts" was added in two ways'],
    ),
    ("chain", (("[crew]", "[crew, owner]"),), (("[crew]", "[crew, captain]"),),
     ['"versions / nine / attributions / harbour-office, report, paragraph 2, asserts / citing" was changed in two ways']),
    (
        "two-names",
        ((NINE, ""), ("  seven:", NINE.replace("nine:", "nine-dead:") + "  seven:"), ("er: nine", "er: nine-dead")),
        ((NINE, ""), ("  seven:", NINE.replace("nine:", "nine-lost:") + "  seven:"), ("er: nine", "er: nine-lost")),
        ['"versions / nine" was given two names', '"versions / seven / broader" was changed in two ways'],
    ),
    (
        "two-corrections",
        (("speaker: ministry", "speaker: the-ministry"),),
        (("speaker: ministry", "speaker: minister"),),
        ['"versions / seven / attributions / ministry, report, paragraph 5, denies" was given two names'],
    ),
    (
        "assessment-changed-twice",
        (("Two counts.", "One count."),),
        (("Two counts.", "Three counts."),),
        ['"assessments / Ada, 2024-08-01, seven / reason" was changed in two ways'],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ours", "theirs", "told"), [row[1:] for row in CONTESTED], ids=[row[0] for row in CONTESTED]
)
def test_contradictions_are_conflicts(ours: Swaps, theirs: Swaps, told: list[str]) -> None:
    for done in merge_both(ours, theirs):
        assert [str(one) for one in done.conflicts] == told
        assert done.text
        assert done.text.count("<<<<<<< ours") == len(told)


NINE_SAID = "versions / nine / attributions / harbour-office, report, paragraph 2, asserts"
STANCE, SPEAKER = ("stance: asserts", "stance: denies"), ("r: harbour-office", "r: harbour")
CUE, PLACE = ("cue: counted # twice", "cue: tallied # twice"), ("paragraph 2", "paragraph 3")
SURE = ("        citing: [crew]", "        certainty: possible\n        citing: [crew]")
QUOTE = ("counted # twice\n", "counted # twice\n        quote: nine\n")
NOTE = ("counted # twice\n", "counted # twice\n        note: Twice.\n")
JOINTLY = tuple(
    (f"{SPEAKER[0]}\n", f"{SPEAKER[0]}\n        jointly: [{name}]\n") for name in ("crew", "owner")
)
READ_IN_TWO_WAYS: list[tuple[str, Swaps, Swaps, list[str]]] = [
    ("stance-and-cue", (STANCE,), (CUE,), ["stance", "cue"]),
    ("cue-and-place", (CUE,), (PLACE,), ["at", "cue"]),
    ("speaker-and-cue", (SPEAKER,), (CUE,), ["speaker", "cue"]),
    ("quote-and-stance", (QUOTE,), (STANCE,), ["stance", "quote"]),
    ("certainty-and-place", (SURE,), (PLACE,), ["certainty", "at"]),
    ("two-companions", (JOINTLY[0],), (JOINTLY[1],), ["jointly"]),
    ("both-the-cue-and-one-more", (SURE, CUE), (("cue: counted", "cue: told"),), ["certainty", "cue"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ours", "theirs", "keys"),
    [row[1:] for row in READ_IN_TWO_WAYS],
    ids=[row[0] for row in READ_IN_TWO_WAYS],
)
def test_no_reading_is_made_up_of_two(ours: Swaps, theirs: Swaps, keys: list[str]) -> None:
    for done in merge_both(ours, theirs):
        assert {str(one.path[-1]) for one in done.conflicts} == {*keys}
        assert {" / ".join(map(str, one.path[:-1])) for one in done.conflicts} == {NINE_SAID}
        assert done.text
        assert done.text.count("<<<<<<< ours") == len(keys)


READ_IN_ONE: list[tuple[str, Swaps, Swaps, Swaps]] = [
    ("reading-and-note", (SURE, CUE), (NOTE,), (SURE, CUE, ("tallied # twice\n", "tallied # twice\n        note: Twice.\n"))),
    ("the-same-and-more", (CUE,), (CUE, SURE), (CUE, SURE)),
    ("the-same", (SURE, CUE), (SURE, CUE), (SURE, CUE)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [row[1:] for row in READ_IN_ONE],
    ids=[row[0] for row in READ_IN_ONE],
)
def test_a_reading_that_one_side_made_stands(ours: Swaps, theirs: Swaps, both: Swaps) -> None:
    for done in merge_both(ours, theirs):
        assert done.text == format(swapped(BASE, both)).text
        assert done.is_clean


def said(stance: str, words: str) -> str:
    head = "      - speaker: witness\n        stance: {}\n        source: report\n"
    return (head + "        at: paragraph 7\n        {}\n").format(stance, words)


def with_said(stance: str, words: str) -> str:
    item = said(stance, words)
    return format(BASE.replace(MINISTRY, f"{MINISTRY}\n{item}")).text


@pytest.mark.parametrize("words", ["cue: told", "quote: told"])
def test_a_sentence_that_both_read_and_each_with_its_stance_is_contested(words: str) -> None:
    for stances in (("asserts", "denies"), ("denies", "asserts")):
        one, other = (with_said(stance, words) for stance in stances)
        done = merge(BASE, one, other)
        assert [str(each) for each in done.conflicts] == [
            '"versions / seven / attributions / witness, report, paragraph 7, asserts / stance" '
            "was added in two ways"
        ]
        assert done.text
        assert done.text.count("speaker: witness") == 1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("asserts", "cue: told"), ("denies", "cue: laughed")),
        (("asserts", "cue: told"), ("denies", "quote: told")),
    ],
)
def test_two_sentences_of_one_speaker_both_stand(
    ours: tuple[str, str], theirs: tuple[str, str]
) -> None:
    done = merge(BASE, with_said(*ours), with_said(*theirs))
    assert done.is_clean
    assert done.text
    assert done.text.count("speaker: witness") == 2


def test_of_a_sentence_read_otherwise_in_more_than_its_stance_both_readings_are_offered() -> None:
    one, other = with_said("asserts", "cue: told"), with_said("denies", "cue: told")
    one = one.replace("cue: told\n", "cue: told\n        note: Loudly.\n")
    for done in (merge(BASE, one, other), merge(BASE, other, one)):
        assert [str(each) for each in done.conflicts] == [
            '"versions / seven / attributions / witness, report, paragraph 7, asserts" '
            "was added in two ways"
        ]


TOGETHER: list[tuple[str, Swaps, Swaps, set[tuple[str, ...]]]] = [
    (
        "reference-to-a-version-that-goes",
        ((NINE, ""), ("    broader: nine\n", "")),
        (("  nine:", EIGHT.replace("value: 8\n", "value: 8\n    broader: nine\n") + "  nine:"),),
        {("versions", "nine"), ("versions", "eight")},
    ),
    (
        "no-attribution-left",
        ((HARBOUR_SEVEN, ""),),
        ((MINISTRY, ""),),
        {("versions", "seven", "attributions", "harbour-office, report, paragraph 1, asserts"),
         ("versions", "seven", "attributions", "ministry, report, paragraph 5, denies")},
    ),
    (
        "value-of-another-type",
        (("answer: quantity\nunit: people killed\n", "answer: boolean\n"), ("value: 9", "value: false"), ("value: 7", "value: true")),
        (("  nine:", EIGHT + "  nine:"),),
        {("answer",), ("versions", "eight")},
    ),
    (
        "assessment-of-a-version-that-goes",
        ((NINE, ""), ("    broader: nine\n", "")),
        ((ASSESSMENT, ASSESSMENT + "  - by: Ben\n    date: 2024-08-02\n    version: nine\n    reason: So.\n"),),
        {("versions", "nine"), ("assessments",)},
    ),
    (
        "share-of-a-version-that-goes",
        ((NINE, ""), ("    broader: nine\n", "")),
        (("    broader: nine\n", "    relative_to: ferry/toll#nine\n    broader: nine\n"),),
        {("versions", "nine"), ("versions", "seven", "relative_to")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ours", "theirs", "paths"), [row[1:] for row in TOGETHER], ids=[row[0] for row in TOGETHER]
)
def test_what_is_wrong_only_together_is_a_conflict(
    ours: Swaps, theirs: Swaps, paths: set[tuple[str, ...]]
) -> None:
    for done in merge_both(ours, theirs):
        assert {tuple(map(str, one.path)) for one in done.conflicts} == paths
        assert {one.why for one in done.conflicts} <= {"together"}


def test_no_words_left_is_a_conflict() -> None:
    quoted = (("cue: counted # twice\n", "cue: counted # twice\n        quote: nine\n"),)
    base = swapped(BASE, quoted)
    ours, theirs = (
        base.replace("        cue: counted # twice\n", ""),
        base.replace("        quote: nine\n", ""),
    )
    done = merge(base, ours, theirs)
    assert {str(one.path[-1]) for one in done.conflicts} == {"cue", "quote"}


def test_two_forms_of_each_other_are_a_conflict() -> None:
    base = swapped(BASE, (("    broader: nine\n", ""),))
    ours = swapped(base, (("    value: 9\n", "    value: 9\n    broader: seven\n"),))
    done = merge(base, ours, BASE)
    assert [one.path[1:] for one in done.conflicts] == [("nine", "broader"), ("seven", "broader")]


def test_what_was_wrong_before_is_no_conflict() -> None:
    base = swapped(BASE, (("er: nine", "er: nobody"),))
    ours = swapped(base, (("Known for long.", "Known."),))
    theirs = swapped(base, (("How many", "How many people"),))
    assert merge(base, ours, theirs).is_clean


CONFLICT = """\
<<<<<<< {0}
note: Known.
||||||| {1}
note: Known for long.
=======
note: New.
>>>>>>> {2}
"""


def test_markers_stand_around_the_field_only() -> None:
    ours, theirs = (
        BASE.replace("Known for long.", "Known."),
        BASE.replace("Known for long.", "New."),
    )
    bare = merge(BASE, ours, theirs).text
    before = BASE.removesuffix("note: Known for long.\n")
    assert bare == before + "<<<<<<< ours\nnote: Known.\n=======\nnote: New.\n>>>>>>> theirs\n"
    full = merge(BASE, ours, theirs, markers=Markers(ours="HEAD", theirs="side", with_base=True))
    assert full.text == before + CONFLICT.format("HEAD", "base", "side")
    wide = merge(BASE, ours, theirs, markers=Markers(size=9)).text
    assert wide
    assert wide.endswith(f"{'=' * 9}\nnote: New.\n{'>' * 9} theirs\n")


def test_the_first_key_of_an_item_keeps_its_dash_on_both_sides() -> None:
    base = BASE.replace(
        "        quote: not seven\n", "        quote: not seven\n        id: first\n"
    )
    ours, theirs = (base.replace("r: ministry", f"r: {name}") for name in ("cabinet", "minister"))
    assert merge(base, ours, theirs).text == base.replace(
        "      - speaker: ministry\n",
        "<<<<<<< ours\n      - speaker: cabinet\n=======\n      - speaker: minister\n>>>>>>> theirs\n",
    )


def test_both_sides_may_add_the_file() -> None:
    assert merge("", BASE, BASE).text == BASE
    more = swapped(BASE, (("        quote: not seven\n", ANOTHER), ("note: Known for long.\n", "")))
    done = merge("", BASE, swapped(BASE, (("  nine:", EIGHT + "  nine:"),)))
    assert done.is_clean
    assert done.text == swapped(BASE, (("  nine:", EIGHT + "  nine:"),))
    assert merge("", BASE, more).text == BASE.replace("        quote: not seven\n", ANOTHER)
    other = swapped(BASE, (("Seven died.", "Seven drowned."),))
    assert [str(one) for one in merge("", BASE, other).conflicts] == [
        '"versions / seven / statement" was added in two ways'
    ]


def test_additions_to_a_list_stand_in_the_order_of_their_dates() -> None:
    ours, theirs = assessed("Cy", "2024-08-03"), assessed("Bo", "2024-08-02")
    one, other = merge_both(ours, theirs)
    assert (
        one.text
        == other.text
        == swapped(
            BASE,
            (*theirs, *((("So.\n", "So.\n  - by: Cy\n    date: 2024-08-03\n    reason: So.\n"),))),
        )
    )


def test_a_list_that_both_put_into_another_order_is_contested() -> None:
    base = swapped(BASE, assessed("Bo", "2024-08-02"))
    bo = "  - by: Bo\n    date: 2024-08-02\n    reason: So.\n"
    turned = base.replace(bo, "").replace(ASSESSMENT, bo + ASSESSMENT)
    assert merge(base, turned, base.replace("How many", "How many people")).is_clean
    assert [one.path for one in merge(base, turned, base.replace("So.", "Thus.")).conflicts] == [
        ("assessments",)
    ]


def test_a_side_that_is_not_canonical_comes_out_canonical() -> None:
    loose = BASE.replace("kind: numerical", "kind:   'numerical'").replace(
        "[ferry, sea]", "[sea, ferry]"
    )
    assert merge(loose, loose, loose).text == BASE
    assert merge(BASE, loose, BASE.replace("Known for long.", "Known.")).text == BASE.replace(
        "Known for long.", "Known."
    )


def test_a_default_is_as_good_as_left_out() -> None:
    said, accepted = (
        BASE.replace("sea]\n", f"sea]\nstatus: {status}\n") for status in ("draft", "accepted")
    )
    assert merge(said, BASE, accepted).text == accepted


def test_the_manifest_merges_too() -> None:
    base = "claimtrack: 1\nother_names: [b]\n"
    done = merge(base, base.replace("[b]", "[a, b]"), base.replace("[b]", "[b, c]"))
    assert done.text == "claimtrack: 1\nother_names:\n  - a\n  - b\n  - c\n"


UNREADABLE = [
    "claim: [",
    "- a\n",
    "<<<<<<< ours\nclaim: a\n",
    b"claim: \xff\n",
    "speaker: A\n",
    "a: b\n",
    "",
]


@pytest.mark.parametrize("text", UNREADABLE, ids=repr)
def test_what_is_no_record_of_the_kind_is_left_to_others(text: str | bytes) -> None:
    assert merge(BASE, text, BASE).text is None
    assert merge(BASE, BASE, text).text is None
    if text:
        assert merge(text, BASE, BASE.replace("Known", "Long known")).text is None


def test_the_headline_is_contested_below_the_comments_on_the_file() -> None:
    base = BASE.replace("many died?", "many died? # the question")
    ours, theirs = (base.replace("many died", f"many {word}") for word in ("drowned", "were lost"))
    claim = "claim: How many {}? # the question\n"
    block = f"<<<<<<< ours\n{claim.format('drowned')}=======\n{claim.format('were lost')}>>>>>>> theirs\n"
    assert merge(base, ours, theirs).text == base.replace(claim.format("died"), block)


def test_attributions_that_share_an_identity_are_contested_together() -> None:
    double = BASE.replace("        quote: not seven\n", "        quote: not seven\n" + MINISTRY)
    assert merge(BASE, double, BASE.replace("How many", "How many people")).is_clean
    done = merge(BASE, double, swapped(BASE, (("not seven", "never"),)))
    assert [one.path for one in done.conflicts] == [("versions", "seven", "attributions")]


def test_an_item_without_its_first_key_on_one_side_is_contested_whole() -> None:
    base = BASE.replace(
        "        quote: not seven\n", "        quote: not seven\n        id: first\n"
    )
    ours = base.replace(
        "      - speaker: ministry\n        stance: denies\n        source: report\n        at: paragraph 5",
        "      - stance: denies\n        source: report\n        at: paragraph 5",
    )
    done = merge(base, ours, base.replace("r: ministry", "r: minister"))
    assert [str(one.path[-1]) for one in done.conflicts] == ["first"]


def test_a_tag_that_goes_and_whose_comment_changes_is_contested() -> None:
    base = BASE.replace("tags: [ferry, sea]\n", "tags:\n  - ferry # why\n  - sea\n")
    ours, theirs = (
        base.replace("  - ferry # why\n", "").replace("tags:\n  - sea", "tags: [sea]"),
        base.replace("# why", "# how"),
    )
    done = merge(base, ours, theirs)
    assert [one.path for one in done.conflicts] == [("tags",)]


def test_keys_that_nobody_knows_merge_as_others_do() -> None:
    base = BASE + "extra:\n  a: 1\n  b:\n    - 1\n"
    ours, theirs = base.replace("a: 1", "a: 2"), base.replace("    - 1", "    - 2") + "more: 3\n"
    done = merge(base, ours, theirs)
    assert done.text
    assert done.text.endswith("extra:\n  a: 2\n  b: [2]\nmore: 3\n")
    clash = merge(base, base.replace("    - 1", "    - 3"), theirs)
    assert [one.path for one in clash.conflicts] == [("extra", "b")]


def test_items_that_are_no_mappings_are_compared_as_they_are() -> None:
    base = BASE.replace(ASSESSMENT, "  - somebody\n")
    done = merge(base, BASE, base.replace("somebody", "nobody"))
    assert len(done.conflicts) == 1


def test_what_would_be_too_large_to_read_is_a_conflict_of_the_whole() -> None:
    filler = "x " * 45_000
    base = BASE.replace("Known for long.", f'"{filler}."')
    ours, theirs = (
        base.replace(
            "  nine:",
            EIGHT.replace("Eight died.", f'"{name} {filler}."').replace("eight", name) + "  nine:",
        )
        for name in ("a", "b")
    )
    done = merge(base, ours, theirs)
    assert [str(one) for one in done.conflicts] == [
        '"the file" was right on either side, and not together'
    ]
    assert done.text
    assert done.text.startswith("<<<<<<< ours\n# on the ferry\n")
    assert done.text.count("\n=======\n# on the ferry\n") == 1


def test_where_the_formatter_errs_the_whole_is_a_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    def errs(_: str) -> Formatted:
        raise FormatterBug(_)

    monkeypatch.setattr("claimtrack.changes.merge.format", errs)
    done = merge(
        BASE, BASE.replace("Known", "Long known"), BASE.replace("How many", "How many people")
    )
    assert done.text
    assert done.text.count("Long known") == done.text.count("How many people") == 1
    assert not done.is_clean
