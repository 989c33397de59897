"""The lines in `.gitattributes`: which they are, and that all others stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.corpus.gitattributes import is_whole, lines_for, lines_in, with_lines, without_lines

LINES = lines_for(["claims"])
NEW = "/new/**/*.yaml merge=claimtrack diff=claimtrack"
OTHERS = st.lists(st.sampled_from(["*.png binary", "", "# a comment", "/claims/x.yaml -diff"])).map(
    "\n".join
)


@pytest.mark.parametrize(
    ("folder", "line"),
    [
        pytest.param("claims", "/claims/**/*.yaml", id="plain"),
        pytest.param("a b", '"/a b/**/*.yaml"', id="blank"),
        pytest.param("a[1]*", r"/a\[1\]\*/**/*.yaml", id="glob"),
        pytest.param('a "b"', r'"/a \"b\"/**/*.yaml"', id="quote"),
        pytest.param("a ?", r'"/a \\?/**/*.yaml"', id="glob-between-quotes"),
        pytest.param("a\nb", r'"/a\012b/**/*.yaml"', id="line-end"),
        pytest.param("#a", "/#a/**/*.yaml", id="comment"),
    ],
)
def test_a_pattern_means_the_folder_by_its_name(folder: str, line: str) -> None:
    assert lines_for([folder]) == (f"{line} text eol=lf merge=claimtrack diff=claimtrack",)


def test_a_corpus_that_is_the_whole_repository_leaves_out_dotted_folders() -> None:
    assert lines_for([""]) == (
        "/**/*.yaml text eol=lf merge=claimtrack diff=claimtrack",
        "/**/.*/** !merge !diff !text !eol",
    )


@given(OTHERS, OTHERS)
def test_other_lines_stay_as_they_are(before: str, after: str) -> None:
    text = with_lines(before, LINES) + after
    assert lines_in(text) == LINES
    assert with_lines(text, LINES) == text
    ended = before + "\n" if before and not before.endswith("\n") else before
    assert without_lines(text) == ended + after
    assert lines_in(with_lines(text, [NEW])) == (NEW,)
    assert without_lines(with_lines(text, [NEW])) == ended + after


@given(OTHERS)
def test_a_file_without_the_lines_is_left_alone(text: str) -> None:
    assert lines_in(text) is None
    assert without_lines(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "# claimtrack: begin\n*.png binary\n",
        "# claimtrack: end\n",
        "# claimtrack: begin\n*.png binary\n# claimtrack: end\n",
        "# claimtrack: begin\n<<<<<<< ours\n# claimtrack: end\n",
        "# claimtrack: begin\nx\n# claimtrack: begin\ny\n# claimtrack: end\n",
        "# claimtrack: begin\n# claimtrack: end\n# claimtrack: begin\n# claimtrack: end\n",
    ],
)
def test_lines_without_one_beginning_and_one_end_are_seen(text: str) -> None:
    assert not is_whole(text)
    assert is_whole(with_lines("", LINES))
