from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

import attrs
import pytest

from claimtrack.corpus.corpus import Corpus
from claimtrack.corpus.records import Records
from claimtrack.model.claims import Claim, Version
from claimtrack.model.speakers import Speaker
from claimtrack.rules.checking import check
from claimtrack.rules.rivals import rivals

#: Lays files over the standing corpus and loads it.
Lay: TypeAlias = Callable[[str], Corpus]

SAID = "attributions: [{speaker: author, stance: asserts, source: hostage-story, cue: x}]"


class Watched(Mapping[str, Speaker]):
    """Speakers that count how often they are looked up."""

    def __init__(self) -> None:
        self.asked = 0

    def __getitem__(self, key: str) -> Speaker:
        self.asked += 1
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def asked_by_two(versions: int) -> tuple[int, int]:
    """Ask for the rivals of a claim twice, and count after each how often speakers were looked up.

    The two must tell the same.
    """
    named = {f"v{n}": Version(statement="So.", value=(f"s{n}",)) for n in range(versions)}
    record = Claim(id="q", question="Who?", answer="speaker", exclusive=True, versions=named)
    speakers = Watched()
    records = attrs.evolve(Records.of(()), speakers=speakers)
    first, before = list(rivals(record, records)), speakers.asked
    assert list(rivals(record, records)) == first
    assert len(first) == versions * (versions - 1) / 2
    return before, speakers.asked


def test_the_versions_of_a_claim_are_compared_once_for_all_rules() -> None:
    before, after = asked_by_two(20)
    assert 0 < before == after


def test_the_comparisons_of_very_many_versions_are_not_kept() -> None:
    before, after = asked_by_two(201)
    assert after == 2 * before


def told(corpus: Corpus, code: str) -> list[str]:
    found = check(corpus, select=[code]).findings
    return [str(finding) for finding in found if finding.code.startswith(code)]


def claim(*keys: str, **versions: str) -> str:
    """Write a claim with these keys, and with versions of these keys, one a line."""
    head = "".join(f"{key}\n" for key in keys)
    lines = "".join(f"  {name}: {{{said}}}\n" for name, said in versions.items())
    return f"# attack/it.yaml\nclaim: What of it?\n{head}versions:\n{lines}"


def version(*keys: str, said: str = SAID) -> str:
    return ", ".join([*keys, "statement: So.", *([said] if said else [])])


UNITS = {
    "a-quantity-without-a-unit": (
        claim("answer: quantity", a=version("value: 7")),
        (
            "attack/it.yaml:2:9: CTV103 `answer: quantity` does not say of what; "
            "add `unit`, such as `people killed`"
        ),
    ),
    "a-unit-of-yes-and-no": (
        claim("answer: boolean", "unit: men", a=version("value: true")),
        (
            "attack/it.yaml:3:1: CTV103 `unit` counts nothing with `answer: boolean`; "
            "write `answer: quantity`, or remove it"
        ),
    ),
    "a-unit-of-a-text": (
        claim("unit: men", a=version()),
        (
            "attack/it.yaml:2:1: CTV103 `unit` counts nothing with `answer: text`; "
            "write `answer: quantity`, or remove it"
        ),
    ),
}

SOUND_UNITS = {
    "a-quantity-with-its-unit": claim("answer: quantity", "unit: men", a=version("value: 7")),
    "a-text": claim(a=version()),
}


@pytest.mark.parametrize(("files", "finding"), UNITS.values(), ids=UNITS)
def test_a_quantity_and_a_unit_belong_together(lay: Lay, files: str, finding: str) -> None:
    assert told(lay(files), "CTV103") == [finding]


@pytest.mark.parametrize("files", SOUND_UNITS.values(), ids=SOUND_UNITS)
def test_a_quantity_with_its_unit_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTV103") == []


FORETOLD = {
    "a-horizon": (
        claim("kind: event", a=version("horizon: 2020")),
        (
            "attack/it.yaml:4:7: CTV104 `horizon` is for predictions; "
            "write `kind: prediction`, or remove it"
        ),
    ),
    "a-condition-on-a-claim-of-no-kind": (
        claim(a=version("condition: If it rains.")),
        (
            "attack/it.yaml:3:7: CTV104 `condition` is for predictions; "
            "write `kind: prediction`, or remove it"
        ),
    ),
}

NOT_FORETOLD = {
    "a-prediction": claim("kind: prediction", a=version("horizon: 2020", "condition: Rain.")),
    "neither": claim("kind: event", a=version("as_of: 2020")),
}


@pytest.mark.parametrize(("files", "finding"), FORETOLD.values(), ids=FORETOLD)
def test_a_horizon_and_a_condition_are_for_predictions(lay: Lay, files: str, finding: str) -> None:
    assert told(lay(files), "CTV104") == [finding]


@pytest.mark.parametrize("files", NOT_FORETOLD.values(), ids=NOT_FORETOLD)
def test_a_prediction_may_have_a_horizon(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTV104") == []


QUANTITY = ("answer: quantity", "unit: men", "exclusive: true")
DATE = ("answer: date", "exclusive: true")
SPEAKER = ("answer: speaker", "exclusive: true")
RETIRED = "retired: {date: 2020, reason: So.}"


def equal(place: str, name: str, reason: str) -> str:
    return (
        f'attack/it.yaml:{place}: CTV105 the answer equals that of version "{name}" ({reason}); '
        "join the two, or say what sets them apart"
    )


EQUAL = {
    "figures": (
        claim(*QUANTITY, a=version("value: 7"), b=version("value: 8"), c=version("value: 7")),
        [equal("8:14", "a", "both say `7`")],
    ),
    "three-alike": (
        claim(*QUANTITY, a=version("value: 7"), b=version("value: 7"), c=version("value: 7")),
        [
            equal("7:14", "a", "both say `7`"),
            equal("8:14", "a", "both say `7`"),
        ],
    ),
    "days-of-two-calendars": (
        claim(*DATE, a=version("value: 2019-03-04"), b=version("value: persian:1397-12-13")),
        [equal("6:14", "a", "`2019-03-04` and `persian:1397-12-13` mean the same days")],
    ),
    "bodies-in-another-order": (
        claim(
            *SPEAKER,
            a=version("value: [selm, mira-dolan]"),
            b=version("value: [mira-dolan, selm]"),
        ),
        [equal("6:14", "a", 'both name "mira-dolan", "selm"')],
    ),
    "of-the-same-scope": (
        claim(
            *QUANTITY,
            a=version("value: 7", "scope: on deck"),
            b=version("value: 7", "scope: on deck"),
        ),
        [equal("7:14", "a", "both say `7`")],
    ),
}

UNEQUAL = {
    "other-figures": claim(*QUANTITY, a=version("value: 7"), b=version("value: 8")),
    "of-other-scopes": claim(*QUANTITY, a=version("value: 7", "scope: a"), b=version("value: 7")),
    "of-other-times": claim(
        *QUANTITY, a=version("value: 7", "as_of: 2018"), b=version("value: 7", "as_of: 2019")
    ),
    "an-order-and-a-count": claim(*QUANTITY, a=version("value: 7th"), b=version("value: 7")),
    "not-exclusive": claim(*QUANTITY[:2], a=version("value: 7"), b=version("value: 7")),
    "retired": claim(*QUANTITY, a=version("value: 7", RETIRED), b=version("value: 7")),
    "marked-as-broader": claim(
        *QUANTITY, a=version("value: 7", "broader: b"), b=version("value: 7")
    ),
}


@pytest.mark.parametrize(("files", "findings"), EQUAL.values(), ids=EQUAL)
def test_versions_that_give_the_same_answer_are_told(
    lay: Lay, files: str, findings: list[str]
) -> None:
    assert told(lay(files), "CTV105") == findings


@pytest.mark.parametrize("files", UNEQUAL.values(), ids=UNEQUAL)
def test_versions_that_answer_otherwise_are_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTV105") == []


def overlapping(place: str, name: str, reason: str, remedy: str) -> str:
    return (
        f'attack/it.yaml:{place}: CTV106 the value leaves room for version "{name}" ({reason}); '
        f"{remedy}"
    )


APART = "set them apart by `scope` or `as_of`, or write `exclusive: false`"

OVERLAPPING = {
    "the-first-is-more-exact": (
        claim(*QUANTITY, a=version("value: 7"), b=version("value: at least 5")),
        overlapping("6:14", "b", "`7` lies within `at least 5`", "write `broader: b` here"),
    ),
    "the-second-is-more-exact": (
        claim(*DATE, a=version("value: 2019-03"), b=version("value: 2019-03-04")),
        overlapping("6:14", "a", "`2019-03-04` lies within `2019-03`", "write `broader: a` here"),
    ),
    "a-part-of-a-body": (
        claim(*SPEAKER, a=version("value: selm"), b=version("value: harbour-office")),
        overlapping("6:14", "a", '"harbour-office" is part of "selm"', "write `broader: a` here"),
    ),
    "both-can-be": (
        claim(*QUANTITY, a=version("value: 5 to 8"), b=version("value: 7 to 9")),
        overlapping(
            "7:14",
            "a",
            "`5 to 8` and `7 to 9` overlap, and neither lies within the other",
            APART,
        ),
    ),
}

SEPARATE = {
    "other-figures": claim(*QUANTITY, a=version("value: 7"), b=version("value: 8")),
    "apart-but-for-a-vague-word": claim(
        *QUANTITY, a=version("value: about 7"), b=version("value: 8")
    ),
    "marked-as-broader": claim(
        *QUANTITY, a=version("value: 7", "broader: b"), b=version("value: at least 5")
    ),
    "marked-by-way-of-another": claim(
        *QUANTITY,
        a=version("value: 7", "broader: b"),
        b=version("broader: c", "value: at least 5"),
        c=version("value: at least 4"),
    ),
    "marked-the-other-way": claim(
        *QUANTITY, a=version("value: at least 5"), b=version("value: 7", "broader: a")
    ),
    "of-other-scopes": claim(
        *QUANTITY, a=version("value: 7", "scope: on deck"), b=version("value: at least 5")
    ),
    "texts": claim("exclusive: true", a=version(), b=version()),
    "not-exclusive": claim(
        "answer: quantity", "unit: men", a=version("value: 7"), b=version("value: at least 5")
    ),
    "retired": claim(*QUANTITY, a=version("value: 7", RETIRED), b=version("value: at least 5")),
}


@pytest.mark.parametrize(("files", "finding"), OVERLAPPING.values(), ids=OVERLAPPING)
def test_exclusive_versions_that_can_both_be_right_are_told(
    lay: Lay, files: str, finding: str
) -> None:
    assert told(lay(files), "CTV106") == [finding]


@pytest.mark.parametrize("files", SEPARATE.values(), ids=SEPARATE)
def test_versions_that_exclude_each_other_are_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTV106") == []


UNGIVEN = {
    "none": (
        claim(a=version(said="")),
        (
            'attack/it.yaml:3:3: CTV107 nobody gives version "a"; '
            "add an attribution, or remove the version"
        ),
    ),
    "an-empty-list": (
        claim(a=version(), b=version(said="attributions: []")),
        (
            'attack/it.yaml:4:23: CTV107 nobody gives version "b"; '
            "add an attribution, or remove the version"
        ),
    ),
}

GIVEN = {
    "one": claim(a=version()),
    "retired": claim(a=version(RETIRED, said="")),
    "left-out-for-a-fault-of-its-own": claim(a=version(said="attributions: [{speaker: author}]")),
}


@pytest.mark.parametrize(("files", "finding"), UNGIVEN.values(), ids=UNGIVEN)
def test_a_version_that_nobody_gives_is_told(lay: Lay, files: str, finding: str) -> None:
    assert told(lay(files), "CTV107") == [finding]


@pytest.mark.parametrize("files", GIVEN.values(), ids=GIVEN)
def test_a_version_that_somebody_gives_or_gave_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTV107") == []


def with_stances(*stances: str) -> str:
    items = (f"{{speaker: selm, stance: {s}, source: hostage-story, cue: x}}" for s in stances)
    return f"attributions: [{', '.join(items)}]"


UNASSERTED = {
    stances: (
        claim(a=version(said=with_stances(*stances.split("-and-")))),
        (
            'attack/it.yaml:3:23: CTV108 nobody asserts version "a"; add who does, '
            "or say in its `note` that the source names nobody"
        ),
    )
    for stances in ("denies", "questions", "declines", "declines-and-denies")
}

ASSERTED = {
    "denied-and-asserted": claim(a=version(said=with_stances("asserts", "denies"))),
    "retracted": claim(a=version(said=with_stances("retracts"))),
    "settled-by-a-note": claim(a=version("note: No one does.", said=with_stances("denies"))),
    "retired": claim(a=version(RETIRED, said=with_stances("denies"))),
    "told-by-another-rule": claim(a=version(said="")),
    "left-out-for-a-fault-of-its-own": claim(a=version(said=with_stances("denies", "assert"))),
}


@pytest.mark.parametrize(("files", "finding"), UNASSERTED.values(), ids=UNASSERTED)
def test_a_version_that_nobody_asserts_is_told(lay: Lay, files: str, finding: str) -> None:
    assert told(lay(files), "CTV108") == [finding]


@pytest.mark.parametrize("files", ASSERTED.values(), ids=ASSERTED)
def test_a_version_that_somebody_asserts_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTV108") == []


ROUND = {
    "itself": (
        claim(a=version("broader: a")),
        "attack/it.yaml:3:16: CTV109 `broader` leads in a circle: a → a; remove a link of it",
    ),
    "three-told-at-the-first": (
        claim(a=version("broader: c"), b=version("broader: a"), c=version("broader: b")),
        (
            "attack/it.yaml:3:16: CTV109 `broader` leads in a circle: a → c → b → a; "
            "remove a link of it"
        ),
    ),
    "two-and-one-that-leads-there": (
        claim(a=version("broader: b"), b=version("broader: c"), c=version("broader: b")),
        "attack/it.yaml:4:16: CTV109 `broader` leads in a circle: b → c → b; remove a link of it",
    ),
}

STRAIGHT = {
    "a-chain": claim(a=version("broader: b"), b=version("broader: c"), c=version()),
    "two-of-one": claim(a=version("broader: c"), b=version("broader: c"), c=version()),
    "of-none-is-told-by-another-rule": claim(a=version("broader: z")),
}


@pytest.mark.parametrize(("files", "finding"), ROUND.values(), ids=ROUND)
def test_broader_in_a_circle_is_told_once(lay: Lay, files: str, finding: str) -> None:
    assert told(lay(files), "CTV109") == [finding]


@pytest.mark.parametrize("files", STRAIGHT.values(), ids=STRAIGHT)
def test_broader_that_leads_on_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTV109") == []
