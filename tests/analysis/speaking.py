"""A corpus in which people speak, for what is asked of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.corpus.corpus import Corpus, load
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Version
from claimtrack.model.dates import Date
from claimtrack.model.sources import Source
from claimtrack.model.speakers import Speaker

if TYPE_CHECKING:
    from pathlib import Path


def speaking(folder: Path, *claims: Claim, **published: str) -> Corpus:
    """Write a corpus: `ministry` is part of `state`, `zoe` wrote `story`, a `paper` prints."""
    folder.mkdir(parents=True)
    (folder / "claimtrack.yaml").write_text("claimtrack: 1\n", encoding="utf-8")
    corpus = load(folder)
    for name in ("zoe", "state", "ministry", "paper"):
        wholes = ("state",) if name == "ministry" else ()
        corpus.add(Speaker(id=name, name=name.title(), part_of=wholes))
    when = {name: Date.parse(text) for name, text in published.items()}
    corpus.add(Source(id="story", title="S", authors=("zoe",), published=when.get("story")))
    corpus.add(Source(id="wire", title="W", publisher="paper", published=when.get("wire")))
    for claim in claims:
        corpus.add(claim)
    return corpus


def said(speaker: str, stance: str = "asserts", **more: Any) -> Attribution:
    """Make an attribution; dates are given as text."""
    given: dict[str, Any] = {"source": "wire", "cue": "x", **more}
    for key in ("said", "as_of"):
        if key in given:
            given[key] = Date.parse(given[key])
    return Attribution(speaker=speaker, stance=stance, **given)  # type: ignore[arg-type]  # a stance


def claim(name: str = "question", /, **versions: tuple[Attribution, ...] | Version) -> Claim:
    """Make a claim whose versions exclude each other."""
    made: dict[str, Version] = {
        key: given
        if isinstance(given, Version)
        else Version(statement=f"It is {key}.", attributions=given)
        for key, given in versions.items()
    }
    return Claim(id=name, question="What is it?", exclusive=True, versions=made)
