from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.analysis.concordance import Concordance, concordance
from claimtrack.corpus.corpus import load

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "claimtrack.yaml": "claimtrack: 1\nother_names: [Quds-2, Basra]\n",
    "speakers/qasem-soleimani.yaml": (
        "speaker: Qasem Soleimani\nkind: person\naliases: [Soleimani, Hajj Qasem]\n"
    ),
    "speakers/houthis.yaml": "speaker: Houthis\nkind: group\n",
    "speakers/hardliners.yaml": "speaker: hardliners\nkind: group\naliases: [the radicals]\n",
    "speakers/iran.yaml": "speaker: Iran\nkind: government\naliases: [Islamic Republic]\n",
    "speakers/daily.yaml": "speaker: Daily\nkind: publication\naliases: [Islamic Republic]\n",
    "speakers/passer-by.yaml": "speaker: a Passer-by\nkind: anonymous\n",
    "events/attack.yaml": (
        "event: Attack on Abqaiq\nplace: Jeddah, Saudi Arabia\n"
        "aliases: [the Abqaiq strike, the night of Abqaiq]\n"
    ),
    "sources/story.yaml": (
        "source: A story\npassed_over: [{at: paragraph 3, reason: navigation}, "
        "{at: page 1, reason: a title page}]\n"
    ),
    "sources/report.yaml": "source: A report\n",
    "toll.yaml": (
        "claim: What?\nversions:\n  one:\n    statement: One.\n    attributions:\n"
        "      - {speaker: qasem-soleimani, stance: asserts, source: story, printed_as: Suleimani}\n"
        "      - speaker: author\n        stance: denies\n        source: report\n"
        "        printed_as: Our Man\n"
        "        citing: [{speaker: houthis, printed_as: Ansarallah}]\n"
    ),
}
STORY = (
    "Qasem Soleimani and Suleimani: Soleimani’s men, the hardliners.",
    "Hardliners of the Islamic Republic fired a Quds-2 at Abqaiq, the Abqaiq strike, near Jeddah.",
    "Subscription Options in Baghdad.",
    "A Houthi and Qassem Soleimani met Hassan Firouz in Basra.",
)
REPORT = (
    "He met Suleimani in Baghdad with Ansarallah.",
    "Later Firouz, an MI6 man, was in Baghdad.",
)


@pytest.fixture
def told(tmp_path: Path) -> Concordance:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    corpus = load(tmp_path)
    assert corpus.findings == ()
    return concordance(corpus, {"story": STORY, "report": REPORT})


def test_each_bearer_is_told_with_the_spellings_of_each_source(told: Concordance) -> None:
    found = {
        spelt.id: [(one.source, one.text, one.at) for one in spelt.spellings]
        for spelt in told.spelt
    }
    assert found == {
        "daily": [("story", "Islamic Republic", (2,))],
        "hardliners": [("story", "hardliners", (1, 2))],
        "houthis": [("report", "Ansarallah", (1,))],
        "iran": [("story", "Islamic Republic", (2,))],
        "qasem-soleimani": [
            ("story", "Soleimani", (1, 4)),
            ("story", "Qasem Soleimani", (1,)),
            ("story", "Suleimani", (1,)),
        ],
        "attack": [("story", "the Abqaiq strike", (2,))],
    }
    assert [(spelt.kind, spelt.name) for spelt in told.spelt][-2:] == [
        ("speaker", "Qasem Soleimani"),
        ("event", "Attack on Abqaiq"),
    ]


def test_a_name_of_two_says_so(told: Concordance) -> None:
    shared = {
        spelt.id: spelt.spellings[0].shared_with
        for spelt in told.spelt
        if spelt.id in {"daily", "iran", "hardliners"}
    }
    assert shared == {"daily": ("iran",), "iran": ("daily",), "hardliners": ()}


def test_what_nothing_accounts_for_is_told_the_most_frequent_first(told: Concordance) -> None:
    assert [
        (item.text, item.count, [(use.source, use.at) for use in item.uses], item.perhaps)
        for item in told.unexplained
    ] == [
        ("Baghdad", 2, [("report", (1, 2))], ()),
        ("Firouz", 1, [("report", (2,))], ()),
        ("Hassan Firouz", 1, [("story", (4,))], ()),
        ("Houthi", 1, [("story", (4,))], ("houthis",)),
        ("MI6", 1, [("report", (2,))], ()),
        ("Qassem Soleimani", 1, [("story", (4,))], ("qasem-soleimani",)),
        ("Suleimani", 1, [("report", (1,))], ("qasem-soleimani",)),
    ]


def test_aliases_and_other_names_that_occur_in_no_text_are_told(told: Concordance) -> None:
    assert [(item.kind, item.id, item.alias) for item in told.unused] == [
        ("speaker", "hardliners", "the radicals"),
        ("speaker", "qasem-soleimani", "Hajj Qasem"),
        ("event", "attack", "the night of Abqaiq"),
    ]
    assert told.unused_others == ()


def test_other_names_that_are_nowhere_are_told(tmp_path: Path) -> None:
    (tmp_path / "claimtrack.yaml").write_text("claimtrack: 1\nother_names: [Basra, Mosul]\n")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "story.yaml").write_text("source: A story\n")
    told = concordance(load(tmp_path), {"story": ["They were in Mosul."]})
    assert told == Concordance(spelt=(), unexplained=(), unused=(), unused_others=("Basra",))
