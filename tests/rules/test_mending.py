"""Findings mended: what is, what is left alone, and that nothing else changes."""

from __future__ import annotations

import functools
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.corpus.atomic import ChangedFileError
from claimtrack.corpus.corpus import Corpus, load
from claimtrack.model.normalform import nfc
from claimtrack.model.records import Record, kind_of
from claimtrack.rules.checking import check
from claimtrack.rules.mending import mend
from claimtrack.rules.registry import RULES
from claimtrack.text.compose import compose
from claimtrack.text.convert import to_data
from claimtrack.text.format import format as formatted
from claimtrack.text.format import write
from claimtrack.text.read import read
from tests.rules.conftest import MANIFEST, STANDING
from tests.rules.test_examples import examples_of
from tests.strategies import mutated, records

if TYPE_CHECKING:
    from claimtrack.rules.base import Rule
    from claimtrack.rules.reports import Report
    from claimtrack.text.schema import FileKind
    from tests.rules.conftest import Lay

#: A file of the standing corpus of each kind.
PATHS: dict[FileKind, str] = {
    "claim": "attack/toll.yaml",
    "source": "sources/hostage-story.yaml",
    "speaker": "speakers/selm.yaml",
    "event": "events/ferry-attack.yaml",
    "manifest": "claimtrack.yaml",
}
FILES = [path.read_bytes() for path in sorted(STANDING.rglob("*.yaml"))] + [MANIFEST.encode()]
#: The rules of which the bad example can be mended.
SAFE = ["CTF101", "CTY103", "CTY104", "CTY111", "CTY115"]
UNSAFE = [
    *("CTA105", "CTD101", "CTI110", "CTS103", "CTS105", "CTS108"),
    *("CTY105", "CTY106", "CTY107"),
]


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = tmp_path_factory.mktemp("standing") / "corpus"
    shutil.copytree(STANDING, root)
    (root / "claimtrack.yaml").write_text(MANIFEST, encoding="utf-8")
    return load(root)


def one(code: str) -> Rule:
    return next(rule for rule in RULES if rule.kind.code == code)


@pytest.mark.parametrize("code", SAFE)
def test_what_leaves_everything_the_same_is_mended(lay: Lay, code: str) -> None:
    corpus = lay(examples_of(one(code))["Bad"].files)
    assert [item.fix for item in check(corpus).findings] == ["safe"]
    mended = mend(corpus, check)
    assert code in {item.code for item in mended.fixed}
    mended.write()
    after = check(load(corpus.root))
    assert (after.findings, mended.report.findings) == ((), ())


@pytest.mark.parametrize("code", UNSAFE)
def test_what_changes_a_record_is_mended_with_leave_only(lay: Lay, code: str) -> None:
    corpus = lay(examples_of(one(code))["Bad"].files)
    assert [item.fix for item in check(corpus).findings] == ["unsafe"]
    mended = mend(corpus, check)
    assert (mended.files, mended.fixed) == ((), ())
    assert [item.code for item in mended.needing_leave] == [code]
    mended = mend(corpus, check, unsafe=True)
    assert (mended.report.findings, mended.needing_leave) == ((), ())


def test_every_rule_that_mends_is_tried_here() -> None:
    mending = {rule.kind.code: rule.fix.applicability for rule in RULES if rule.fix}
    assert [code for code, fix in mending.items() if fix == "safe"] == SAFE
    assert {code for code, fix in mending.items() if fix == "unsafe"} == {
        *UNSAFE,
        *("CTS101", "CTS104", "CTS106", "CTS109", "CTS111", "CTV101", "CTI111"),
    }


CLAIM = """\
claim: How many gunmen boarded the ferry?
kind: numerical
answer: quantity
unit: gunmen
versions:
  nine:
    statement: There were nine.
    value: 9
    attributions:
      - speaker: harbour-office
        stance: asserts
        citing: [harbour-pilot]
        source: hostage-story
        at: paragraph 4
        cue: never more than a dozen
  ten:
    statement: There were ten.
    value: 10
    relative_to: attack/toll#nine
    attributions:
      - speaker: harbour-pilot
        stance: asserts
        source: hostage-story
        at: paragraph 5
        cue: counted
reviews:
  - by: Ada
    date: 2024-07-31
    digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
"""
DIGITS = "0" * 64


def unsafely(lay: Lay, old: str, new: str) -> str:
    """Return the lines that take the place of others when a claim with a fault is mended."""
    assert old in CLAIM
    before = CLAIM.replace(old, new, 1)
    corpus = lay(f"# attack/gunmen.yaml\n{before}")
    mended = mend(corpus, check, unsafe=True)
    (text,) = [file.after.decode() for file in mended.files] or [before]
    kept = set(before.split("\n"))
    return "\n".join(line.strip() for line in text.split("\n") if line not in kept)


@pytest.mark.parametrize(
    ("old", "new", "mended"),
    [
        ("unit: gunmen", "unti: gunmen", "unit: gunmen"),
        ("kind: numerical", "kind: numerica", "kind: numerical"),
        ("kind: numerical", "kind: [numerical]", "kind: numerical"),
        ("stance: asserts", "stance: Asserts # loudly", "stance: asserts # loudly"),
        ("speaker: harbour-office", "speaker: harbour-ofice", "- speaker: harbour-office"),
        ("speaker: harbour-office", "speaker: Harbour Office", "- speaker: harbour-office"),
        ("[harbour-pilot]", "[harbour-pilto]", "citing: [harbour-pilot]"),
        ("[harbour-pilot]", "harbour-pilot", "citing: [harbour-pilot]"),
        ("[harbour-pilot]", "[{speaker: harbour-pilto}]", "citing: [harbour-pilot]"),
        ("at: paragraph 4", "at: p. 4", "at: page 4"),
        ("value: 9", "value: 9+", "value: at least 9"),
        ("value: 9", "value: nine", "value: 9"),
        ("value: 9", "value: soon", ""),
        ("cue: never", "said: 31.7.2024\n        cue: never", "said: 2024-07-31"),
        ("cue: never", "said: 11.12.2020\n        cue: never", ""),
        ("toll#nine", "toll#nin", "relative_to: attack/toll#nine"),
        ("toll#nine", "tol#nine", "relative_to: attack/toll#nine"),
        ("    value: 9", "    broader: tenn", "broader: ten"),
        (f"sha256:{DIGITS}", DIGITS, f"digest: sha256:{DIGITS}"),
        (f"sha256:{DIGITS}", "sha256:00", ""),
        ("kind: numerical", "kind: whatever", ""),
        ("kind: numerical", "kind: numerical\nuni: gunmen", ""),
        ("kind: numerical", "tags: [Air Force, sea]", "tags: [air-force, sea]"),
        ("speaker: harbour-office", "speaker: nobody-like-this", ""),
        ("  nine:", "  Nine:", ""),
        ("unit: gunmen", "wholly: new", ""),
    ],
)
def test_what_can_mean_one_thing_only_is_mended_with_leave(
    lay: Lay, old: str, new: str, mended: str
) -> None:
    assert unsafely(lay, old, new) == mended


@pytest.mark.parametrize(
    ("jointly", "mended"),
    [
        (" [harbour-office]", "- speaker: harbour-office\njointly: [selm]"),
        (" [harbor-office]", "- speaker: harbour-office\njointly: [selm]"),
        (" [harbour-office, selm]", "- speaker: harbour-office\njointly: [selm]"),
        (" [harbour-office]\n        capacity: mayor", ""),
        ("\n          - harbour-office # first", ""),
    ],
    ids=[
        "one",
        "one with a slip",
        "twice",
        "what would go with another speaker",
        "what bears a comment",
    ],
)
def test_joint_speakers_change_places_where_nothing_is_lost(
    lay: Lay, jointly: str, mended: str
) -> None:
    new = f"speaker: selm\n        jointly:{jointly}"
    assert unsafely(lay, "speaker: harbour-office", new) == mended


def test_a_record_is_named_only_where_one_is_near(lay: Lay) -> None:
    other = "# speakers/harbour-officer.yaml\nspeaker: The officer\n"
    claim = CLAIM.replace("speaker: harbour-office", "speaker: harbour-offices")
    corpus = lay(f"{other}# attack/gunmen.yaml\n{claim}")
    found = [item for item in check(corpus).findings if item.code == "CTI110"]
    assert [item.fix for item in found] == [None]


def test_of_two_slips_for_one_key_one_is_mended(lay: Lay) -> None:
    corpus = lay("# events/flood.yaml\nevent: Flood\nplacee: Selm\nplac: Port Selm\n")
    mended = mend(corpus, check, unsafe=True)
    (file,) = mended.files
    assert read(file.after, kind="event", id="flood").faults
    assert file.after.count(b"\nplace: ") == 1
    assert (b"plac: " in file.after) != (b"placee: " in file.after)


def test_the_manifest_is_mended_too(lay: Lay) -> None:
    corpus = lay("# claimtrack.yaml\nclaimtrack: 1\ntexts: [texts]\nlanguag: en\n")
    (file,) = mend(corpus, check, unsafe=True).files
    assert (file.path, file.after) == (
        "claimtrack.yaml",
        b"claimtrack: 1\ntexts: [texts]\nlanguage: en\n",
    )


def test_only_what_is_reported_is_mended(lay: Lay) -> None:
    corpus = lay("# events/flood.yaml\nplace:  Selm\nevent: Flood\ndate: March 2019\n")

    def dates(corpus: Corpus) -> Report:
        return check(corpus, select="CTD")

    assert mend(corpus, dates).files == ()
    (file,) = mend(corpus, dates, unsafe=True).files
    assert file.after == b"place:  Selm\nevent: Flood\ndate: 2019-03\n"


def test_a_file_that_changed_meanwhile_is_kept(lay: Lay) -> None:
    corpus = lay("# events/flood.yaml\nplace:  Selm\nevent: Flood\n")
    path = corpus.root / "events/flood.yaml"
    mended = mend(corpus, check)
    path.write_text("event: Another\n", encoding="utf-8")
    with pytest.raises(ChangedFileError):
        mended.write()
    assert path.read_text(encoding="utf-8") == "event: Another\n"


def meaning(record: object) -> str:
    """Return what a record says, as its canonical file has it."""
    return nfc(repr(to_data(record)))  # type: ignore[arg-type]  # a record, or the test fails


@st.composite
def ill_laid(draw: st.DrawFn) -> tuple[Record, bytes]:
    """A record, and a file of it in no canonical layout."""
    record = draw(records())
    text = write(to_data(record), kind_of(record))
    head, _ = text.split("\n", 1)
    text = draw(st.sampled_from([f"%YAML 1.2\n---\n{text}", f"# a\n{text}", f"{text}\n\n", text]))
    if draw(st.booleans()):
        text = text.replace(head, head.replace(": ", ":   ", 1), 1)
    if draw(st.booleans()) and "\\" not in text and '"' not in text and "|" not in text:
        text = text.replace("\n", "\r\n")
    return record, draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode()


@given(ill_laid())
def test_a_safe_fix_changes_nothing_of_what_is_read(
    standing: Corpus, case: tuple[Record, bytes]
) -> None:
    record, data = case
    path = PATHS[kind_of(record)]
    corpus = standing.with_files({path: data})
    mended = mend(corpus, functools.partial(check, paths=path))
    after = next((file.after for file in mended.files if file.path == path), data)
    there = read(after, kind=kind_of(record), id=record.id).record
    assert meaning(there) == meaning(record)
    assert formatted(after.decode()).text == after.decode()


@given(mutated(FILES), st.sampled_from(sorted(PATHS)), st.sampled_from(["safe", "unsafe"]))
def test_mending_ends_and_a_second_time_changes_nothing(
    standing: Corpus, damaged: bytes, kind: FileKind, fixes: str
) -> None:
    path, unsafe = PATHS[kind], fixes == "unsafe"
    corpus = standing.with_files({path: damaged})
    ask = functools.partial(check, paths=path)
    mended = mend(corpus, ask, unsafe=unsafe)
    texts = {file.path: file.after for file in mended.files}
    assert mend(corpus.with_files(texts), ask, unsafe=unsafe).files == ()
    before = read(damaged, kind=kind, id="x")
    after = read(texts.get(path, damaged), kind=kind, id="x")
    assert len(after.faults) <= len(before.faults)
    if not unsafe and before.record is not None and b"\r" not in damaged:
        assert meaning(after.record) == meaning(before.record)
        assert comments(texts.get(path, damaged)) == comments(damaged)


def comments(data: bytes) -> list[str]:
    """Return the words of all comments of a file."""
    told = compose(data.decode("utf-8-sig")).comments
    groups = (told.above, told.beside, told.below)
    below = [text for group in groups for texts in group.values() for text in texts]
    return sorted(word for text in [*told.header, *below] for word in text.split())
