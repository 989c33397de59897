from __future__ import annotations

import pytest

from claimtrack.analysis.knownnames import KnownNames, Name
from claimtrack.analysis.tokens import tokens

NAMES = KnownNames.of(
    [
        Name("Qasem Soleimani", "qasem-soleimani"),
        Name("Soleimani", "qasem-soleimani"),
        Name("Mr Khatib", "esmail-khatib"),
        Name("Islamic Republic", "iran"),
        Name("Islamic Republic", "jomhouri-eslami"),
        Name("the Zionists", "israel"),
        Name("hardliners", "hardliners"),
        Name("Iran’s Ministry of Intelligence", "ministry"),
        Name("Iran", "iran"),
        Name("Suleimani", "qasem-soleimani", "story"),
        Name("President", "nobody"),
        Name("  ", "nobody"),
    ]
)

FOUND = {
    "the-longest": ("late Qasem Soleimani", [("Qasem Soleimani", ["qasem-soleimani"])]),
    "each": ("Soleimani, Soleimani’s", [("Soleimani", ["qasem-soleimani"])] * 2),
    "without-its-title": ("so Khatib said", [("Khatib", ["esmail-khatib"])]),
    "with-its-title": ("so Mr Khatib said", [("Mr Khatib", ["esmail-khatib"])]),
    "without-its-article": ("those Zionists", [("Zionists", ["israel"])]),
    "two-bearers": ("the Islamic Republic", [("Islamic Republic", ["iran", "jomhouri-eslami"])]),
    "with-a-capital-where-it-begins": ("Hardliners left", [("hardliners", ["hardliners"])]),
    "with-other-marks": (
        "Iran's  Ministry\u00a0of Intelligence",
        [("Iran's Ministry of Intelligence", ["ministry"])],
    ),
    "beside-a-hyphen": ("Iran-backed", [("Iran", ["iran"])]),
    "as-this-source-prints-it": ("Suleimani", [("Suleimani", ["qasem-soleimani"])]),
}
NOT_FOUND = {
    "part-of-a-word": "Iranian",
    "another-case": "iran",
    "words-between": "Islamic and Republic",
    "nothing": "",
    "only-the-beginning": "Qasem",
}


@pytest.mark.parametrize(("text", "names"), FOUND.values(), ids=FOUND.keys())
def test_names_are_found(text: str, names: list[tuple[str, list[str]]]) -> None:
    found = NAMES.matches(tokens(text), "story")
    assert [(match.text, list(match.bearers)) for match in found] == names


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_other_words_are_not(text: str) -> None:
    assert list(NAMES.matches(tokens(text), "story")) == []


def test_a_spelling_is_known_only_where_it_is_printed() -> None:
    assert list(NAMES.matches(tokens("Suleimani"), "another-story")) == []


def test_a_name_occurs_within_a_longer_one_too() -> None:
    text = tokens("Qasem Soleimani, Khatib")
    assert sorted(NAMES.occurring(text)) == ["Khatib", "Qasem Soleimani", "Soleimani"]
