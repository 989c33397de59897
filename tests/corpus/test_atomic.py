"""Writing changes a file wholly or not at all, and only the file that was read."""

import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from claimtrack.corpus import files
from claimtrack.corpus.atomic import (
    ChangedFileError,
    ExistingFileError,
    remove_file,
    write_file,
)
from claimtrack.corpus.files import (
    FileError,
    MissingFileError,
    NotAFileError,
    NotAFolderError,
    OutsideRootError,
    SymbolicLinkError,
    UnusableFileError,
    digest_of,
    read_file,
)

OLD = digest_of(b"old")


@pytest.fixture(autouse=True, params=[True, False], ids=["by-handle", "by-path"])
def _walk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Walk folders in both ways that a platform may allow."""
    if not request.param:
        monkeypatch.setattr(files, "_BY_HANDLE", False)
        monkeypatch.setattr(files, "_NO_FOLLOW", 0)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "topic").mkdir(parents=True)
    (folder / "topic/a.yaml").write_bytes(b"old")
    (folder / "link.yaml").symlink_to("topic/a.yaml")
    (folder / "alias").symlink_to("topic")
    (tmp_path / "outside").write_bytes(b"old")
    os.mkfifo(folder / "pipe.yaml")
    return folder


def tree(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def test_a_new_file_is_written_with_its_folders(root: Path) -> None:
    assert write_file(root, "one/two/b.yaml", b"new", expected=None)
    assert tree(root) == {"topic/a.yaml": b"old", "one/two/b.yaml": b"new"}


def test_a_file_that_is_as_it_was_read_is_replaced(root: Path) -> None:
    assert write_file(root, "topic/a.yaml", b"new", expected=OLD)
    assert tree(root) == {"topic/a.yaml": b"new"}


def test_the_same_bytes_are_not_written_again(root: Path) -> None:
    before = (root / "topic/a.yaml").stat()
    assert not write_file(root, "topic/a.yaml", b"old", expected=OLD)
    after = (root / "topic/a.yaml").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_file_keeps_its_mode(root: Path, mode: int) -> None:
    (root / "topic/a.yaml").chmod(mode)
    write_file(root, "topic/a.yaml", b"new", expected=OLD)
    assert (root / "topic/a.yaml").stat().st_mode & 0o777 == mode


def test_a_file_is_removed(root: Path) -> None:
    remove_file(root, "topic/a.yaml", expected=OLD)
    assert tree(root) == {}


CHANGED = '"topic/a.yaml" changed since it was read: read it again and repeat the change'
EXISTS = "exists already: choose another name, or read it and change it"


def test_a_file_that_changed_since_it_was_read_is_left_alone(root: Path) -> None:
    (root / "topic/a.yaml").write_bytes(b"theirs")
    for change in (
        lambda: write_file(root, "topic/a.yaml", b"new", expected=OLD),
        lambda: remove_file(root, "topic/a.yaml", expected=OLD),
    ):
        with pytest.raises(ChangedFileError) as caught:
            change()
        assert str(caught.value) == CHANGED
    assert tree(root) == {"topic/a.yaml": b"theirs"}


@pytest.mark.parametrize("name", ["topic/a.yaml", "link.yaml", "pipe.yaml", "topic"])
def test_a_new_file_overwrites_nothing(root: Path, name: str) -> None:
    with pytest.raises(ExistingFileError) as caught:
        write_file(root, name, b"new", expected=None)
    assert str(caught.value) == f'"{name}" {EXISTS}'
    assert tree(root) == {"topic/a.yaml": b"old"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("link.yaml", SymbolicLinkError),
        ("alias/a.yaml", SymbolicLinkError),
        ("pipe.yaml", NotAFileError),
        ("topic", NotAFileError),
        ("topic/a.yaml/b", NotAFolderError),
        ("gone.yaml", MissingFileError),
        ("../outside", OutsideRootError),
    ],
)
def test_nothing_but_a_file_below_the_folder_is_changed(
    root: Path, name: str, kind: type[FileError]
) -> None:
    before = tree(root.parent)
    with pytest.raises(kind):
        write_file(root, name, b"new", expected=OLD)
    with pytest.raises(kind):
        remove_file(root, name, expected=OLD)
    assert tree(root.parent) == before


@pytest.mark.parametrize("name", ["alias/b.yaml", "topic/a.yaml/b", "../b.yaml", "pipe.yaml/b"])
def test_a_new_file_is_put_nowhere_else(root: Path, name: str) -> None:
    before = tree(root.parent)
    with pytest.raises(FileError):
        write_file(root, name, b"new", expected=None)
    assert tree(root.parent) == before


def test_what_the_system_refuses_is_told_with_its_reason(root: Path) -> None:
    with pytest.raises(UnusableFileError, match="cannot be used: File name too long"):
        write_file(root, "topic/" + "a" * 300, b"new", expected=None)
    assert tree(root) == {"topic/a.yaml": b"old"}


def test_of_many_writers_one_creates_the_file(root: Path) -> None:
    made: list[bytes] = []

    def create(data: bytes) -> None:
        try:
            write_file(root, "race.yaml", data, expected=None)
        except ExistingFileError:
            return
        made.append(data)

    _at_once([partial(create, b"%d" % n) for n in range(16)])
    assert [read_file(root, "race.yaml", limit=9)] == made


def test_no_change_of_many_writers_is_lost(root: Path) -> None:
    if not files._BY_HANDLE:  # noqa: SLF001 - where folders cannot be locked, a moment stays open
        pytest.skip("folders cannot be locked")

    def count() -> None:
        for _ in range(5):
            while True:
                old = read_file(root, "n", limit=9)
                try:
                    write_file(root, "n", b"%d" % (int(old) + 1), expected=digest_of(old))
                except ChangedFileError:
                    continue
                break

    write_file(root, "n", b"0", expected=None)
    _at_once([count] * 4)
    assert read_file(root, "n", limit=9) == b"20"


def _at_once(tasks: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=task) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_a_new_file_is_put_where_it_can_have_one_name_only(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    assert write_file(root, "b.yaml", b"new", expected=None)
    with pytest.raises(ExistingFileError):
        write_file(root, "topic/a.yaml", b"new", expected=None)
    assert tree(root) == {"topic/a.yaml": b"old", "b.yaml": b"new"}


def test_a_file_that_changes_while_it_is_written_is_left_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.fsync

    def changing(handle: int) -> None:
        whole(handle)
        (root / "topic/a.yaml").write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", changing)
    with pytest.raises(ChangedFileError):
        write_file(root, "topic/a.yaml", b"new", expected=OLD)
    assert tree(root) == {"topic/a.yaml": b"theirs"}
