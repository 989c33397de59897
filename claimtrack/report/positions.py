"""A speaker's positions in order of time, and where it goes against itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.report.chronology import dating
from claimtrack.report.facts import date_facts, utterance_facts
from claimtrack.report.phrases import counted, joined
from claimtrack.report.rows import wrapped
from claimtrack.report.sections import headed, section
from claimtrack.report.utterances import answer_rows, by_heading, question_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.analysis.positions import Positions
    from claimtrack.analysis.turns import Turn
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.corpus.index import Utterance
    from claimtrack.report.listings import Json
    from claimtrack.report.rows import Row

_SAME_TIME = {True: "", False: "; of two times", None: "; whether of one time is not known"}


def positions_rows(found: Positions, corpus: Corpus, *, width: int) -> tuple[Row, ...]:
    """Return all that a speaker said: what is dated, what is not, and the turns in it."""
    rows = wrapped([(corpus.name_of(found.speaker), "bold")], width)
    rows += wrapped([_tally(found, corpus)], width, hang=2)
    rows += headed("Said, in order of time", _told(found.dated, found, corpus, width=width))
    rows += headed("Said at a time not known", _told(found.undated, found, corpus, width=width))
    for heading, turns in (
        ("Against itself", [turn for turn in found.turns if turn.of_oneself]),
        ("One part against another", [turn for turn in found.turns if not turn.of_oneself]),
        ("Otherwise at another time, which is no turn", found.other_times),
    ):
        rows += section(heading, (turn_text(turn, corpus) for turn in turns), width=width)
    return rows


def turn_text(turn: Turn, corpus: Corpus) -> str:
    """Return a turn in a sentence."""
    who = [joined([corpus.name_of(name) for name in side]) for side in turn.speakers]
    parties = who[0] if turn.of_oneself else f"{who[0]} against {who[1]}"
    order = "" if turn.in_order else "; which came first is not known"
    about = f"{turn.first.claim.question} [{turn.first.claim.id}]"
    return f"{turn.kind}: {about} {parties}: {turn.reason}{order}{_SAME_TIME[turn.same_time]}"


def positions_facts(found: Positions, corpus: Corpus) -> Mapping[str, Json]:
    """Return the same for programs."""
    return {
        "speaker": found.speaker,
        "members": found.members,
        "dated": [utterance_facts(item, corpus) for item in found.dated],
        "undated": [utterance_facts(item, corpus) for item in found.undated],
        "turns": [_turn_facts(turn) for turn in found.turns],
        "other_times": [_turn_facts(turn) for turn in found.other_times],
    }


def _turn_facts(turn: Turn) -> Mapping[str, Json]:
    return {
        "kind": turn.kind,
        "claim": turn.first.claim.id,
        "first": _place(turn.first),
        "second": _place(turn.second),
        "speakers": turn.speakers,
        "of_oneself": turn.of_oneself,
        "in_order": turn.in_order,
        "same_time": turn.same_time,
        "reason": turn.reason,
    }


def _place(item: Utterance) -> Mapping[str, Json]:
    said = item.attribution
    return {
        "version": item.version,
        "stance": said.stance,
        "identity": said.identity,
        "said": date_facts(said.said),
    }


def _tally(found: Positions, corpus: Corpus) -> str:
    parts = joined([corpus.name_of(name) for name in found.members[1:]])
    total = counted(len(found.utterances), "attribution")
    return f"speaker:{found.speaker} · {total}{f' · with {parts}' if parts else ''}"


def _told(
    items: Iterable[Utterance], found: Positions, corpus: Corpus, *, width: int
) -> tuple[Row, ...]:
    def blocks() -> Iterator[tuple[str, tuple[Row, ...]]]:
        for item in items:
            said = item.attribution
            alone = said.speaker == found.speaker and not said.jointly
            who = "" if alone else corpus.who(said)
            answer = answer_rows(item, corpus, width=width - 2, who=who)
            yield dating(item, corpus), question_rows(item, width=width - 2) + answer

    return by_heading(blocks(), width)[1:]
