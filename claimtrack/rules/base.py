"""What a rule is, and what it may look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, Self, TypeAlias

from attrs import frozen

from claimtrack.changes.change import RecordChange
from claimtrack.corpus.index import Key
from claimtrack.corpus.records import Records
from claimtrack.corpus.texts import Texts
from claimtrack.findings import Fault, Kind
from claimtrack.model.records import Record
from claimtrack.rules.fixes import Fix
from claimtrack.rules.past import Past

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.findings import KeyPath
    from claimtrack.model.attributions import Attribution
    from claimtrack.model.claims import Claim, Version

_FIRST_SENTENCE = re.compile(r".*?[.!?](?=\s|\Z)", re.DOTALL)
_EXAMPLE = re.compile(r"^(?:Before|Bad|Good)\b.*:$", re.MULTILINE)
#: What a rule needs in order to judge a record: the record alone, its file, the whole corpus, the
#: whole corpus with every file read, the texts of the sources, the comments that suppress what
#: other rules find, or what the record was before a change.
Needs: TypeAlias = Literal[
    "record", "file", "corpus", "whole corpus", "texts", "suppressions", "settings", "change"
]


@frozen(kw_only=True)
class View:
    """What a rule may look at besides the record."""

    #: All records, also those of which a part could not be read.
    records: Records
    #: The records that could not be read at all: they are there, whatever they hold.
    unread: frozenset[Key]
    #: The records of which a part could not be read: what they seem to lack may be there.
    partial: frozenset[Key] = frozenset()
    texts: Texts
    #: The path of the record's file, relative to the root.
    path: str
    #: The text of the record's file, read when it is asked for.
    file_text: Callable[[], str]
    #: What a change made of the records, where one is checked.
    past: Past | None = None

    @classmethod
    def of(
        cls,
        corpus: Corpus,
        *,
        added: tuple[Path, ...] = (),
        past: Past | None = None,
        before: Corpus | None = None,
    ) -> Self:
        """Return what a rule may look at in a corpus; `added` are more folders of texts.

        Texts are looked for in the folders that the manifest of `before` names first.
        """
        folders = (*(before.manifest.texts if before else ()), *corpus.manifest.texts)
        files = corpus.files
        unread = [(file.found.kind, file.found.id) for file in files if file.record is None]
        return cls(
            records=Records.of(file.record for file in files if file.record is not None),
            unread=frozenset(unread),
            partial=frozenset(corpus.unread) - frozenset(unread),
            texts=Texts(root=corpus.root, folders=tuple(dict.fromkeys(folders)), added=added),
            path="",
            file_text=str,
            past=past,
        )

    def knows(self, key: Key) -> bool:
        """Tell whether there is a record of this kind and id, be it only its file."""
        return key in self.unread or key[1] in self.records.of_kind(key[0])


Check: TypeAlias = Callable[[Record, View], Iterator[Fault]]
Gone: TypeAlias = Callable[[RecordChange], Iterator[Fault]]


@frozen(kw_only=True)
class Rule:
    """One thing that records must hold to."""

    kind: Kind
    #: Yields the faults of a record; their keys count as the record does. None for a fault that
    #: the reader finds before there is a record.
    check: Check | None = None
    #: Yields the faults of a record that is gone, where that is one.
    gone: Gone | None = None
    needs: Needs = "record"
    #: The kinds of fault that a record must be free of for this rule to be asked.
    after: tuple[Kind, ...] = ()
    #: Whether it tells what is lacking beside the place that it names: an unknown key
    #: there may hold it.
    lacking: bool = False
    #: How what it finds is mended, where that has one right answer.
    fix: Fix | None = None
    #: Why the rule is there, with a Bad and a Good example: its module passes its docstring.
    explanation: str

    @property
    def is_of_reading(self) -> bool:
        """Whether it tells what could not be read, which has not passed whatever is ignored."""
        return self.check is None and self.needs not in {"suppressions", "settings", "change"}

    @property
    def summary(self) -> str:
        """The first sentence of the explanation, on one line."""
        found = _FIRST_SENTENCE.match(self.reason)
        return " ".join((found[0] if found else self.reason).split())

    @property
    def reason(self) -> str:
        """The explanation without its examples."""
        return _EXAMPLE.split(self.explanation, maxsplit=1)[0].strip()


def versions(claim: Claim) -> Iterator[tuple[KeyPath, Version]]:
    """Yield the versions of a claim, with the keys that lead to them."""
    for name, version in claim.versions.items():
        yield ("versions", name), version


def attributions(claim: Claim) -> Iterator[tuple[KeyPath, Attribution]]:
    """Yield the attributions of a claim, with the keys that lead to them."""
    for keys, version in versions(claim):
        for index, attribution in enumerate(version.attributions):
            yield (*keys, "attributions", index), attribution
