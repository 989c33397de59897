"""Generated accounts of changes, whose texts would like to be more than texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from hypothesis import strategies as st

from claimtrack.changes.change import How, RecordChange, Unread
from claimtrack.changes.collapsing import Bulk
from claimtrack.changes.consequence import Consequence
from claimtrack.changes.sentence import Piece, Sentence
from claimtrack.changes.telling import Told
from claimtrack.findings import Fault, Kind, finding
from claimtrack.model.claims import Claim, Version
from claimtrack.report.accounts import Account, Entry
from tests.hosts import HOSTILE
from tests.strategies import ids, printed_texts

if TYPE_CHECKING:
    from claimtrack.corpus.index import Key

#: Texts of every kind that a record, a branch or a file name may hold.
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    printed_texts,
    st.text(),
    st.text("@#a1:/.$<>&-`\n \\|w!%~", max_size=20),
    st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=3).map("".join),
)
PIECES = st.builds(Piece, TEXTS, st.sampled_from(["plain", "name", "value", "deleted", "inserted"]))
SENTENCES = st.lists(PIECES, min_size=1, max_size=4).map(lambda some: Sentence(tuple(some)))
KEYS: st.SearchStrategy[Key] = st.tuples(
    st.sampled_from(["claim", "source", "speaker", "event"]), ids
)
_KIND = Kind("CTX100", "a-fault")


def claim(name: str) -> Claim:
    return Claim(id=name, question="What?", versions={"a": Version(statement="So.")})


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    key = draw(KEYS)
    how: How | None = draw(st.sampled_from([*get_args(How), None]))
    before = None if how == "added" else claim("old" if how == "renamed" else key[1])
    after = None if how == "removed" else claim(key[1])
    change = RecordChange(key=key, how=how, before=before, after=after) if how else None
    told = draw(st.lists(SENTENCES, max_size=4)) if how else []
    following = draw(st.lists(SENTENCES, max_size=2))
    return Entry(
        key=key,
        headline=draw(TEXTS),
        change=change,
        told=tuple(Told(sentence, ()) for sentence in told),
        consequences=tuple(
            Consequence(kind="roots", key=key, causes=(key,), sentence=it) for it in following
        ),
    )


@st.composite
def unread(draw: st.DrawFn) -> Unread:
    path, message = draw(TEXTS), draw(TEXTS)
    return Unread(
        path=path,
        key=draw(KEYS),
        side=draw(st.sampled_from(["before", "after"])),
        findings=(finding(Fault(kind=_KIND, message=message), filename=path, id="x"),),
    )


ACCOUNTS = st.builds(
    Account,
    base=TEXTS,
    head=TEXTS,
    entries=st.lists(entries(), max_size=4).map(tuple),
    bulk=st.lists(SENTENCES.map(lambda sentence: Bulk(sentence, ())), max_size=2).map(tuple),
    layout_only=st.lists(TEXTS, max_size=3).map(tuple),
    unread=st.lists(unread(), max_size=2).map(tuple),
    settings=st.lists(SENTENCES, max_size=2).map(tuple),
)
