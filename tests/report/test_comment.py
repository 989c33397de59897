from __future__ import annotations

import re

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.changes.change import RecordChange
from claimtrack.changes.sentence import Piece, Sentence, named
from claimtrack.changes.telling import Told
from claimtrack.quoting import visible
from claimtrack.report.accounts import Account, Entry
from claimtrack.report.comment import LEAST_LIMIT, LIMIT, MARKER, comment
from claimtrack.report.harmless import NO_WIDTH
from tests.hosts import rendered, words_to_act_on
from tests.report.accounts import ACCOUNTS, claim

OURS = {
    *("details", "details open", "summary", "ul", "li", "p", "h3", "br"),
    *("b", "i", "del", "ins", "code", MARKER),
    *("table", "thead", "tbody", "tr", "th", "th style=text-align:right"),
    *("td", "td style=text-align:right"),
}


def changed(name: str, *sentences: Sentence) -> Entry:
    record = claim(name)
    change = RecordChange(key=("claim", name), how="changed", before=record, after=record)
    told = tuple(Told(sentence, ()) for sentence in sentences)
    return Entry(key=("claim", name), headline="What?", change=change, told=told)


def account(*entries: Entry) -> Account:
    return Account(base="main", head="HEAD", entries=entries)


SIMPLE = account(
    changed(
        "ferry/toll",
        Sentence.of("the toll by ", named("Harbour | Office"), " went from 5 to 6"),
        Sentence.of("quote reworded: ", Piece("x", "deleted"), Piece("y", "inserted")),
    )
)


def test_a_comment_begins_with_its_marker_and_a_table() -> None:
    assert (
        comment(SIMPLE)
        == f"""{MARKER}

### claimtrack: 1 record changed

<p>What changed in meaning from <b>main</b> to <b>HEAD</b>.</p>

|  | changed |
|---|---:|
| claims | 1 |

<details open><summary><b>ferry/toll</b>: What? <i>(2 changes)</i></summary>
<ul>
<li>the toll by <b>Harbour | Office</b> went from 5 to 6</li>
<li>quote reworded: <del>x</del><ins>y</ins></li>
</ul></details>
"""
    )


def test_what_a_branch_changed_is_told_from_where_it_left() -> None:
    text = comment(attrs.evolve(account(), base="v1...topic", head="topic"))
    assert "<p>What changed in meaning on <b>topic</b> since it left <b>v1</b>.</p>" in text
    text = comment(attrs.evolve(account(), base="a...b", head="c"))
    assert "<p>What changed in meaning from <b>a...b</b> to <b>c</b>.</p>" in text


def test_nothing_is_told_as_such() -> None:
    assert comment(account()) == (
        f"{MARKER}\n\n### claimtrack: no record changed\n\n"
        "<p>What changed in meaning from <b>main</b> to <b>HEAD</b>.</p>\n"
    )


@settings(max_examples=150)
@given(ACCOUNTS)
def test_a_text_can_be_nothing_but_a_text(told: Account) -> None:
    text = comment(told)
    found = rendered(text)
    assert text.startswith(f"{MARKER}\n")
    assert set(found.elements) <= OURS
    assert found.open == []
    assert found.elements.count(MARKER) == 1
    shown = [entry for entry in told.entries if entry.told or entry.consequences]
    blocks = (
        len(shown)
        + bool(told.settings)
        + bool(told.bulk)
        + bool(told.unread)
        + bool(told.layout_only)
    )
    assert sum(element.startswith("details") for element in found.elements) == blocks
    assert words_to_act_on(found) == []


@given(ACCOUNTS)
def test_nobody_is_named_in_a_mail_that_quotes_it(told: Account) -> None:
    whole = "".join(part for part, _ in rendered(comment(told)).texts)
    assert not re.search(r"@[^\u200b]|#\d", whole)
    assert not re.search(r"@[^\u200b]|#\d", comment(told))


@given(ACCOUNTS)
def test_every_sentence_stays_whole(told: Account) -> None:
    found = rendered(comment(told))
    whole = "".join(part for part, _ in found.texts).replace(NO_WIDTH, "")
    sentences = [*told.settings, *(bulk.sentence for bulk in told.bulk)]
    for entry in told.entries:
        sentences += [it.sentence for it in entry.told]
        sentences += [it.sentence for it in entry.consequences]
    for sentence in sentences:
        lines = "".join(piece.text for piece in sentence.pieces).split("\n")
        assert "\n".join(visible(line) for line in lines) in whole


LONG = st.lists(
    st.tuples(st.integers(1, 30), st.integers(0, 3000), st.sampled_from("a@<🕊\n")), max_size=12
)


@settings(max_examples=40)
@given(LONG, st.integers(LEAST_LIMIT, 12_000))
def test_a_comment_stays_under_its_limit_and_tells_what_it_leaves_out(
    sizes: list[tuple[int, int, str]], limit: int
) -> None:
    told = account(
        *(
            changed(f"c{number}", *[Sentence.of(letter * length)] * count)
            for number, (count, length, letter) in enumerate(sizes)
        )
    )
    text = comment(told, limit=limit)
    assert len(text) + text.count("\n") <= limit
    assert len(text.encode()) <= 4 * limit
    found = rendered(text)
    assert found.open == []
    shown = text.count("<details")
    left = re.search(r"Left out, for want of room: (?:(\d+) records?)?", text)
    assert shown + int(left[1] or 0 if left else 0) == len(sizes)
    within = sum(map(int, re.findall(r"<i>(\d+) sentences? more, left out here", text)))
    about = re.search(r"(\d+) sentences? about others", text)
    assert within == (int(about[1]) if about else 0)
    listed = text.count("<li>") - len(re.findall("left out here", text))
    unseen = [entry for entry in told.entries if f"<b>{entry.key[1]}</b>" not in text]
    assert listed + within + sum(len(it.told) for it in unseen) == sum(it[0] for it in sizes)


@given(ACCOUNTS, st.sampled_from(["\U0010fffe", "@", "a", "&"]))
def test_no_name_takes_the_room_of_all_others(told: Account, letter: str) -> None:
    long = attrs.evolve(
        told, base=letter * 400, head=letter * 400, layout_only=(letter * 400,) * 20
    )
    text = comment(long, limit=LEAST_LIMIT)
    assert len(text) + text.count("\n") <= LEAST_LIMIT
    assert "20 files changed in layout or comments only" in text


def test_what_is_left_out_is_named_as_long_as_there_is_room() -> None:
    one = changed("c", Sentence.of("statement reworded: ", Piece("a" * 1400, "inserted")))
    told = account(*(attrs.evolve(one, key=("source", f"c{number:02}")) for number in range(20)))
    text = comment(told, limit=8000)
    shown = text.count("<details")
    names = [f"source c{number:02}" for number in range(shown, 20)]
    assert 0 < shown < 20
    assert f"<p>Left out: {', '.join(names)}.</p>" in text


def test_five_thousand_records_fit_in_a_comment() -> None:
    one = changed("c", Sentence.of("statement reworded: ", Piece("a" * 200, "inserted")))
    told = account(*(attrs.evolve(one, key=("claim", f"c{number}")) for number in range(5000)))
    text = comment(told)
    assert 0.9 * LIMIT < len(text) <= LIMIT
    assert "5000 records changed" in text
    assert re.search(r"Left out, for want of room: 4\d\d\d records\.", text)


@pytest.mark.parametrize("letter", ["a", "🕊", "@", "\u202e"])
def test_a_sentence_that_is_very_long_is_cut(letter: str) -> None:
    text = comment(account(changed("c", Sentence.of(Piece(letter * 100_000, "inserted")))))
    assert "98,500 characters more" in text
    assert len(text) < LIMIT
