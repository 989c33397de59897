from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from claimtrack.corpus.corpus import Corpus
from claimtrack.rules.checking import check

#: Lays files over the standing corpus and loads it.
Lay: TypeAlias = Callable[[str], Corpus]


def told(corpus: Corpus, code: str) -> list[str]:
    return [str(finding) for finding in check(corpus, select=[code]).findings]


def claim(keys: str = "", *, version: str = "", attribution: str = "") -> str:
    """Write a claim of one version and one attribution, with keys added to each."""
    return (
        f"# attack/it.yaml\nclaim: What of it?\n{keys}versions:\n  one:\n    statement: One.\n"
        f"{version}    attributions:\n      - speaker: jonas-brandt\n        stance: asserts\n"
        f"{attribution}        source: hostage-story\n        cue: x\n"
    )


def source(keys: str) -> str:
    return f"# sources/hostage-story.yaml\nsource: Hostages walk free\n{keys}"


def ambiguous(place: str, year: int, islamic: str = "islamic-umalqura") -> str:
    return (
        f"{place}: CTD102 `{year}` without a calendar is Gregorian; write `persian:{year}` if "
        f"Solar Hijri is meant, `{islamic}:{year}` if Islamic is"
    )


YEARS = {
    "of-an-event": (
        "# events/ferry-attack.yaml\nevent: It\ndate: 1397-12-13\n",
        ambiguous("events/ferry-attack.yaml:2:7", 1397),
    ),
    "of-an-answer": (
        claim("answer: date\n", version="    value: 1397~\n"),
        ambiguous("attack/it.yaml:6:12", 1397),
    ),
    "of-an-utterance": (
        claim(attribution="        said: 1397\n"),
        ambiguous("attack/it.yaml:8:15", 1397),
    ),
    "of-a-carrier": (
        claim(attribution="        via: [{speaker: selm, date: 1440-06}]\n"),
        ambiguous("attack/it.yaml:8:37", 1440),
    ),
    "of-an-assessment": (
        claim("assessments: [{by: Me, date: 1398, reason: So.}]\n"),
        ambiguous("attack/it.yaml:2:30", 1398),
    ),
    "in-an-interval": (
        "# speakers/selm.yaml\nspeaker: Selm\nroles:\n  - {role: port, held: 1397/2019}\n",
        ambiguous("speakers/selm.yaml:3:24", 1397),
    ),
    "in-a-set": (
        source("published: '[2019,1397]'\n"),
        ambiguous("sources/hostage-story.yaml:2:12", 1397),
    ),
    "the-first-that-is-suspect": (
        source("published: 1300\n"),
        ambiguous("sources/hostage-story.yaml:2:12", 1300, "islamic-civil"),
    ),
    "the-last-that-is-suspect": (
        source("retrieved: 1450\n"),
        ambiguous("sources/hostage-story.yaml:2:12", 1450),
    ),
}

CLEAR_YEARS = {
    "with-its-calendar": source("published: persian:1397-12\n"),
    "just-before": source("published: 1299\n"),
    "just-after": source("published: 1451\n"),
    "of-our-days": source("published: 2019-03\n"),
    "a-century-that-goes-further": source("published: 14XX\n"),
    "a-number-that-is-no-date": claim("answer: quantity\nunit: men\n", version="    value: 1397\n"),
    "a-text-that-is-no-date": claim("note: 1397\n"),
}


@pytest.mark.parametrize(("files", "finding"), YEARS.values(), ids=YEARS)
def test_a_year_that_may_be_of_another_calendar_is_told(lay: Lay, files: str, finding: str) -> None:
    assert told(lay(files), "CTD102") == [finding]


@pytest.mark.parametrize("files", CLEAR_YEARS.values(), ids=CLEAR_YEARS)
def test_a_year_that_is_clear_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTD102") == []


LATE = {
    "the-day-after": (
        claim(attribution="        said: 2019-03-06\n"),
        (
            'attack/it.yaml:8:15: CTD103 "2019-03-06" is later than source "hostage-story", '
            'which was published "2019-03-05"; mend one of the dates'
        ),
    ),
    "in-another-calendar": (
        claim(attribution="        said: persian:1398\n"),
        (
            'attack/it.yaml:8:15: CTD103 "persian:1398" is later than source "hostage-story", '
            'which was published "2019-03-05"; mend one of the dates'
        ),
    ),
    "a-carrier": (
        claim(attribution="        via: [{speaker: selm, date: 2019-04}]\n"),
        (
            'attack/it.yaml:8:37: CTD103 "2019-04" is later than source "hostage-story", '
            'which was published "2019-03-05"; mend one of the dates'
        ),
    ),
    "one-relied-on": (
        claim(attribution="        citing: [harbour-pilot, {speaker: selm, date: 2020}]\n"),
        (
            'attack/it.yaml:8:55: CTD103 "2020" is later than source "hostage-story", '
            'which was published "2019-03-05"; mend one of the dates'
        ),
    ),
    "after-the-source-was-retrieved": (
        claim(attribution="        said: 2019-03-07\n") + source("retrieved: 2019-03-06\n"),
        (
            'attack/it.yaml:8:15: CTD103 "2019-03-07" is later than source "hostage-story", '
            'which was retrieved "2019-03-06"; mend one of the dates'
        ),
    ),
}

IN_TIME = {
    "the-same-day": claim(attribution="        said: 2019-03-05\n"),
    "some-time-in-that-month": claim(attribution="        said: 2019-03\n"),
    "about-the-month-after": claim(attribution="        said: 2019-04~\n"),
    "one-of-several-days": claim(attribution="        said: '[2019-03-05..2019-03-09]'\n"),
    "a-time-that-may-be-the-day-before": claim(attribution="        said: 2019-03-06T01:00\n"),
    "a-carrier-of-the-day": claim(attribution="        via: [{speaker: selm, date: 2019-03-05}]\n"),
    "in-a-source-without-a-date": claim(attribution="        said: 2020\n")
    + source("type: book\n"),
    "in-no-source": claim(attribution="        said: 2020\n").replace("hostage-story", "leaflet"),
}


@pytest.mark.parametrize(("files", "finding"), LATE.values(), ids=LATE)
def test_what_is_said_after_its_source_came_out_is_told(lay: Lay, files: str, finding: str) -> None:
    assert told(lay(files), "CTD103") == [finding]


@pytest.mark.parametrize("files", IN_TIME.values(), ids=IN_TIME)
def test_what_may_have_been_said_in_time_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTD103") == []


EARLY = {
    "retrieved": (
        source("published: 2019-03-05\nretrieved: 2019-03-04\n"),
        (
            'sources/hostage-story.yaml:3:12: CTD104 the source was retrieved "2019-03-04", '
            'before it was published, "2019-03-05"; mend one of the dates'
        ),
    ),
    "the-second-copy": (
        source(
            "published: 2019-03\narchived:\n  - {url: https://a.example/1, date: 2019}\n"
            "  - {url: https://a.example/2, date: 2019-02-28}\n"
        ),
        (
            'sources/hostage-story.yaml:5:38: CTD104 the source was archived "2019-02-28", '
            'before it was published, "2019-03"; mend one of the dates'
        ),
    ),
}

AT_HAND = {
    "the-same-day": source("published: 2019-03-05\nretrieved: 2019-03-05\n"),
    "in-the-year": source("published: 2019\nretrieved: 2019-03-05\n"),
    "about-then": source("published: 2019-03~\nretrieved: 2019-02-27\n"),
    "a-copy-without-a-date": source(
        "published: 2019-03-05\narchived: [{url: https://a.example/1}]\n"
    ),
    "not-dated": source(
        "retrieved: 2019-03-04\narchived: [{url: https://a.example, date: 2018}]\n"
    ),
    "not-retrieved": source("published: 2019-03-05\n"),
}


@pytest.mark.parametrize(("files", "finding"), EARLY.values(), ids=EARLY)
def test_a_source_at_hand_before_it_was_published_is_told(
    lay: Lay, files: str, finding: str
) -> None:
    assert told(lay(files), "CTD104") == [finding]


@pytest.mark.parametrize("files", AT_HAND.values(), ids=AT_HAND)
def test_a_source_that_may_have_been_at_hand_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTD104") == []


def dated(*, said: str = "", as_of: str = "", more: str = "") -> str:
    keys = {"said": said, "as_of": as_of}
    lines = "".join(f"        {key}: {value}\n" for key, value in keys.items() if value)
    return claim(attribution=f"{more}{lines}")


AHEAD = {
    "of-the-day-after": (
        dated(said="2019-03-04", as_of="2019-03-05"),
        (
            'attack/it.yaml:9:16: CTD105 said "2019-03-04" of a time that came later, '
            '"2019-03-05"; mend one of the dates, or write `kind: prediction`'
        ),
    ),
    "of-the-version": (
        claim(version="    as_of: 2020\n", attribution="        said: 2019\n"),
        (
            'attack/it.yaml:9:15: CTD105 said "2019" of a time that came later, "2020"; '
            "mend one of the dates, or write `kind: prediction`"
        ),
    ),
    "of-an-attribution-against-its-version": (
        claim(
            version="    as_of: 2018\n",
            attribution="        said: 2019\n        as_of: 2020\n",
        ),
        (
            'attack/it.yaml:10:16: CTD105 said "2019" of a time that came later, "2020"; '
            "mend one of the dates, or write `kind: prediction`"
        ),
    ),
}

NOT_AHEAD = {
    "of-the-day": dated(said="2019-03-05", as_of="2019-03-05"),
    "of-the-day-before": dated(said="2019-03-05", as_of="2019-03-04"),
    "of-some-time-in-the-month": dated(said="2019-03-05", as_of="2019-03"),
    "until-further-notice": dated(said="2019-03-05", as_of="2018/.."),
    "not-dated": dated(said="2019-03-05"),
    "of-a-time-but-not-dated": dated(as_of="2030"),
    "a-demand": dated(said="2019", as_of="2020", more="        act: demands\n"),
    "a-promise": dated(said="2019", as_of="2020", more="        act: commits\n"),
    "a-wish": dated(said="2019", as_of="2020", more="        act: wishes\n"),
    "a-prediction": dated(said="2019", as_of="2020").replace(
        "versions:", "kind: prediction\nversions:"
    ),
}


@pytest.mark.parametrize(("files", "finding"), AHEAD.values(), ids=AHEAD)
def test_a_statement_of_a_time_that_had_not_come_is_told(
    lay: Lay, files: str, finding: str
) -> None:
    assert told(lay(files), "CTD105") == [finding]


@pytest.mark.parametrize("files", NOT_AHEAD.values(), ids=NOT_AHEAD)
def test_a_statement_of_a_time_that_may_have_come_is_sound(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTD105") == []
