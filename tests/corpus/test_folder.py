from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.corpus.folder import NotACorpus, find_root, identify, record_path, scan
from claimtrack.model.ids import RECORD_KINDS, InvalidId, RecordKind
from tests.strategies import ids


@given(st.sampled_from(RECORD_KINDS), ids)
def test_a_path_leads_back_to_its_record(kind: RecordKind, name: str) -> None:
    assert identify(record_path(kind, name)) == (kind, name)


@pytest.mark.parametrize("name", ["sources/x", "speakers/x", "events/x/y"])
def test_no_claim_lies_in_a_folder_of_other_records(name: str) -> None:
    with pytest.raises(InvalidId, match="is kept for other files; choose another"):
        record_path("claim", name)


def test_a_claim_may_be_called_as_a_folder_of_other_records() -> None:
    assert identify("sources.yaml") == ("claim", "sources")
    assert record_path("claim", "sources") == "sources.yaml"


def test_a_corpus_is_found_from_anywhere_within(root: Path) -> None:
    assert find_root(root / "attack" / "method.yaml") == root
    assert find_root(root / "attack") == root
    with pytest.raises(NotACorpus, match="there is no such file or folder; check its name"):
        find_root(root / "nowhere")


def test_a_folder_without_a_manifest_is_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(NotACorpus) as caught:
        find_root(tmp_path)
    assert str(caught.value) == (
        f'"{tmp_path}" is no corpus: there is no claimtrack.yaml in it or in a folder above it; '
        "write one that holds `claimtrack: 1`"
    )


def test_a_scan_lists_records_by_path(root: Path) -> None:
    (root / "README.md").write_text("not a record")
    (root / ".hidden.yaml").write_text("not a record")
    (root / "texts").mkdir()
    (root / "texts" / "a.txt").write_text("not a record")
    found = scan(root, skip=["texts"])
    assert [(file.kind, file.id) for file in found.files] == [
        ("claim", "attack/culprit"),
        ("claim", "attack/method"),
        ("event", "attack"),
        ("source", "story"),
        ("source", "unsigned"),
        ("speaker", "adam"),
        ("speaker", "zoe"),
    ]
    assert found.faults == ()


def test_a_record_among_texts_is_told(root: Path) -> None:
    ((path, fault),) = scan(root, skip=["events"]).faults
    assert (path, fault.kind.code) == ("events/attack.yaml", "CTI108")
    assert fault.message == (
        "this file lies in a folder of texts and is not read as a record; move it, "
        'or take "events" out of the `texts` of claimtrack.yaml'
    )
    with pytest.raises(InvalidId, match="the folder `texts` is kept for other files"):
        record_path("claim", "texts/toll", ["texts"])


@pytest.mark.parametrize("name", ["author", "unknown"])
def test_no_speaker_is_called_as_a_token(name: str) -> None:
    with pytest.raises(InvalidId, match="stands for a voice that has no record"):
        record_path("speaker", name)
    assert record_path("event", name) == f"events/{name}.yaml"


def test_a_folder_may_be_deep(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    for _ in range(1500):
        Path("d").mkdir()
        os.chdir("d")
    try:
        found = scan(root)
    finally:
        # Whoever clears the folder of the tests away may go no deeper than Python does.
        for _ in range(1500):
            os.chdir("..")
            Path("d").rmdir()
    assert len(found.files) == 7
    assert {fault.kind.code for _, fault in found.faults} <= {"CTI106"}


def test_what_is_no_record_is_told_and_hides_nothing(root: Path) -> None:
    (root / "attack" / "Toll.yaml").write_text("claim: x")
    (root / "attack" / "toll.yaml").write_text("claim: x")
    (root / "attack" / "place.yml").write_text("claim: x")
    (root / "link.yaml").symlink_to(root / "attack" / "method.yaml")
    (root / "linked").symlink_to(root / "attack")
    (root / "loop").symlink_to(root)
    os.mkfifo(root / "pipe.yaml")
    (root / "folder.yaml").mkdir()
    found = scan(root)
    assert len(found.files) == 8
    assert [(path, fault.kind.code, fault.message) for path, fault in found.faults] == [
        (
            "attack/Toll.yaml",
            "CTI102",
            '"attack/Toll" is no id: write lower-case ASCII letters, digits and single hyphens, '
            "beginning with a letter, as `attack/toll`; rename the file",
        ),
        (
            "attack/place.yml",
            "CTI107",
            "a record's file ends in `.yaml`, in lower case; rename the file",
        ),
        (
            "attack/toll.yaml",
            "CTI103",
            'the path differs from "attack/Toll.yaml" by case only; rename one of the two',
        ),
        *(
            (
                name,
                "CTI104",
                "this is a symbolic link, and nothing is read through one; "
                "put the file itself here",
            )
            for name in ("link.yaml", "linked", "loop")
        ),
        (
            "pipe.yaml",
            "CTI105",
            "this is no regular file; remove it, or put a file of that name here",
        ),
    ]


def test_a_name_that_is_not_utf8_is_told(root: Path) -> None:
    os.close(os.open(os.fsencode(root) + b"/caf\xe9.yaml", os.O_CREAT | os.O_WRONLY))
    ((path, fault),) = scan(root).faults
    assert path == "caf\udce9.yaml"
    assert fault.kind.code == "CTI102"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every folder")
def test_a_folder_that_cannot_be_read_is_told(root: Path) -> None:
    (root / "attack").chmod(0)
    ((path, fault),) = scan(root).faults
    assert (path, fault.kind.code) == ("attack", "CTI106")
