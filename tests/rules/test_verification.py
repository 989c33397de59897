from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pytest

from claimtrack.corpus.corpus import Corpus
from claimtrack.rules.checking import check
from claimtrack.rules.reports import Unverified

if TYPE_CHECKING:
    from pathlib import Path

#: Lays files over the standing corpus and loads it.
Lay: TypeAlias = Callable[[str], Corpus]

_CLAIM = """\
# attack/ransom.yaml
claim: Was a ransom paid?
versions:
  paid:
    statement: The shipping line paid a ransom.
    attributions:
      - speaker: unknown
        stance: asserts
        source: radio-report
        cue: Reportedly

      - speaker: selm
        stance: denies
        source: radio-report
        cue: said
        quote: We paid nobody

      - speaker: harbour-office
        stance: declines
        source: radio-report
"""
_TITLE = 'source: "[A report on the radio, 4 March 2019]"'
_RADIO = b"Reportedly, the line paid.\n"
_SOUND = f"text:\n  file: radio-report.txt\n  sha256: {hashlib.sha256(_RADIO).hexdigest()}\n"
_EMPTY = hashlib.sha256(b"\n").hexdigest()
_TEXT = f"text:\n  file: radio-report.txt\n  sha256: {64 * 'a'}\n"


@pytest.mark.parametrize(
    ("source", "why"),
    [
        pytest.param(
            f"# sources/radio-report.yaml\n{_TITLE}\n",
            "the source names no text: give `text` its `file` and `sha256`",
            id="no text",
        ),
        pytest.param(
            f"# sources/radio-report.yaml\n{_TITLE}\n{_TEXT}",
            '"radio-report.txt" is in no folder of texts: put it there, or pass `--texts DIR`',
            id="text not there",
        ),
        pytest.param(
            f"# sources/radio-report.yaml\n{_TITLE}\n{_TEXT}# texts/radio-report.txt\n<0xE9>\n",
            '"texts/radio-report.txt" is not UTF-8 at byte 0: save it as UTF-8',
            id="text not readable",
        ),
        pytest.param(
            f"# sources/radio-report.yaml\n{_TITLE}\n{_TEXT}# texts/radio-report.txt\nNews.\n",
            '"radio-report.txt" has changed since it was read: bring back what it held, or read '
            "it again and put its digest",
            id="text changed",
        ),
        pytest.param(
            f"# sources/radio-report.yaml\n{_TITLE}\n"
            f"{_TEXT.replace(64 * 'a', _EMPTY)}# texts/radio-report.txt\n",
            '"radio-report.txt" holds no text: put it there, and its digest',
            id="text empty",
        ),
        pytest.param(
            "",
            "the source itself is not there, or could not be read: add or mend it",
            id="no source",
        ),
        pytest.param(
            "# sources/radio-report.yaml\nradio\n",
            "the source itself is not there, or could not be read: add or mend it",
            id="source not read",
        ),
    ],
)
def test_quotes_and_cues_without_a_text_are_counted_by_source(
    source: str, why: str, lay: Lay
) -> None:
    names_none = why.startswith("the source names no text")
    assert check(lay(_CLAIM + source)).unverified == (
        Unverified(
            source="radio-report",
            attributions=2,
            quotes=1,
            cues=2,
            why=why,
            is_textless=names_none,
        ),
    )


@pytest.mark.parametrize("folder", ["texts", "elsewhere"])
def test_nothing_is_counted_where_the_text_is_there(folder: str, lay: Lay, tmp_path: Path) -> None:
    corpus = lay(f"{_CLAIM}# sources/radio-report.yaml\n{_TITLE}\n{_SOUND}")
    text = {"texts": corpus.root / "texts", "elsewhere": tmp_path / "elsewhere"}[folder]
    text.mkdir(exist_ok=True)
    (text / "radio-report.txt").write_bytes(_RADIO)
    assert check(corpus, texts=[tmp_path / "elsewhere"]).unverified == ()


def test_places_that_are_no_paragraphs_are_counted_where_the_text_is_there(lay: Lay) -> None:
    claim = _CLAIM.replace("cue: R", "at: page 999\n        cue: R")
    claim = claim.replace("cue: said", "at: paragraph 1\n        cue: said")
    files = f"{claim}# sources/radio-report.yaml\n{_TITLE}\n"
    text = f"{_SOUND}# texts/radio-report.txt\n{_RADIO.decode()}"
    why = "a text does not say where its pages, lines and times are: look them up in the source"
    assert check(lay(files + text)).unverified == (
        Unverified(source="radio-report", attributions=1, places=1, why=why),
    )
    (without,) = check(lay(files)).unverified
    assert (without.quotes, without.cues, without.places) == (1, 2, 0)


def test_sources_that_nobody_quotes_are_not_counted(lay: Lay) -> None:
    silent = _CLAIM.replace("        cue: Reportedly\n", "").replace("        cue: said\n", "")
    silent = silent.replace("        quote: We paid nobody\n", "")
    assert check(lay(f"{silent}# sources/radio-report.yaml\n{_TITLE}\n")).unverified == ()


def test_everything_is_counted_where_no_rule_on_texts_is_asked(lay: Lay) -> None:
    why = "no rule on texts was selected: select `CTT`"
    assert check(lay(""), select=["CTD"]).unverified == (
        Unverified(source="hostage-story", attributions=3, quotes=1, cues=2, why=why),
    )


@pytest.mark.parametrize(
    ("path", "sources"),
    [
        pytest.param("attack/toll.yaml", [], id="a claim whose text is there"),
        pytest.param("attack/ransom.yaml", ["radio-report"], id="a claim whose text is not"),
        pytest.param("attack", ["radio-report"], id="their folder"),
        pytest.param("speakers", [], id="a folder without claims"),
    ],
)
def test_what_is_counted_is_limited_as_what_is_reported(
    path: str, sources: list[str], lay: Lay
) -> None:
    counted = check(lay(_CLAIM), paths=[path]).unverified
    assert [item.source for item in counted] == sources
