"""Reading gives regular files below a folder, and nothing else."""

import os
import socket
from pathlib import Path

import pytest

from claimtrack.corpus import files
from claimtrack.corpus.files import (
    FileError,
    Folder,
    MissingFileError,
    NotAFileError,
    NotAFolderError,
    OutsideRootError,
    SymbolicLinkError,
    TooLargeError,
    UnusableFileError,
    read_file,
)


@pytest.fixture(autouse=True, params=[True, False], ids=["by-handle", "by-path"])
def _walk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Walk folders in both ways that a platform may allow."""
    if not request.param:
        monkeypatch.setattr(files, "_BY_HANDLE", False)
        monkeypatch.setattr(files, "_NO_FOLLOW", 0)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder beside something that is none of its business."""
    folder = tmp_path / "corpus"
    (folder / "topic/deep").mkdir(parents=True)
    (folder / "a.yaml").write_bytes(b"one")
    (folder / "topic/deep/b.yaml").write_bytes(b"two\r\n\x00")
    (folder / "empty.yaml").write_bytes(b"")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/key").write_bytes(b"secret")
    (folder / "link.yaml").symlink_to("a.yaml")
    (folder / "dangling.yaml").symlink_to("nowhere")
    (folder / "topic/out").symlink_to("../../secret")
    (folder / "topic/in").symlink_to("deep")
    os.mkfifo(folder / "pipe.yaml")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(folder / "socket.yaml"))
    return folder


@pytest.mark.parametrize(
    ("relative", "data"),
    [("a.yaml", b"one"), ("topic/deep/b.yaml", b"two\r\n\x00"), ("empty.yaml", b"")],
)
def test_a_regular_file_is_read_byte_for_byte(root: Path, relative: str, data: bytes) -> None:
    assert read_file(root, relative, limit=100) == data


LINK = "is a symbolic link: put the file or folder itself there"
NO_FILE = "is no regular file: put one there, or remove it"
OUTSIDE = "is no path below the folder: write it relative, with `/`, without `.` and `..`"


@pytest.mark.parametrize(
    ("relative", "kind", "message"),
    [
        ("link.yaml", SymbolicLinkError, f'"link.yaml" {LINK}'),
        ("dangling.yaml", SymbolicLinkError, f'"dangling.yaml" {LINK}'),
        ("topic/out/key", SymbolicLinkError, f'"topic/out" {LINK}'),
        ("topic/in/b.yaml", SymbolicLinkError, f'"topic/in" {LINK}'),
        ("pipe.yaml", NotAFileError, f'"pipe.yaml" {NO_FILE}'),
        ("topic", NotAFileError, f'"topic" {NO_FILE}'),
        ("a.yaml/b", NotAFolderError, '"a.yaml" is no folder: move it out of the way'),
        ("pipe.yaml/b", NotAFolderError, '"pipe.yaml" is no folder: move it out of the way'),
        ("gone.yaml", MissingFileError, '"gone.yaml" does not exist: check its name'),
        ("gone/b.yaml", MissingFileError, '"gone" does not exist: check its name'),
        ("../secret/key", OutsideRootError, f'"../secret/key" {OUTSIDE}'),
        ("topic/../a.yaml", OutsideRootError, f'"topic/../a.yaml" {OUTSIDE}'),
        ("./a.yaml", OutsideRootError, f'"./a.yaml" {OUTSIDE}'),
        ("topic//a.yaml", OutsideRootError, f'"topic//a.yaml" {OUTSIDE}'),
        ("/etc/hostname", OutsideRootError, f'"/etc/hostname" {OUTSIDE}'),
        ("C:a.yaml", OutsideRootError, f'"C:a.yaml" {OUTSIDE}'),
        ("topic\\b.yaml", OutsideRootError, f'"topic\\b.yaml" {OUTSIDE}'),
        ("a\0b", OutsideRootError, rf'"a\x00b" {OUTSIDE}'),
        ("", OutsideRootError, f'"" {OUTSIDE}'),
    ],
)
def test_anything_else_is_refused_without_waiting(
    root: Path, relative: str, kind: type[FileError], message: str
) -> None:
    with pytest.raises(FileError) as caught:
        read_file(root, relative, limit=100)
    assert type(caught.value) is kind
    assert str(caught.value) == message


def test_a_socket_is_refused(root: Path) -> None:
    with pytest.raises(FileError):
        read_file(root, "socket.yaml", limit=100)


def test_a_name_that_the_system_refuses_is_told_with_its_reason(root: Path) -> None:
    with pytest.raises(UnusableFileError, match="File name too long"):
        read_file(root, "a" * 300, limit=100)
    with pytest.raises(UnusableFileError, match="File name too long"):
        read_file(root, "a" * 300 + "/b", limit=100)


def test_a_root_that_is_not_there_is_an_error(root: Path) -> None:
    with pytest.raises(FileError):
        read_file(root / "gone", "a.yaml", limit=100)


def test_a_root_may_be_reached_through_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "alias").symlink_to(root)
    assert read_file(tmp_path / "alias", "a.yaml", limit=100) == b"one"


@pytest.mark.parametrize(("limit", "fits"), [(3, True), (4, True), (2, False), (0, False)])
def test_a_file_of_more_bytes_than_the_limit_is_refused(
    root: Path, limit: int, *, fits: bool
) -> None:
    if fits:
        assert read_file(root, "a.yaml", limit=limit) == b"one"
        return
    with pytest.raises(TooLargeError) as caught:
        read_file(root, "a.yaml", limit=limit)
    assert str(caught.value) == f'"a.yaml" has more than {limit} bytes: split it'


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs files of unstated size")
def test_a_file_that_does_not_state_its_size_is_read_whole_or_refused() -> None:
    status = read_file(Path("/proc"), f"{os.getpid()}/status", limit=100_000)
    assert f"\nPid:\t{os.getpid()}\n".encode() in status
    with pytest.raises(TooLargeError):
        read_file(Path("/proc"), f"{os.getpid()}/status", limit=10)


def test_many_files_are_read_from_one_folder(root: Path) -> None:
    with Folder.open(root) as folder:
        assert folder.read("a.yaml", limit=9) + folder.read("empty.yaml", limit=9) == b"one"
        assert folder.holds("dangling.yaml")
        assert not folder.holds("gone.yaml")
        assert "pipe.yaml" in folder.names()


def test_no_handle_is_left_open(root: Path) -> None:
    before = _open_handles()
    for relative in ("a.yaml", "link.yaml", "pipe.yaml", "topic/out/key", "a.yaml/b", "topic"):
        try:
            read_file(root, relative, limit=2)
        except FileError:
            continue
    assert _open_handles() == before


def _open_handles() -> int:
    return len(list(Path("/dev/fd").iterdir()))
