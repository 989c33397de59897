from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import attrs
import pytest

from claimtrack.corpus.atomic import ChangedFileError, ExistingFileError
from claimtrack.corpus.conflicts import (
    NoSuchRecord,
    RecordExists,
    RecordInUse,
    RecordsUnread,
    UnknownWord,
)
from claimtrack.corpus.corpus import load
from claimtrack.corpus.files import FileError
from claimtrack.corpus.saving import InvalidRecord
from claimtrack.errors import ClaimtrackError
from claimtrack.model.attributions import Attribution
from claimtrack.model.claims import Claim, Version
from claimtrack.model.dates import InvalidDate
from claimtrack.model.ids import InvalidId
from claimtrack.model.records import NotARecord
from claimtrack.model.speakers import Speaker

if TYPE_CHECKING:
    from pathlib import Path


def test_a_corpus_is_loaded_by_kind_and_id(root: Path) -> None:
    corpus = load(root / "attack")
    assert list(corpus.claims) == ["attack/culprit", "attack/method"]
    assert list(corpus.sources) == ["story", "unsigned"]
    assert list(corpus.speakers) == ["adam", "zoe"]
    assert list(corpus.events) == ["attack"]
    assert corpus.root == root
    assert corpus.manifest.title == "A small corpus"
    assert corpus.findings == ()
    assert corpus.unread == ()
    assert repr(corpus) == "<Corpus (2 claims, 2 sources, 2 speakers, 1 event)>"
    with pytest.raises(TypeError):
        corpus.claims["x"] = corpus.claims["attack/method"]  # type: ignore[index]  # shown to be refused


def test_bad_records_do_not_hide_good_ones(root: Path) -> None:
    (root / "attack" / "method.yaml").write_text("claim: [\n")
    (root / "speakers" / "adam.yaml").write_bytes(b"speaker: Adam\nkind: persn\n")
    (root / "events" / "Second.yaml").write_text("event: x\n")
    corpus = load(root)
    assert list(corpus.claims) == ["attack/culprit"]
    assert list(corpus.speakers) == ["zoe"]
    assert corpus.unread == (("claim", "attack/method"), ("speaker", "adam"))
    assert [(each.filename, each.code, each.line, each.pointer) for each in corpus.findings] == [
        ("attack/method.yaml", "CTY101", 1, ""),
        ("events/Second.yaml", "CTI102", 1, ""),
        ("speakers/adam.yaml", "CTS104", 2, "/kind"),
    ]
    assert repr(corpus) == "<Corpus (1 claim, 2 sources, 1 speaker, 1 event, 2 unread)>"


def test_a_bad_manifest_is_told_and_the_records_are_read(root: Path) -> None:
    (root / "claimtrack.yaml").write_text("claimtrack: 2\nlimits: {depth: 99}\n")
    corpus = load(root)
    assert len(corpus.claims) == 2
    assert [(each.filename, each.code, each.line) for each in corpus.findings] == [
        ("claimtrack.yaml", "CTS104", 1)
    ]
    (root / "claimtrack.yaml").write_text("claimtrack: 1\nlimits: {depth: 99}\n")
    assert [(each.code, each.pointer, each.column) for each in load(root).findings] == [
        ("CTS112", "/limits/depth", 17)
    ]


def test_lowered_limits_hold(root: Path) -> None:
    (root / "claimtrack.yaml").write_text("claimtrack: 1\nlimits: {size: 100}\n")
    assert {each.code for each in load(root).findings} == {"CTY116"}


def test_everyone_who_speaks_has_a_name(root: Path) -> None:
    corpus = load(root)
    method, culprit = corpus.claims["attack/method"], corpus.claims["attack/culprit"]
    bomb, fire = method.versions["bomb"].attributions, method.versions["fire"].attributions
    assert [corpus.who(each) for each in (*bomb, *fire)] == [
        "Zoe Zwart",
        "Adam Ash",
        'the author of "An unsigned story"',
    ]
    (unknown,) = culprit.versions["adam"].attributions
    assert corpus.who(unknown) == "somebody not named"
    author = attrs.evolve(fire[0], source="story")
    assert corpus.who(author) == "Zoe Zwart"
    assert corpus.who(attrs.evolve(author, source="gone")) == 'the author of "gone"'
    joint = attrs.evolve(bomb[0], jointly=("adam", "nobody"))
    assert corpus.who(joint) == "Zoe Zwart, Adam Ash and nobody, jointly"


def test_attributions_are_found_by_what_is_asked(root: Path) -> None:
    corpus = load(root)

    def found(**asked: str) -> list[tuple[str, str, str]]:
        said = corpus.attributions(**asked)  # type: ignore[arg-type]  # as each question says
        return [(each.claim.id, each.version, each.attribution.speaker) for each in said]

    assert len(found()) == 4
    assert found(speaker="adam") == [
        ("attack/method", "bomb", "zoe"),
        ("attack/method", "bomb", "adam"),
    ]
    assert found(speaker="adam", stance="denies") == [("attack/method", "bomb", "adam")]
    assert found(source="unsigned") == [("attack/method", "fire", "author")]
    assert found(event="attack", speaker="unknown") == []
    assert found(kind="causal") == []
    assert [claim.id for claim in corpus.find(tag="methods")] == ["attack/method"]
    assert [claim.id for claim in corpus.find(speaker="unknown")] == ["attack/culprit"]
    assert corpus.find(speaker="adam", source="unsigned") == ()


def test_a_saved_record_changes_its_own_lines_only(root: Path) -> None:
    corpus = load(root)
    claim = corpus.claims["attack/method"]
    said = Attribution(speaker="zoe", stance="denies", source="unsigned", note="A second thought.")
    saved = corpus.save(claim.with_attribution("fire", said))
    before = (root.parent / "claims" / "attack" / "method.yaml").read_text()
    assert before.splitlines()[-6:] == [
        "        source: unsigned",
        "",
        "      - speaker: zoe",
        "        stance: denies",
        "        source: unsigned",
        "        note: A second thought.",
    ]
    assert before.startswith("# Read with care.\n\nclaim: How was it done?\n")
    assert corpus.claims["attack/method"] == saved
    assert load(root).claims["attack/method"] == saved
    assert [each.version for each in corpus.attributions(speaker="zoe")] == ["bomb", "fire"]


def test_a_record_that_did_not_change_is_not_written(root: Path) -> None:
    path = root / "attack" / "method.yaml"
    path.write_text(path.read_text().replace("kind: event", "kind:    event"))
    stat = path.stat()
    corpus = load(root)
    corpus.save(corpus.claims["attack/method"])
    assert path.stat() == stat


def test_a_file_that_changed_since_it_was_read_is_not_overwritten(root: Path) -> None:
    corpus = load(root)
    path = root / "attack" / "method.yaml"
    path.write_text(path.read_text() + "note: Somebody was here.\n")
    claim = attrs.evolve(corpus.claims["attack/method"], note="Mine.")
    with pytest.raises(ChangedFileError):
        corpus.save(claim)
    corpus.save(attrs.evolve(corpus.claims["attack/culprit"], related=()))
    corpus.save(attrs.evolve(corpus.events["attack"], dated_by=()))
    with pytest.raises(ChangedFileError):
        corpus.remove(claim)
    with pytest.raises(ChangedFileError):
        corpus.rename(claim, "attack/way")
    assert path.read_text().endswith("note: Somebody was here.\n")


def test_a_new_record_is_added_in_the_canonical_layout(root: Path) -> None:
    corpus = load(root)
    version = Version(
        statement="Six.",
        attributions=(Attribution(speaker="zoe", stance="asserts", source="story"),),
    )
    claim = Claim(id="attack/aftermath/toll", question="How many?", versions={"six": version})
    assert corpus.add(claim) == claim
    assert (root / "attack" / "aftermath" / "toll.yaml").read_text() == (
        "claim: How many?\nversions:\n  six:\n    statement: Six.\n    attributions:\n"
        "      - speaker: zoe\n        stance: asserts\n        source: story\n"
    )
    with pytest.raises(RecordExists) as caught:
        corpus.add(claim)
    assert str(caught.value) == (
        'there is a claim "attack/aftermath/toll" already; save it, or choose another id'
    )


def test_a_file_that_appeared_meanwhile_is_not_overwritten(root: Path) -> None:
    corpus = load(root)
    (root / "speakers" / "eve.yaml").write_text("speaker: Another Eve\n")
    with pytest.raises(ExistingFileError):
        corpus.add(Speaker(id="eve", name="Eve"))
    assert (root / "speakers" / "eve.yaml").read_text() == "speaker: Another Eve\n"


def test_a_record_that_could_not_be_read_again_is_not_written(root: Path) -> None:
    corpus = load(root)
    with pytest.raises(InvalidRecord) as caught:
        corpus.add(Speaker(id="eve", name="Eve", kind="persn"))  # type: ignore[arg-type]  # shown to be refused
    assert str(caught.value) == (
        'speaker "eve" cannot be written: /kind: "persn" is not known here, did you mean "person"?; '
        "write person, organization, publication, government, group, anonymous"
    )
    with pytest.raises(InvalidRecord, match="7 stands where a mapping belongs"):
        corpus.add(Speaker(id="eve", name="Eve", roles=(7,)))  # type: ignore[arg-type]
    with pytest.raises(InvalidRecord):
        corpus.add(Speaker(id="eve", name="Eve\x1b[31m"))
    with pytest.raises(InvalidId):
        corpus.add(Speaker(id="../eve", name="Eve"))
    assert not (root / "speakers" / "eve.yaml").exists()


def test_what_is_not_there_is_named_with_the_nearest(root: Path) -> None:
    corpus = load(root)
    with pytest.raises(NoSuchRecord) as caught:
        corpus.get("speaker", "zoey")
    assert str(caught.value) == 'there is no speaker "zoey", did you mean "zoe"?'
    with pytest.raises(NoSuchRecord):
        corpus.save(Speaker(id="eve", name="Eve"))


def test_a_record_in_use_is_not_removed(root: Path) -> None:
    corpus = load(root)
    with pytest.raises(RecordInUse) as caught:
        corpus.remove(corpus.speakers["adam"])
    assert str(caught.value) == (
        'speaker "adam" is referred to by claim "attack/culprit", claim "attack/method"; '
        "change them first, or rename the record"
    )
    eve = corpus.add(Speaker(id="eve", name="Eve"))
    corpus.remove(eve)
    assert "eve" not in corpus.speakers
    assert not (root / "speakers" / "eve.yaml").exists()


def test_a_renamed_record_takes_every_reference_along(root: Path) -> None:
    corpus = load(root)
    renamed = corpus.rename(corpus.claims["attack/method"], "attack/means")
    assert renamed.id == "attack/means"
    assert (root / "attack" / "means.yaml").read_text().startswith("# Read with care.\n")
    assert not (root / "attack" / "method.yaml").exists()
    corpus.rename(corpus.speakers["adam"], "adam-ash")
    again = load(root)
    assert again.findings == ()
    assert again.claims == corpus.claims
    assert again.events["attack"].dated_by[0].claim == "attack/means"
    assert again.claims["attack/culprit"].related[0].claim == "attack/means"
    assert again.claims["attack/culprit"].versions["adam"].value == ("adam-ash",)
    bomb = again.claims["attack/means"].versions["bomb"].attributions
    assert [(each.speaker, [relay.speaker for relay in each.citing]) for each in bomb] == [
        ("zoe", ["adam-ash"]),
        ("adam-ash", []),
    ]
    assert "speaker: zoe # on the phone" in (root / "attack" / "means.yaml").read_text()


def test_a_record_is_not_renamed_to_another_nor_while_files_are_unread(root: Path) -> None:
    corpus = load(root)
    with pytest.raises(RecordExists):
        corpus.rename(corpus.speakers["adam"], "zoe")
    (root / "attack" / "culprit.yaml").write_text("claim: [")
    with pytest.raises(RecordsUnread) as caught:
        load(root).rename(corpus.speakers["adam"], "adam-ash")
    assert str(caught.value) == (
        'claim "attack/culprit" could not be read and may hold references; mend them first'
    )


def test_a_rename_is_worked_out_before_the_first_file_is_written(root: Path) -> None:
    corpus = load(root)
    path = root / "attack" / "method.yaml"
    path.write_text(path.read_text() + "note: Somebody was here.\n")
    before = {file: file.read_bytes() for file in root.rglob("*.yaml")}
    with pytest.raises(ChangedFileError):
        corpus.rename(corpus.speakers["adam"], "adam-ash")
    assert {file: file.read_bytes() for file in root.rglob("*.yaml")} == before


def test_a_rename_that_stopped_midway_is_finished_by_the_same_call(root: Path) -> None:
    old = root / "speakers" / "adam.yaml"
    (root / "speakers" / "adam-ash.yaml").write_bytes(old.read_bytes())
    corpus = load(root)
    corpus.rename(corpus.speakers["adam"], "adam-ash")
    assert list(load(root).speakers) == ["adam-ash", "zoe"]
    assert corpus.attributions(speaker="adam-ash")


def test_no_record_is_renamed_to_a_token(root: Path) -> None:
    corpus = load(root)
    with pytest.raises(InvalidId):
        corpus.rename(corpus.speakers["adam"], "author")
    with pytest.raises(InvalidId):
        corpus.add(Speaker(id="unknown", name="Nobody"))


def test_a_record_is_not_removed_while_one_that_may_use_it_is_unread(root: Path) -> None:
    (root / "attack" / "culprit.yaml").write_text("claim: [")
    corpus = load(root)
    eve = corpus.add(Speaker(id="eve", name="Eve"))
    with pytest.raises(RecordsUnread):
        corpus.remove(eve)


def test_what_a_lowered_limit_forbids_is_not_written(root: Path) -> None:
    (root / "claimtrack.yaml").write_text("claimtrack: 1\ntexts: [texts]\nlimits: {size: 1000}\n")
    corpus = load(root)
    with pytest.raises(InvalidRecord, match="bytes"):
        corpus.add(Speaker(id="eve", name="Eve", note="x" * 2000))
    with pytest.raises(InvalidId):
        corpus.add(Claim(id="texts/x", question="x", versions={"a": Version(statement="x")}))


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"stance": "denied"}, '"denied" is no stance of claims, did you mean "denies"?'),
        ({"kind": "casual"}, '"casual" is no kind of claims, did you mean "causal"?'),
        ({"speakers": "zoe"}, '"speakers" is no thing to ask, did you mean "speaker"?'),
    ],
)
def test_a_question_that_no_vocabulary_knows_is_refused(
    root: Path, asked: dict[str, str], message: str
) -> None:
    with pytest.raises(UnknownWord) as caught:
        load(root).find(**asked)  # type: ignore[arg-type]  # shown to be refused
    assert str(caught.value) == message


def test_a_question_for_no_date_is_refused(root: Path) -> None:
    with pytest.raises(InvalidDate, match='"May" is no date'):
        load(root).attributions(said="May")
    with pytest.raises(NoSuchRecord, match='did you mean "zoe"'):
        load(root).attributions().where(by="zoey")


def test_a_question_for_what_is_not_there_is_refused(root: Path) -> None:
    corpus = load(root)
    with pytest.raises(NoSuchRecord, match='did you mean "zoe"'):
        corpus.find(speaker="zoey")
    with pytest.raises(NoSuchRecord):
        corpus.attributions(event="wedding")
    assert len(corpus.attributions(speaker="author")) == 1


def test_what_is_no_record_is_refused(root: Path) -> None:
    corpus = load(root)
    with pytest.raises(NotARecord) as caught:
        corpus.add("zoe")  # type: ignore[type-var]  # shown to be refused
    assert str(caught.value) == "a `str` is no record; give a Claim, Source, Speaker or Event"
    with pytest.raises(UnknownWord):
        corpus.get("clam", "attack/method")  # type: ignore[arg-type]  # shown to be refused


def test_values_are_shown_to_a_person(root: Path) -> None:
    corpus = load(root)
    claim = corpus.claims["attack/method"]
    assert repr(claim) == "<Claim attack/method (2 versions): How was it done?>"
    assert repr(corpus.claims) == "<2 by id: attack/culprit, attack/method>"
    assert repr(corpus.attributions(stance="denies")) == (
        "<1 attribution: attack/method#bomb: adam denies>"
    )
    assert repr(claim.versions["bomb"].attributions[1]) == (
        "Attribution(speaker='adam', stance='denies', source='story')"
    )
    assert [repr(corpus.speakers["zoe"]), repr(corpus.sources["story"])] == [
        "<Speaker zoe: Zoe Zwart>",
        "<Source story: A story>",
    ]


def test_a_corpus_and_its_errors_survive_being_sent_elsewhere(root: Path) -> None:
    corpus = load(root)
    again = pickle.loads(pickle.dumps(corpus))  # noqa: S301 - our own bytes
    assert again.claims == corpus.claims
    for cause in (
        lambda: corpus.get("speaker", "zoey"),
        lambda: corpus.add(corpus.speakers["zoe"]),
        lambda: corpus.remove(corpus.speakers["zoe"]),
        lambda: load(root.parent / "nowhere"),
        lambda: corpus.add(Speaker(id="A", name="A")),
        lambda: corpus.add(Speaker(id="a", name="")),
    ):
        with pytest.raises(ClaimtrackError) as caught:
            cause()
        sent = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
        assert (type(sent), str(sent), vars(sent)) == (
            type(caught.value),
            str(caught.value),
            vars(caught.value),
        )


def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path) -> None:
    corpus = load(root)
    outside = tmp_path / "outside"
    outside.mkdir()
    (root / "linked").symlink_to(outside)
    version = Version(statement="x", attributions=())
    with pytest.raises(FileError):
        corpus.add(Claim(id="linked/claim", question="x", versions={"a": version}))
    assert list(outside.iterdir()) == []
