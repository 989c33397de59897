"""From where the paths of files are counted for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.cli.checkouts import Checkout

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "work" / "sub" / "claims"
    root.mkdir(parents=True)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(tmp_path / "work")
    return root


def test_paths_count_from_the_repository_where_there_is_one(
    tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Checkout.of(corpus).name(corpus / "a.yaml") == "sub/claims/a.yaml"
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert Checkout.of(corpus).name(corpus / "a.yaml") == "work/sub/claims/a.yaml"
    (corpus.parent / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert Checkout.of(corpus).name(corpus / "a.yaml") == "claims/a.yaml"


def test_what_lies_in_no_checkout_goes_by_its_whole_path(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / "empty").mkdir()
    monkeypatch.chdir(corpus / "empty")
    checkout = Checkout.of(corpus)
    assert checkout.folder is None
    assert not checkout.holds(corpus / "a.yaml")
    assert checkout.name(corpus / "a.yaml") == (corpus / "a.yaml").as_posix()
    assert checkout.uri(corpus / "a.yaml") == (corpus / "a.yaml").as_uri()


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        pytest.param("a.yaml", "a.yaml", id="plain"),
        pytest.param("a b#?%.yaml", "a%20b%23%3F%25.yaml", id="reserved"),
        pytest.param("c:d.yaml", "c%3Ad.yaml", id="like-a-scheme"),
        pytest.param("é\udcff.yaml", "%C3%A9%FF.yaml", id="bytes-that-are-no-text"),
    ],
)
def test_a_uri_holds_no_character_that_means_something_in_it(
    corpus: Path, name: str, uri: str
) -> None:
    checkout = Checkout(corpus)
    assert checkout.uri(corpus / name) == uri
