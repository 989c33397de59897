"""`claimtrack new`: what is written, and what is refused."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from claimtrack.text.format import format as formatted
from tests.cli.conftest import Ran, Run, lay

if TYPE_CHECKING:
    from pathlib import Path

CLAIM = """\
# `claimtrack check` tells what is still empty.
# Where it is known, add: kind (event, numerical, causal, responsibility, position,
# prediction), event, subjects, answer (quantity, date, speaker, boolean: then each
# version has a `value`), unit, exclusive (true: at most one version can be right), tags.
# Take these comments out when the record is filled in.

claim: What sank the ferry?
kind: causal
subjects: [harbour-office]
exclusive: true
tags: [safety, sea]
versions:
  rock:
    statement: "" # the answer as one proposition, in our own words
    attributions:
      - speaker: "" # who gives this answer: an id, `author` (the source's own voice) or `unknown`
        stance: "" # asserts, denies, questions, declines or retracts
        source: "" # the id of the source in which it was read
        at: "" # the place in it, as `paragraph 5`
        cue: "" # the source's own words that carry it; or `quote`: the speaker's words
"""
GIVEN = [
    *("--question", "What sank the ferry?", "--kind", "causal", "--exclusive", "true"),
    *("--subject", "harbour-office", "--tag", "sea", "--tag", "safety", "--version", "rock"),
]


def test_a_claim_is_written_with_what_is_known(corpus: Path, ran: Run) -> None:
    assert ran("new", "claim", "ferry/cause", *GIVEN) == Ran(0, "claims/ferry/cause.yaml\n", "")
    assert (corpus / "ferry/cause.yaml").read_text(encoding="utf-8") == CLAIM


@pytest.mark.parametrize("option", ["-n", "--stdout"])
def test_a_record_can_be_printed_only(corpus: Path, ran: Run, option: str) -> None:
    assert ran("new", "claim", "ferry/cause", *GIVEN, option) == Ran(0, CLAIM, "")
    assert not (corpus / "ferry/cause.yaml").exists()


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("claim", "new/record.yaml"),
        ("source", "sources/new/record.yaml"),
        ("speaker", "speakers/new/record.yaml"),
        ("event", "events/new/record.yaml"),
    ],
)
def test_every_kind_is_canonical_and_check_tells_that_it_is_empty(
    corpus: Path, ran: Run, kind: str, path: str
) -> None:
    assert ran("new", kind, "new/record") == Ran(0, f"claims/{path}\n", "")
    text = (corpus / path).read_text(encoding="utf-8")
    assert formatted(text).text == text
    done = ran("check", corpus / path)
    assert done.code == 1
    assert " CTS102 " in done.out


def test_a_speaker_and_an_event_are_whole_with_a_name(corpus: Path, ran: Run) -> None:
    speaker = ["--name", "Zoe Zwart", "--kind", "person", "--alias", "Z.", "--part-of"]
    assert ran("new", "speaker", "zoe", *speaker, "harbour-office").code == 0
    assert (
        (corpus / "speakers/zoe.yaml")
        .read_text(encoding="utf-8")
        .endswith(
            "\n\nspeaker: Zoe Zwart\nkind: person\naliases:\n  - Z.\npart_of: [harbour-office]\n"
        )
    )
    event = ["--name", "The sinking", "--date", "2024-07~", "--place", "Selm"]
    assert ran("new", "event", "sinking", *event).code == 0
    assert (
        (corpus / "events/sinking.yaml")
        .read_text(encoding="utf-8")
        .endswith("\n\nevent: The sinking\ndate: 2024-07~\nplace: Selm\n")
    )
    assert ran("show", "speaker:zoe").code == 0


def test_a_source_has_the_digest_of_its_text(corpus: Path, ran: Run) -> None:
    lay(corpus, {"texts/a/story.txt": "Once.\n"})
    digest = hashlib.sha256(b"Once.\n").hexdigest()
    given = ["--title", "A story", "--type", "article", "--published", "2024"]
    done = ran("new", "source", "story", *given, "--file", corpus / "texts/a/story.txt")
    assert done == Ran(0, "claims/sources/story.yaml\n", "")
    assert (
        (corpus / "sources/story.yaml")
        .read_text(encoding="utf-8")
        .endswith(
            "source: A story\ntype: article\npublished: 2024\n"
            f"text:\n  file: a/story.txt\n  sha256: {digest}\n"
        )
    )
    assert ran("check").code == 0


def test_a_text_elsewhere_is_told(tmp_path: Path, ran: Run) -> None:
    (tmp_path / "story.txt").write_text("Once.\n")
    done = ran("new", "source", "story", "--file", "story.txt", "-n")
    assert done.code == 0
    assert "\n  file: story.txt\n" in done.out
    assert done.err == (
        'claimtrack: "story.txt" is in no folder of texts of the corpus: put it into one, '
        "or pass `claimtrack check` its folder with `--texts`\n"
    )


def test_what_it_refers_to_and_is_not_there_is_told(ran: Run) -> None:
    given = ["--event", "sinking", "--subject", "harbour-ofice"]
    done = ran("new", "claim", "ferry/cause", "-n", *given)
    assert done.code == 0
    assert done.err == (
        'claimtrack: there is no event "sinking"; add it with `claimtrack new event sinking`\n'
        'claimtrack: there is no speaker "harbour-ofice", did you mean "harbour-office"?\n'
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["claim", "Ferry"],
            '"Ferry" is no id: write lower-case ASCII letters, digits and single ',
        ),
        (["claim", "speakers/x"], '"speakers/x" is no id of a claim: '),
        (["claim", "../x"], '"../x" is no id: '),
        (["claim", "x", "--version", "A b"], '"A b" is no slug: '),
        (["event", "x", "--date", "in May"], "this event cannot be written: `date`: "),
        (["speaker", "harbour-office"], '"speakers/harbour-office.yaml" exists already: '),
        (["clam", "x"], "no such command 'clam'"),
        (
            [],
            "name what to write: claim, source, speaker or event (see `claimtrack new --help`)\n",
        ),
        (["source", "x", "--file", "gone.txt"], "invalid value for '--file': "),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    corpus: Path, ran: Run, arguments: list[str], message: str
) -> None:
    before = {path: path.read_bytes() for path in corpus.rglob("*.yaml")}
    done = ran("new", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"claimtrack: {message}")
    assert {path: path.read_bytes() for path in corpus.rglob("*.yaml")} == before
