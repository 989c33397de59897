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


def said(
    speaker: str = "selm", *, stance: str = "asserts", cue: str = "cue: x", **keys: str
) -> str:
    """Write an attribution."""
    more = [f"{key}: {value}" for key, value in keys.items()]
    fixed = [f"speaker: {speaker}", f"stance: {stance}", "source: hostage-story", cue]
    return f"{{{', '.join(item for item in [*more, *fixed] if item)}}}"


def version(*attributions: str, **keys: str) -> str:
    """Write a version, one attribution a line."""
    more = "".join(f"    {key}: {value}\n" for key, value in keys.items())
    items = "".join(f"      - {attribution}\n" for attribution in attributions)
    return f"    statement: So.\n{more}    attributions:\n{items}"


def claim(*keys: str, **versions: str) -> str:
    """Write a claim; the versions begin in the line after its keys."""
    head = "".join(f"{key}\n" for key in keys)
    parts = "".join(f"  {name}:\n{part}" for name, part in versions.items())
    return f"# attack/it.yaml\nclaim: What of it?\n{head}versions:\n{parts}"


TWICE = "another attribution has the same speaker, source, place and stance; "
REMEDY = "give each an `id`, or remove one"
USED = "another attribution of this version has that `id`; choose another"

DUPLICATES = {
    "alike": (
        claim(a=version(said(), said(cue="cue: y"))),
        [f"attack/it.yaml:7:9: CTA101 {TWICE}{REMEDY}"],
    ),
    "three-alike": (
        claim(a=version(said(), said(cue="cue: y"), said(cue="cue: z"))),
        [f"attack/it.yaml:{line}:9: CTA101 {TWICE}{REMEDY}" for line in (7, 8)],
    ),
    "one-of-two-with-an-id": (
        claim(a=version(said(id="first"), said())),
        [f"attack/it.yaml:7:9: CTA101 {TWICE}{REMEDY}"],
    ),
    "at-the-same-paragraph": (
        claim(a=version(said(at="paragraph 2"), said("selm", at="paragraph 2", via="[selm]"))),
        [f"attack/it.yaml:7:9: CTA101 {TWICE}{REMEDY}"],
    ),
    "two-unknowns": (
        claim(a=version(said("unknown"), said("unknown"))),
        [f"attack/it.yaml:7:9: CTA101 {TWICE}{REMEDY}"],
    ),
    "the-same-id": (
        claim(a=version(said(id="it"), said("mira-dolan", id="it"))),
        [f"attack/it.yaml:6:14: CTA101 {USED}"],
    ),
}

DISTINCT = {
    "speakers": claim(a=version(said(), said("mira-dolan"))),
    "stances": claim(a=version(said(), said(stance="denies"))),
    "places": claim(a=version(said(at="paragraph 2"), said(at="paragraph 3"))),
    "versions": claim(a=version(said()), b=version(said())),
    "ids": claim(a=version(said(id="one"), said(id="two"))),
    "the-same-id-in-two-versions": claim(a=version(said(id="one")), b=version(said(id="one"))),
}


@pytest.mark.parametrize(("files", "findings"), DUPLICATES.values(), ids=DUPLICATES)
def test_attributions_that_cannot_be_told_apart_are_told(
    lay: Lay, files: str, findings: list[str]
) -> None:
    assert told(lay(files), "CTA101") == findings


@pytest.mark.parametrize("files", DISTINCT.values(), ids=DISTINCT)
def test_attributions_that_differ_are_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTA101") == []


EXCLUSIVE = ("answer: quantity", "unit: men", "exclusive: true")


def two_answers(line: int, name: str) -> str:
    return (
        f'attack/it.yaml:{line}:9: CTA102 "{name}" asserts version "a" too, in the same source; '
        "mend the speaker or the stance, or give each its date"
    )


RIVALS = {
    "figures": (
        claim(*EXCLUSIVE, a=version(said(), value="7"), b=version(said(), value="8")),
        [two_answers(15, "selm")],
    ),
    "figures-but-for-a-vague-word": (
        claim(*EXCLUSIVE, a=version(said(), value="about 7"), b=version(said(), value="8")),
        [two_answers(15, "selm")],
    ),
    "texts": (
        claim("exclusive: true", a=version(said()), b=version(said("mira-dolan"), said())),
        [two_answers(12, "selm")],
    ),
    "the-source-itself": (
        claim("exclusive: true", a=version(said("author")), b=version(said("author"))),
        [two_answers(11, "author")],
    ),
    "one-who-spoke-along": (
        claim(
            "exclusive: true", a=version(said()), b=version(said("mira-dolan", jointly="[selm]"))
        ),
        [two_answers(11, "selm")],
    ),
    "twice-over": (
        claim(
            "exclusive: true",
            a=version(said(id="one"), said(id="two")),
            b=version(said(id="one"), said(id="two")),
        ),
        [two_answers(12, "selm"), two_answers(13, "selm")],
    ),
    "held-probable": (
        claim(
            "exclusive: true",
            a=version(said(certainty="probable")),
            b=version(said(certainty="probable")),
        ),
        [two_answers(11, "selm")],
    ),
}

NO_RIVALS = {
    "other-speakers": claim("exclusive: true", a=version(said()), b=version(said("mira-dolan"))),
    "a-denial": claim("exclusive: true", a=version(said()), b=version(said(stance="denies"))),
    "on-other-days": claim(
        "exclusive: true", a=version(said(said="2018")), b=version(said(said="2019"))
    ),
    "of-other-days": claim(
        "exclusive: true", a=version(said(as_of="2018")), b=version(said(as_of="2019"))
    ),
    "in-other-sources": claim(
        "exclusive: true",
        a=version(said()),
        b=version(said().replace("hostage-story", "leaflet")),
    ),
    "unknowns": claim("exclusive: true", a=version(said("unknown")), b=version(said("unknown"))),
    "held-possible": claim(
        "exclusive: true", a=version(said()), b=version(said(certainty="possible"))
    ),
    "a-more-exact-form": claim(
        "exclusive: true", a=version(said()), b=version(said(), broader="a")
    ),
    "of-other-scopes": claim("exclusive: true", a=version(said()), b=version(said(), scope="x")),
    "figures-that-agree": claim(
        *EXCLUSIVE, a=version(said(), value="7"), b=version(said(), value="at least 5")
    ),
    "not-exclusive": claim("exclusive: false", a=version(said()), b=version(said())),
    "not-known-to-be-exclusive": claim(a=version(said()), b=version(said())),
    "retired": claim(
        "exclusive: true",
        a=version(said(), retired="{date: 2020, reason: So.}"),
        b=version(said()),
    ),
}


@pytest.mark.parametrize(("files", "findings"), RIVALS.values(), ids=RIVALS)
def test_a_speaker_who_asserts_two_rival_versions_is_told(
    lay: Lay, files: str, findings: list[str]
) -> None:
    assert told(lay(files), "CTA102") == findings


@pytest.mark.parametrize("files", NO_RIVALS.values(), ids=NO_RIVALS)
def test_speakers_who_may_be_of_one_mind_are_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTA102") == []


def repeated(column: int, name: str) -> str:
    return f'attack/it.yaml:6:{column}: CTA103 the chain names "{name}" already; leave this one out'


REPEATED = {
    "on-oneself": (claim(a=version(said(citing="[selm]"))), [repeated(19, "selm")]),
    "carried-by-oneself": (
        claim(a=version(said(via="[{speaker: selm, printed_as: Port}]"))),
        [repeated(26, "selm")],
    ),
    "relied-on-twice": (
        claim(a=version(said(citing="[mira-dolan, harbour-pilot, mira-dolan]"))),
        [repeated(46, "mira-dolan")],
    ),
    "relied-on-and-carrying": (
        claim(a=version(said(citing="[mira-dolan]", via="[mira-dolan]"))),
        [repeated(38, "mira-dolan")],
    ),
    "on-one-who-spoke-along": (
        claim(a=version(said(jointly="[selm-courier]", citing="[selm-courier]"))),
        [repeated(44, "selm-courier")],
    ),
}

SINGLE = {
    "all-different": claim(
        a=version(said(citing="[mira-dolan, harbour-pilot]", via="[selm-courier]"))
    ),
    "in-two-attributions": claim(
        a=version(said(citing="[mira-dolan]"), said("jonas-brandt", citing="[mira-dolan]"))
    ),
    "whom-it-addresses": claim(a=version(said(to="[mira-dolan]", citing="[mira-dolan]"))),
}


@pytest.mark.parametrize(("files", "findings"), REPEATED.values(), ids=REPEATED)
def test_a_chain_that_names_somebody_twice_is_told(
    lay: Lay, files: str, findings: list[str]
) -> None:
    assert told(lay(files), "CTA103") == findings


@pytest.mark.parametrize("files", SINGLE.values(), ids=SINGLE)
def test_a_chain_that_names_each_once_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTA103") == []


ON_AUTHOR = {
    "citing": (
        claim(a=version(said("author", citing="[selm]"))),
        [
            (
                "attack/it.yaml:6:10: CTA104 the source's own voice takes no `citing`; "
                "name as `speaker` the one on whom it relies"
            )
        ],
    ),
    "via-and-jointly": (
        claim(a=version(said("author", via="[selm]", jointly="[mira-dolan]"))),
        [
            (
                "attack/it.yaml:6:10: CTA104 the source's own voice takes no `via`; "
                "name as `speaker` the one whose words they are"
            ),
            (
                "attack/it.yaml:6:23: CTA104 the source's own voice takes no `jointly`; "
                "record the others apart, as speakers of their own"
            ),
        ],
    ),
}

NOT_ON_AUTHOR = {
    "a-speaker": claim(a=version(said(citing="[mira-dolan]", via="[selm-courier]"))),
    "unknown": claim(a=version(said("unknown", citing="[selm]"))),
    "author-alone": claim(a=version(said("author", citing="[]"))),
}


@pytest.mark.parametrize(("files", "findings"), ON_AUTHOR.values(), ids=ON_AUTHOR)
def test_a_chain_on_the_sources_own_voice_is_told(
    lay: Lay, files: str, findings: list[str]
) -> None:
    assert told(lay(files), "CTA104") == findings


@pytest.mark.parametrize("files", NOT_ON_AUTHOR.values(), ids=NOT_ON_AUTHOR)
def test_a_chain_on_a_speaker_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTA104") == []


JOINT = {
    "out-of-order": (
        claim(a=version(said(jointly="[selm-courier, mira-dolan]"))),
        [
            (
                "attack/it.yaml:6:56: CTA105 of joint speakers the first by the alphabet is the "
                '`speaker`; put "mira-dolan" there, and "selm" into `jointly`'
            )
        ],
    ),
    "the-speaker-again": (
        claim(a=version(said(jointly="[selm-courier, selm]"))),
        [
            (
                'attack/it.yaml:6:34: CTA105 "selm" is named twice among those who spoke; '
                "leave this one out"
            )
        ],
    ),
    "one-twice": (
        claim(a=version(said(jointly="[selm-courier, selm-courier]"))),
        [
            (
                'attack/it.yaml:6:34: CTA105 "selm-courier" is named twice among those who spoke; '
                "leave this one out"
            )
        ],
    ),
}

IN_ORDER = {
    "the-first-by-the-alphabet": claim(a=version(said("mira-dolan", jointly="[selm]"))),
    "jointly-in-any-order": claim(a=version(said("jonas-brandt", jointly="[selm, mira-dolan]"))),
    "with-somebody-unknown": claim(a=version(said("unknown", jointly="[selm]"))),
    "alone": claim(a=version(said())),
}


@pytest.mark.parametrize(("files", "findings"), JOINT.values(), ids=JOINT)
def test_joint_speakers_out_of_order_are_told(lay: Lay, files: str, findings: list[str]) -> None:
    assert told(lay(files), "CTA105") == findings


@pytest.mark.parametrize("files", IN_ORDER.values(), ids=IN_ORDER)
def test_joint_speakers_in_order_are_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTA105") == []


NO_WORD = (
    "attack/it.yaml:6:{}: CTA106 the {} holds no word: write words by which it is found in the "
    "source"
)
NO_WORDS = {
    "neither": (
        claim(a=version(said("mira-dolan"), said(cue=""))),
        [
            (
                "attack/it.yaml:7:9: CTA106 there is neither a quote nor a cue; "
                "add a `cue`: words by which it is found"
            )
        ],
    ),
    "empty": (
        claim(a=version(said(cue="cue: ''"))),
        [
            (
                "attack/it.yaml:6:9: CTA106 there is neither a quote nor a cue; "
                "add a `cue`: words by which it is found"
            )
        ],
    ),
    "a-cue-of-a-mark": (
        claim(a=version(said(cue="cue: '.'"))),
        [NO_WORD.format(70, "cue")],
    ),
    "a-cue-of-an-elision": (
        claim(a=version(said(cue="cue: '[…]'"))),
        [NO_WORD.format(70, "cue")],
    ),
    "a-quote-of-marks": (
        claim(a=version(said(cue="cue: said", quote="'“”'"))),
        [NO_WORD.format(17, "quote")],
    ),
}

WORDS = {
    "a-cue": claim(a=version(said())),
    "a-quote": claim(a=version(said(cue="quote: So it is"))),
    "left-out-for-a-fault-of-its-own": claim(a=version(said(cue="cue: [so]"))),
}


@pytest.mark.parametrize(("files", "findings"), NO_WORDS.values(), ids=NO_WORDS)
def test_an_attribution_without_words_to_find_it_by_is_told(
    lay: Lay, files: str, findings: list[str]
) -> None:
    assert told(lay(files), "CTA106") == findings


@pytest.mark.parametrize("files", WORDS.values(), ids=WORDS)
def test_an_attribution_with_words_to_find_it_by_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTA106") == []
