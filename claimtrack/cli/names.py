"""`claimtrack names`: who is spelt how in the texts, and which names no record accounts for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack.analysis.concordance import concordance
from claimtrack.cli.corpora import corpus_option, corpus_root, open_corpus
from claimtrack.cli.exits import CLEAN, FOUND
from claimtrack.cli.jsonoutput import put_json
from claimtrack.cli.pages import page_width, put_rows, width_option
from claimtrack.cli.terminal import say
from claimtrack.cli.textfolders import texts_of, texts_option
from claimtrack.corpus.texts import FoundText, MissingText
from claimtrack.errors import ClaimtrackError
from claimtrack.report.names import concordance_rows, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from claimtrack.analysis.concordance import Concordance, Spelling
    from claimtrack.corpus.corpus import Corpus
    from claimtrack.report.listings import Json


class NoTexts(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A corpus of which no text can be read."""

    def __init__(self) -> None:
        super().__init__(
            "no text of any source is there, so there are no names to look at: put the texts into "
            "a folder that the manifest's `texts` names, or pass `--texts DIR`"
        )


@click.command("names", short_help="Tell who is spelt how, and which names lack a record.")
@texts_option
@corpus_option
@width_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print."
)
def command(*, texts: tuple[Path, ...], folder: Path | None, columns: int | None, form: str) -> int:
    """Tell which source spells whom how, and which names in the texts no record accounts for.

    Names are words with capitals; titles, months, nations and the words that begin sentences are
    told apart. One that is accounted for otherwise (a place, a weapon) goes into the manifest's
    `other_names`. Paragraphs that were passed over give no such names. After a name stands how
    often it occurs, and after § in which paragraphs.

    The JSON is {"schema_version": 1, "texts": [{"source", "file", "missing"}], "names": [{"kind",
    "id", "name", "spellings": [{"source", "text", "count", "paragraphs", "shared_with"}]}],
    "unexplained": [{"text", "count", "places": [{"source", "count", "paragraphs"}], "perhaps"}],
    "unused_aliases": [{"kind", "id", "alias"}], "unused_other_names": [...]}.

    Exit code: 0 every name is accounted for, 1 some are not, 2 no text is there, or another fault.
    """
    corpus = open_corpus(corpus_root(folder))
    found, missing = _texts(corpus, texts)
    if not found:
        raise NoTexts
    told = concordance(corpus, {source: text.paragraphs for source, text in found.items()})
    if form == "json":
        put_json({"texts": _text_facts(found, missing), **_facts(told)})
    else:
        put_rows(concordance_rows(told, width=page_width(columns)))
    for source, why in missing.items():
        say(f'claimtrack: the names in "{source}" are not known: {_why(why)}')
    say(f"claimtrack: {summary(told, len(found))}")
    return FOUND if told.unexplained else CLEAN


def _texts(
    corpus: Corpus, added: Iterable[Path]
) -> tuple[Mapping[str, FoundText], Mapping[str, MissingText | None]]:
    """Return the texts that are there, and why the others are not; None where none is named."""
    texts = texts_of(corpus, added)
    found: dict[str, FoundText] = {}
    missing: dict[str, MissingText | None] = {}
    for source in corpus.sources.values():
        text = texts.find(source.text) if source.text else None
        if isinstance(text, FoundText):
            found[source.id] = text
        else:
            missing[source.id] = text
    return found, missing


def _why(missing: MissingText | None) -> str:
    return missing.message if missing else "the source names no text"


def _text_facts(
    found: Mapping[str, FoundText], missing: Mapping[str, MissingText | None]
) -> Sequence[Json]:
    there: list[Json] = [
        {"source": source, "file": text.file, "missing": None} for source, text in found.items()
    ]
    return there + [
        {
            "source": source,
            "file": text.file if text else None,
            "missing": text.reason if text else "not-named",
        }
        for source, text in missing.items()
    ]


def _facts(told: Concordance) -> Mapping[str, Json]:
    return {
        "names": [
            {
                "kind": spelt.kind,
                "id": spelt.id,
                "name": spelt.name,
                "spellings": [
                    {**_use(one), "text": one.text, "shared_with": one.shared_with}
                    for one in spelt.spellings
                ],
            }
            for spelt in told.spelt
        ],
        "unexplained": [
            {
                "text": item.text,
                "count": item.count,
                "places": [_use(use) for use in item.uses],
                "perhaps": item.perhaps,
            }
            for item in told.unexplained
        ],
        "unused_aliases": [
            {"kind": item.kind, "id": item.id, "alias": item.alias} for item in told.unused
        ],
        "unused_other_names": told.unused_others,
    }


def _use(use: Spelling) -> dict[str, Json]:
    return {
        "source": use.source,
        "count": len(use.at),
        "paragraphs": tuple(dict.fromkeys(use.at)),
    }
