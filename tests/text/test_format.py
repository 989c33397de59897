from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from claimtrack.model.records import Record, kind_of
from claimtrack.text.comments import Comments
from claimtrack.text.compose import compose
from claimtrack.text.convert import to_data
from claimtrack.text.faults import TOO_LARGE
from claimtrack.text.format import FormatterBug, Unwritable, format, write  # noqa: A004 - the command's own word
from claimtrack.text.nodes import Data, data_of
from claimtrack.text.read import read
from tests.strategies import commented, records, texts, yaml_like

if TYPE_CHECKING:
    from claimtrack.findings import KeyPath

HERE = Path(__file__).parent


def cases() -> list[tuple[str, str, str]]:
    """Return the cases of the data files: title, input and expected text, set off by dots."""
    found = []
    for path in sorted((HERE / "data" / "format").glob("*.txt")):
        blocks = path.read_text(encoding="utf-8").split("\n.\n")[:-1]
        assert len(blocks) % 3 == 0, path.name
        for title, given_text, expected in zip(*[iter(blocks)] * 3, strict=True):
            found.append((title.strip("\n"), given_text + "\n", expected + "\n"))
    return found


CASES = cases()
TITLES = [title for title, _, _ in CASES]


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=TITLES)
def test_an_ugly_file_gets_the_canonical_layout(title: str, text: str, expected: str) -> None:
    assert format(text).text == expected, title


@pytest.mark.parametrize("text", [text for _, text, _ in CASES], ids=TITLES)
def test_formatting_an_ugly_file_twice_is_formatting_it_once(text: str) -> None:
    once = format(text).text
    assert format(once).text == once


@pytest.mark.parametrize("text", [text for _, text, _ in CASES], ids=TITLES)
def test_an_ugly_file_keeps_its_comments_on_their_nodes(text: str) -> None:
    assert noted(format(text).text) == noted(text)


def noted(text: str) -> Counter[tuple[object, str]]:
    """Return the comments of a text, each with what it stands at, wherever that has moved.

    Comments that meet on a headline that is no text are one comment afterwards.
    """
    composed = compose(text)
    assert composed.root is not None
    comments = composed.comments
    found: Counter[tuple[object, str]] = Counter()
    root = data_of(composed.root)
    for keys, several in (
        ((), comments.header),
        *comments.above.items(),
        *comments.beside.items(),
        *comments.below.items(),
    ):
        found.update((named(root, keys), part) for note in several for part in note.split(" # "))
    return Counter({(keys, note.removeprefix("# ")): n for (keys, note), n in found.items()})


def named(data: Data, keys: KeyPath) -> object:
    """Return the keys that lead to a node, and the texts in an item in place of its index."""
    name: list[object] = []
    for key in keys:
        data = data[key]  # type: ignore[index]  # the path is the reader's
        name.append(key if isinstance(key, str) else sorted(set(words(data))))
    return str(name[:-1] if len(name) > 1 and name[-1] == "speaker" and not name else name)


def words(data: Data) -> list[str]:
    """Return the texts in some data, without those that may go without saying."""
    if isinstance(data, str):
        return [data] if data not in ("", "states", "certain", "plain") else []
    values = data.values() if isinstance(data, dict) else data
    return [word for value in values for word in words(value)]


@given(records())
@settings(max_examples=40)
def test_a_record_is_read_as_it_was_written(record: Record) -> None:
    kind = kind_of(record)
    text = write(to_data(record), kind)
    assert read(text.encode(), kind=kind, id=record.id).record == record


@given(records())
@settings(max_examples=25)
def test_what_is_written_is_canonical(record: Record) -> None:
    text = write(to_data(record), kind_of(record))
    assert format(text).text == text
    lines = text.split("\n")
    assert all(line == line.rstrip(" ") for line in lines)


@given(commented())
@settings(max_examples=50)
def test_no_comment_is_lost_or_changes_its_node(text: str) -> None:
    if compose(text).faults:
        return
    formatted = format(text)
    assert noted(formatted.text) == noted(text)
    assert format(formatted.text) == formatted


@given(yaml_like())
def test_a_text_is_formatted_or_given_back_with_its_faults(text: str) -> None:
    formatted = format(text)
    assert formatted.faults == compose(text).faults
    if formatted.faults:
        assert formatted.text == text


@given(texts, texts, texts)
def test_composition_is_the_only_change_and_none_in_a_quote(one: str, two: str, key: str) -> None:
    apart = [unicodedata.normalize("NFD", text) for text in (one, two, key)]
    attribution: Data = {"speaker": "a", "stance": "asserts", "source": "b", "quote": apart[1]}
    versions: Data = {"v": {"statement": apart[0], "attributions": [attribution]}}
    text = write({"claim": apart[0], "versions": versions, f"x{apart[2]}": "y"}, "claim")
    root = compose(text).root
    assert root is not None
    assert data_of(root) == {
        "claim": one,
        "versions": {"v": {"statement": one, "attributions": [attribution]}},
        unicodedata.normalize("NFC", f"x{apart[2]}"): "y",
    }


UNREADABLE = {
    "a syntax error": "claim: [",
    "a duplicate key": "claim: a\nclaim: b\n",
    "an anchor": "claim: &a b\n",
    "no mapping": "- a\n",
    "nothing": "",
    "a tab": "claim:\n\tb\n",
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_not_readable_is_not_touched(text: str) -> None:
    formatted = format(text)
    assert formatted.text == text
    assert formatted.faults


def test_comments_are_written_with_their_data() -> None:
    comments = Comments(header=("# new",), beside={("kind",): ("# a guess",)})
    text = write({"speaker": "Hamas", "kind": "group"}, "speaker", comments)
    assert text == "# new\n\nspeaker: Hamas\nkind: group # a guess\n"


UNWRITABLE: dict[str, dict[str, Data]] = {
    "a control character": {"speaker": "a\x1b"},
    "a bidirectional control": {"speaker": "a\u202e"},
    "nothing": {},
    "nothing but empty values": {"note": ""},
    "keys that composition makes one": {"speaker": "a", "e\u0301": "a", "\u00e9": "b"},
}


@pytest.mark.parametrize("data", UNWRITABLE.values(), ids=UNWRITABLE)
def test_data_that_no_file_can_hold_is_refused(data: dict[str, Data]) -> None:
    with pytest.raises(Unwritable, match=r"\Ano file can hold this data: "):
        write(data, "speaker")


def test_a_comment_on_nothing_is_not_lost_in_silence() -> None:
    comments = Comments(above={("nothing",): ("# lost",)})
    with pytest.raises(FormatterBug) as raised:
        write({"speaker": "Hamas"}, "speaker", comments)
    assert str(raised.value) == (
        "the file is kept as it is, since its new layout would change it: "
        '"#" at `nothing`; this is a bug of claimtrack, please report it with the file'
    )


@pytest.mark.parametrize("text", [chr(0x1F) * 3, "x" * 300_000])
def test_data_beyond_the_limits_is_refused(text: str) -> None:
    with pytest.raises(Unwritable):
        write({"speaker": text}, "speaker")


def test_a_file_that_only_its_layout_makes_too_large_is_given_back_with_the_fault() -> None:
    lines = "x\\n" * 25_000
    text = f'speaker: Hamas\nx: {{a: {{a: {{a: {{a: "{lines}x"}}}}}}}}\n'
    formatted = format(text)
    assert formatted.text == text
    assert [(fault.kind, fault.span) for fault in formatted.faults] == [(TOO_LARGE, None)]


def test_a_bug_is_told_as_one() -> None:
    # A key of more than 1,024 characters is none to YAML, unless it has a question mark before it.
    with pytest.raises(FormatterBug) as raised:
        format(f"? {'x' * 1100}\n: y\n")
    assert "this is a bug of claimtrack" in str(raised.value)
