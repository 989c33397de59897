"""The text of a source is found and checked, or it is told why not."""

import os
import pickle
from pathlib import Path

import pytest

from claimtrack.corpus import texts as module
from claimtrack.corpus.files import digest_of
from claimtrack.corpus.texts import FoundText, MissingText, Texts, paragraphs_of
from claimtrack.model.sources import SourceFile

STORY = "Title\n\n  First “line”.\r\n\u00a0\nLast."
DATA = STORY.encode()


def wanted(file: str = "story.txt", data: bytes = DATA) -> SourceFile:
    return SourceFile(file=file, sha256=digest_of(data))


def found(texts: Texts, source: SourceFile) -> FoundText:
    text = texts.find(source)
    assert isinstance(text, FoundText)
    return text


def missing(texts: Texts, source: SourceFile) -> MissingText:
    text = texts.find(source)
    assert isinstance(text, MissingText)
    return text


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "texts").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (folder / "texts/story.txt").write_bytes(DATA)
    return folder


@pytest.fixture
def texts(root: Path, tmp_path: Path) -> Texts:
    return Texts(root=root, folders=("none", "texts"), added=(tmp_path / "elsewhere",))


def test_a_text_is_found_with_its_paragraphs(texts: Texts) -> None:
    text = found(texts, wanted())
    assert (text.text, text.agrees) == (STORY, True)
    assert text.paragraphs == ("Title", "First “line”.", "Last.")


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("\n \n\t\n\u3000\n", (), id="white-space"),
        pytest.param("a\n\n\nb", ("a", "b"), id="empty-lines"),
        pytest.param("a\r\nb\r\n", ("a", "b"), id="crlf"),
        pytest.param("a\rb\x0bc\x0cd\x85e\u2028f", ("a\rb\x0bc\x0cd\x85e\u2028f",), id="only-lf"),
        pytest.param("\u200b\n.", ("\u200b", "."), id="zero-width-is-something"),
    ],
)
def test_paragraphs_are_the_lines_that_hold_anything(
    text: str, paragraphs: tuple[str, ...]
) -> None:
    assert paragraphs_of(text) == paragraphs


def test_a_byte_order_mark_is_no_part_of_the_text_but_of_the_digest(
    root: Path, texts: Texts
) -> None:
    (root / "texts/bom.txt").write_bytes(b"\xef\xbb\xbfOne.")
    text = found(texts, wanted("bom.txt", b"\xef\xbb\xbfOne."))
    assert (text.text, text.agrees) == ("One.", True)


def test_a_text_that_drifted_is_found_and_does_not_agree(root: Path, texts: Texts) -> None:
    (root / "texts/story.txt").write_bytes(b"Another.")
    text = found(texts, wanted())
    assert (text.paragraphs, text.agrees) == (("Another.",), False)


def test_the_text_that_agrees_is_taken_wherever_it_is(
    root: Path, tmp_path: Path, texts: Texts
) -> None:
    (root / "texts/story.txt").write_bytes(b"\xff not UTF-8")
    (tmp_path / "elsewhere/story.txt").write_bytes(DATA)
    assert found(texts, wanted()).agrees


def test_a_text_that_drifted_is_better_than_one_that_cannot_be_read(
    root: Path, tmp_path: Path, texts: Texts
) -> None:
    (root / "texts/story.txt").write_bytes(b"\xff not UTF-8")
    (tmp_path / "elsewhere/story.txt").write_bytes(b"Another.")
    assert found(texts, wanted()).text == "Another."


def test_a_drifted_text_is_kept_when_a_later_one_is_no_better(
    root: Path, tmp_path: Path, texts: Texts
) -> None:
    (root / "texts/story.txt").write_bytes(b"First.")
    (tmp_path / "elsewhere/story.txt").write_bytes(b"Second.")
    assert found(texts, wanted()).text == "First."


@pytest.mark.parametrize(
    ("file", "reason", "message"),
    [
        (
            "gone.txt",
            "absent",
            '"gone.txt" is not in any folder of texts: put it there, or name its folder',
        ),
        (
            "link.txt",
            "link",
            '"texts/link.txt" is a symbolic link: put the file or folder itself there',
        ),
        (
            "pipe.txt",
            "irregular",
            '"texts/pipe.txt" is no regular file: put one there, or remove it',
        ),
        ("latin.txt", "not-utf-8", '"texts/latin.txt" is not UTF-8 at byte 3: save it as UTF-8'),
        ("large.txt", "too-large", '"texts/large.txt" has more than 16777216 bytes: split it'),
        ("story.txt/x", "irregular", '"texts/story.txt" is no folder: move it out of the way'),
    ],
)
def test_a_text_that_cannot_be_read_is_told_with_its_reason(
    root: Path, texts: Texts, file: str, reason: str, message: str
) -> None:
    (root / "texts/link.txt").symlink_to("story.txt")
    os.mkfifo(root / "texts/pipe.txt")
    (root / "texts/latin.txt").write_bytes(b"caf\xe9")
    with (root / "texts/large.txt").open("wb") as large:
        large.truncate(module.MAX_TEXT_SIZE + 1)
    text = missing(texts, wanted(file))
    assert (text.reason, text.message) == (reason, message)


@pytest.mark.parametrize("file", ["../secret.txt", "/etc/hostname", "", "a//b"])
def test_a_name_that_leaves_the_folder_is_refused(texts: Texts, file: str) -> None:
    assert missing(texts, wanted(file)).reason == "outside"


def test_a_name_that_the_system_refuses_is_unreadable(texts: Texts, root: Path) -> None:
    only = Texts(root=root, folders=("texts",))
    assert missing(only, wanted("a" * 300)).reason == "unreadable"
    assert missing(texts, wanted("a" * 300)).reason == "unreadable"


def test_a_folder_of_the_manifest_is_not_reached_through_a_link(root: Path, tmp_path: Path) -> None:
    (root / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere/other.txt").write_bytes(b"x")
    assert missing(Texts(root=root, folders=("linked",)), wanted("other.txt")).reason == "link"


def test_no_folders_hold_no_text(root: Path) -> None:
    text = missing(Texts(root=root), wanted())
    assert text.reason == "absent"
    assert text.message == (
        '"story.txt" is not in any folder of texts: put it there, or name its folder'
    )


def test_a_text_is_read_once(root: Path, texts: Texts) -> None:
    first = texts.find(wanted())
    (root / "texts/story.txt").unlink()
    assert texts.find(wanted()) is first


def test_what_is_kept_has_a_limit(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_KEPT", len(STORY) + 3)
    texts = Texts(root=root, folders=("texts",))
    first = texts.find(wanted())
    (root / "texts/b.txt").write_bytes(b"four")
    texts.find(wanted("b.txt", b"four"))
    assert texts.find(wanted()) is not first


def test_texts_are_sent_to_other_processes_without_what_they_read(texts: Texts) -> None:
    empty = len(pickle.dumps(texts))
    texts.find(wanted())
    again = pickle.loads(pickle.dumps(texts))  # noqa: S301 - made by the line before
    assert again == texts
    assert len(pickle.dumps(texts)) == empty
