from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.changes.consequences import consequences
from claimtrack.changes.corpora import diff_corpora
from claimtrack.changes.standings import standing_of
from claimtrack.corpus.corpus import Corpus, load
from claimtrack.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.changes.consequence import Consequence

FILES = {
    "claimtrack.yaml": "claimtrack: 1\n",
    "speakers/harbour.yaml": "speaker: Harbour Office\nkind: organization\npart_of: [selm]\n",
    "speakers/selm.yaml": "speaker: Selm\nkind: government\n",
    "speakers/port.yaml": "speaker: The Port\npart_of: [harbour]\n",
    "speakers/agency.yaml": "speaker: News Agency\n",
    "speakers/zoe.yaml": "speaker: Zoe\n",
    "sources/story.yaml": "source: The story\npublisher: agency\n",
    "sources/report.yaml": "source: The report\nauthors: [zoe]\n",
    "sources/copy.yaml": "source: The copy\nauthors: [zoe]\n",
    "events/fire.yaml": "event: The fire\n",
    "ferry/toll.yaml": """\
claim: How many died?
event: fire
answer: quantity
unit: people killed
versions:
  many:
    statement: At least 84.
    value: at least 84
    attributions:
      - speaker: harbour
        stance: asserts
        source: report
  some:
    statement: Ninety.
    value: 90
    attributions:
      - speaker: selm
        stance: asserts
        source: story
""",
    "ferry/cause.yaml": """\
claim: What burnt?
exclusive: false
versions:
  bomb:
    statement: A bomb.
    attributions:
      - speaker: harbour
        stance: asserts
        source: report
      - speaker: agency
        stance: asserts
        source: story
related:
  - claim: ferry/toll
    relation: supports
""",
    "ferry/culprit.yaml": """\
claim: Who did it?
answer: speaker
exclusive: true
versions:
  broad:
    statement: Selm did.
    value: selm
    attributions:
      - speaker: agency
        stance: asserts
        source: story
  exact:
    statement: The port did.
    value: port
    attributions:
      - speaker: author
        stance: asserts
        source: report
""",
}
TOLL, CAUSE, CULPRIT = (FILES[f"ferry/{name}.yaml"] for name in ("toll", "cause", "culprit"))

Edit: TypeAlias = "Mapping[str, str | None]"
#: Lays two corpora, the second with some files changed or away, and tells what follows.
Follows: TypeAlias = Callable[..., tuple["Consequence", ...]]


def laid(folder: Path, files: Mapping[str, str | None]) -> Corpus:
    for name, text in files.items():
        if text is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return load(folder)


@pytest.fixture
def follows(tmp_path: Path) -> Follows:
    def tell(edit: Edit, *, before: Edit | None = None) -> tuple[Consequence, ...]:
        first = {**FILES, **(before or {})}
        one = laid(tmp_path / "before", first)
        other = laid(tmp_path / "after", {**first, **edit})
        return consequences(diff_corpora(one, other), one, other)

    return tell


def told(found: tuple[Consequence, ...]) -> list[str]:
    return [f"{item.key[1]}: {item.sentence}" for item in found]


DENIAL = "      - speaker: agency\n        stance: denies\n        source: story\n"
CASES: dict[str, tuple[Edit, list[str]]] = {
    "nothing": ({}, []),
    "a-note": ({"ferry/toll.yaml": TOLL + "note: Counted at night.\n"}, []),
    "a-figure": (
        {"ferry/toll.yaml": TOLL.replace("value: at least 84", "value: at least 94")},
        [
            "ferry/toll: many now contradicts some: `at least 94` and `90` exclude each other; "
            "before, one was a more exact form of the other",
            "ferry/toll: the claim is now disputed",
        ],
    ),
    "a-new-version": (
        {
            "ferry/toll.yaml": TOLL
            + "  few:\n    statement: Few.\n    value: 3\n    attributions:\n"
            + DENIAL.replace("denies", "asserts")
        },
        [
            "ferry/toll: few now contradicts many: `3` and `at least 84` exclude each other",
            "ferry/toll: few now contradicts some: `3` and `90` exclude each other",
            "ferry/toll: the claim is now disputed",
        ],
    ),
    "a-denial": (
        {"ferry/toll.yaml": TOLL.replace("  some:", f"{DENIAL}  some:")},
        ["ferry/toll: the claim is now disputed"],
    ),
    "who-cites-whom": (
        {
            "ferry/cause.yaml": CAUSE.replace(
                "        source: story", "        citing: [harbour]\n        source: story"
            )
        },
        ['ferry/cause: bomb: independent roots 2 → 1 ("agency" relied on "harbour")'],
    ),
    "who-is-a-part": (
        {"speakers/port.yaml": "speaker: The Port\n"},
        [
            "ferry/culprit: broad now contradicts exact: the claim is `exclusive: true`; "
            "before, one was a more exact form of the other",
            "ferry/culprit: the claim is now disputed",
        ],
    ),
    "who-is-anonymous": (
        {"speakers/agency.yaml": "speaker: News Agency\nkind: anonymous\n"},
        [
            "ferry/cause: bomb: independent roots 2 → 1 to 2 "
            '("agency" is anonymous and may be any of the others)'
        ],
    ),
    "what-reprints-what": (
        {
            "sources/story.yaml": "source: The story\nderived_from: [report]\n",
        },
        [
            "ferry/cause: all that is asserted is now read in one source, The report",
            "ferry/culprit: all that is asserted is now read in one source, The report",
            "ferry/toll: all that is asserted is now read in one source, The report",
        ],
    ),
    "an-only-source": (
        {
            "ferry/toll.yaml": TOLL.replace("source: story", "source: copy"),
            "ferry/cause.yaml": CAUSE.replace("source: story", "source: report"),
            "ferry/culprit.yaml": CULPRIT.replace("source: story", "source: report"),
        },
        [
            "ferry/cause: all that is asserted is now read in one source, The report",
            "ferry/culprit: all that is asserted is now read in one source, The report",
            "story: source The story is left without use: nothing refers to it",
        ],
    ),
    "a-record-gone": (
        {"ferry/toll.yaml": None},
        [
            "ferry/cause: refers to claim ferry/toll, which is gone",
            "fire: event The fire is left without use: nothing refers to it",
        ],
    ),
    "a-reference-to-nothing": (
        {"ferry/toll.yaml": TOLL.replace("event: fire", "event: fires")},
        [
            "ferry/toll: refers to event fires, which is not there",
            "fire: event The fire is left without use: nothing refers to it",
        ],
    ),
}


@pytest.mark.parametrize(("edit", "expected"), CASES.values(), ids=CASES)
def test_what_a_change_brings_about_is_told(
    follows: Follows, edit: Edit, expected: list[str]
) -> None:
    assert told(follows(edit)) == expected


THREE = "".join(
    f"  {name}:\n    statement: {name}.\n    attributions:\n"
    f"      - speaker: {speaker}\n        stance: asserts\n        source: story\n"
    for name, speaker in (("fuse", "zoe"), ("lamp", "selm"))
)


def test_many_flips_of_one_kind_are_told_once(follows: Follows) -> None:
    before = CAUSE.replace("related:", f"{THREE}related:")
    after = before.replace("exclusive: false", "exclusive: true")
    found = told(follows({"ferry/cause.yaml": after}, before={"ferry/cause.yaml": before}))
    assert found == [
        "ferry/cause: 3 pairs of versions now contradict each other, such as bomb and fuse: the "
        "claim is `exclusive: true`; before, they could stand beside each other",
        "ferry/cause: the claim is now disputed",
    ]


def test_a_flip_is_told_of_the_version_that_changed(follows: Follows) -> None:
    (first, _) = told(follows({"ferry/toll.yaml": TOLL.replace("value: 90", "value: 70")}))
    assert first == (
        "ferry/toll: some now contradicts many: `70` and `at least 84` exclude each other; "
        "before, one was a more exact form of the other"
    )


def test_flips_of_one_version_are_told_together(follows: Follows) -> None:
    before = CAUSE.replace("exclusive: false", "exclusive: true").replace(
        "related:", f"{THREE}related:"
    )
    fourth = THREE[: THREE.index("  lamp:")].replace("fuse", "match")
    (found,) = told(
        follows(
            {"ferry/cause.yaml": before.replace("related:", f"{fourth}related:")},
            before={"ferry/cause.yaml": before},
        )
    )
    assert found == (
        "ferry/cause: match now contradicts bomb, fuse and lamp: the claim is `exclusive: true`"
    )


def test_what_ends_is_told_as_well(follows: Follows) -> None:
    denied = TOLL.replace("  some:", f"{DENIAL}  some:").replace("source: story", "source: report")
    before = {"ferry/toll.yaml": denied}
    assert told(follows({"ferry/toll.yaml": TOLL}, before=before)) == [
        "ferry/toll: the claim is no longer disputed",
        "ferry/toll: what is asserted is no longer read in one source, but in 2",
    ]


def test_a_version_with_another_id_is_the_same_version(follows: Follows) -> None:
    renamed = TOLL.replace("  many:", "  zillions:")
    assert told(follows({"ferry/toll.yaml": renamed})) == []


def test_a_reference_to_a_version_that_went_is_told(follows: Follows) -> None:
    event = {"events/fire.yaml": "event: The fire\ndated_by:\n  - ferry/toll#some\n"}
    gone = TOLL[: TOLL.index("  some:")]
    (found,) = (
        item for item in follows({"ferry/toll.yaml": gone}, before=event) if item.kind == "dangling"
    )
    assert told((found,)) == ["fire: refers to version ferry/toll#some, which is gone"]
    assert found.causes == (("claim", "ferry/toll"),)
    assert found.elsewhere


def test_a_reference_to_a_version_that_went_with_a_renaming_is_told(follows: Follows) -> None:
    event = {"events/fire.yaml": "event: The fire\ndated_by:\n  - ferry/toll#some\n"}
    edit = {
        "ferry/toll.yaml": None,
        "ferry/deaths.yaml": TOLL[: TOLL.index("  some:")],
        "ferry/cause.yaml": CAUSE.replace("ferry/toll", "ferry/deaths"),
        "events/fire.yaml": "event: The fire\ndated_by:\n  - ferry/deaths#some\n",
    }
    found = [item for item in follows(edit, before=event) if item.kind == "dangling"]
    assert told(tuple(found)) == ["fire: refers to version ferry/deaths#some, which is gone"]


def test_what_dangled_before_a_renaming_is_no_consequence(follows: Follows) -> None:
    event = {"events/fire.yaml": "event: The fire\ndated_by:\n  - ferry/toll#none\n"}
    edit = {
        "ferry/toll.yaml": None,
        "ferry/deaths.yaml": TOLL,
        "ferry/cause.yaml": CAUSE.replace("ferry/toll", "ferry/deaths"),
        "events/fire.yaml": "event: The fire\ndated_by:\n  - ferry/deaths#none\n",
    }
    assert told(follows(edit, before=event)) == []


@pytest.mark.parametrize(
    ("most", "unused"),
    [
        pytest.param("claim: [\n", [], id="unread"),
        pytest.param(CAUSE, [("source", "copy")], id="read"),
    ],
)
def test_what_an_unread_file_may_still_use_is_not_without_use(
    follows: Follows, most: str, unused: list[tuple[str, str]]
) -> None:
    uses = CAUSE.replace("source: story", "source: copy")
    before = {
        "sources/copy.yaml": "source: A copy\n",
        "ferry/more.yaml": uses,
        "ferry/most.yaml": uses,
    }
    found = follows({"ferry/more.yaml": CAUSE, "ferry/most.yaml": most}, before=before)
    assert [item.key for item in found if item.kind == "unused"] == unused


def test_a_reference_to_an_unread_file_that_was_removed_is_told(follows: Follows) -> None:
    before = {
        "sources/copy.yaml": "source: [\n",
        "ferry/more.yaml": CAUSE.replace("source: story", "source: copy"),
    }
    assert told(follows({"sources/copy.yaml": None}, before=before)) == [
        "ferry/more: refers to source copy, which is gone"
    ]


def test_a_review_that_was_removed_is_not_stale(follows: Follows, tmp_path: Path) -> None:
    seen = digest(laid(tmp_path / "seen", FILES).claims["ferry/toll"])
    review = f"reviews:\n  - by: Ann\n    date: 2024-01-01\n    digest: {seen}\n"
    changed = TOLL + "note: Counted.\n"
    assert (
        told(follows({"ferry/toll.yaml": changed}, before={"ferry/toll.yaml": TOLL + review})) == []
    )


def test_what_dangled_before_is_no_consequence(follows: Follows) -> None:
    before = {"ferry/toll.yaml": TOLL.replace("event: fire", "event: fires")}
    after = before["ferry/toll.yaml"] + "note: Counted.\n"
    assert told(follows({"ferry/toll.yaml": after}, before=before)) == []


def test_what_could_not_be_read_is_there_all_the_same(follows: Follows) -> None:
    broken = {"events/fire.yaml": "event: [\n"}
    assert told(follows({**broken, "ferry/toll.yaml": TOLL + "note: x\n"})) == []


def test_a_record_that_named_only_itself_was_without_use_before(follows: Follows) -> None:
    before = {"speakers/lone.yaml": "speaker: Lone\ndistinct_from: [lone]\n"}
    assert told(follows({"speakers/lone.yaml": "speaker: Lone\n"}, before=before)) == []


def reviewed(text: str, tmp_path: Path) -> str:
    corpus = laid(tmp_path / "digest", {**FILES, "ferry/toll.yaml": text})
    name = digest(corpus.claims["ferry/toll"])
    old = f"  - by: a first reader\n    date: 2024-08-01\n    digest: sha256:{'0' * 64}\n"
    return f"{text}reviews:\n{old}  - by: a reader\n    date: 2024-09-01\n    digest: {name}\n"


def test_a_review_of_what_a_record_no_longer_says_is_stale(
    follows: Follows, tmp_path: Path
) -> None:
    before = {"ferry/toll.yaml": reviewed(TOLL, tmp_path)}
    after = before["ferry/toll.yaml"] + "note: Counted.\n"
    expected = ["ferry/toll: the review by a reader of 2024-09-01 is stale"]
    assert told(follows({"ferry/toll.yaml": after}, before=before)) == expected


def test_a_review_lasts_while_the_meaning_does(follows: Follows, tmp_path: Path) -> None:
    before = {"ferry/toll.yaml": reviewed(TOLL, tmp_path)}
    after = before["ferry/toll.yaml"] + "status: accepted\ntags: [a]\n"
    assert told(follows({"ferry/toll.yaml": after}, before=before)) == []


def test_a_review_of_the_new_meaning_leaves_none_stale(follows: Follows, tmp_path: Path) -> None:
    before = {"ferry/toll.yaml": reviewed(TOLL, tmp_path)}
    noted = TOLL + "note: Counted.\n"
    corpus = laid(tmp_path / "noted", {**FILES, "ferry/toll.yaml": noted})
    fresh = (
        f"  - by: another\n    date: 2024-10\n    digest: {digest(corpus.claims['ferry/toll'])}\n"
    )
    after = before["ferry/toll.yaml"] + fresh + "note: Counted.\n"
    assert told(follows({"ferry/toll.yaml": after}, before=before)) == []


def test_a_review_of_what_only_follows_a_renaming_is_stale_too(
    follows: Follows, tmp_path: Path
) -> None:
    before = {"ferry/toll.yaml": reviewed(TOLL, tmp_path)}
    after = {
        "speakers/selm.yaml": None,
        "speakers/selm-city.yaml": FILES["speakers/selm.yaml"],
        "speakers/harbour.yaml": FILES["speakers/harbour.yaml"].replace("[selm]", "[selm-city]"),
        "ferry/toll.yaml": before["ferry/toll.yaml"].replace("speaker: selm", "speaker: selm-city"),
        "ferry/culprit.yaml": CULPRIT.replace("value: selm", "value: selm-city"),
    }
    (found,) = follows(after, before=before)
    assert told((found,)) == ["ferry/toll: the review by a reader of 2024-09-01 is stale"]
    assert found.causes == (("speaker", "selm-city"),)
    assert found.elsewhere


def test_what_did_not_follow_a_renaming_refers_to_nothing(follows: Follows) -> None:
    after = {
        "speakers/zoe.yaml": None,
        "speakers/zoe-zwart.yaml": FILES["speakers/zoe.yaml"],
        "sources/copy.yaml": FILES["sources/copy.yaml"].replace("zoe", "zoe-zwart"),
    }
    (found,) = follows(after)
    assert told((found,)) == ["report: refers to speaker zoe, which is gone"]
    assert found.causes == (("speaker", "zoe-zwart"),)


# --- laws

VARIANTS: dict[str, tuple[str | None, ...]] = {
    "speakers/harbour.yaml": ("speaker: Harbour Office\n", "speaker: H\nkind: anonymous\n", None),
    "speakers/port.yaml": ("speaker: The Port\n", "speaker: Port\npart_of: [zoe]\n"),
    "speakers/selm.yaml": ("speaker: Selm\npart_of: [zoe]\n", "speaker: Selm\nnote: x\n"),
    "speakers/zoe.yaml": ("speaker: Zoe\nkind: anonymous\ndistinct_from: [agency]\n", None),
    "speakers/agency.yaml": ("speaker: A\npart_of: [harbour]\n", "speaker: A\nkind: anonymous\n"),
    "sources/story.yaml": ("source: S\nauthors: [zoe]\n", "source: S\nderived_from: [copy]\n"),
    "sources/report.yaml": ("source: R\npublisher: selm\n", "source: R\n", None),
}
EDITS = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(texts) for name, texts in VARIANTS.items()}
)


@settings(max_examples=25)
@given(EDITS, EDITS)
def test_no_claim_turns_that_a_change_does_not_reach(before: Edit, after: Edit) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one = laid(Path(folder, "one"), {**FILES, **before})
        other = laid(Path(folder, "other"), {**FILES, **after})
    found = consequences(diff_corpora(one, other), one, other)
    turned = {item.key[1] for item in found if item.kind in {"comparison", "disputed", "roots"}}
    for name, claim in one.claims.items():
        was = standing_of(claim, one.records)
        now = standing_of(other.claims[name], other.records)
        relations = all(was.relation(pair) == now.relation(pair) for pair in now.comparisons)
        roots = all(str(was.roots[name]) == str(count) for name, count in now.roots.items())
        assert (relations and roots and was.disputed == now.disputed) == (name not in turned)


@settings(max_examples=10)
@given(EDITS)
def test_nothing_follows_from_nothing(edit: Edit) -> None:
    with tempfile.TemporaryDirectory() as folder:
        corpus = laid(Path(folder), {**FILES, **edit})
    assert consequences(diff_corpora(corpus, corpus), corpus, corpus) == ()
