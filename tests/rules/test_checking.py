from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias, cast

import pytest

from claimtrack.corpus.corpus import Corpus, load
from claimtrack.corpus.folder import NotInCorpus
from claimtrack.findings import Fault, Kind, Severity
from claimtrack.rules.asking import ask
from claimtrack.rules.base import Needs, Rule, View
from claimtrack.rules.checking import NotLoaded, check
from claimtrack.rules.registry import RULES, UnknownRule
from claimtrack.rules.reports import Tally
from claimtrack.rules.selection import Selection, plan
from claimtrack.text.misfits import UNKNOWN_KEY

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.model.records import Record

#: Lays files over the standing corpus and loads it.
Lay: TypeAlias = Callable[[str], Corpus]

_RANSOM = """\
claim: Was a ransom paid?
versions:
  paid:
    statement: The shipping line paid a ransom.
    attributions:
      - speaker: unknown
        stance: asserts
        source: hostage-story
        at: paragraph 5
        cue: Reportedly
"""
_LOST = _RANSOM.replace("versions:", "event: ferry-atack\nversions:")
#: Three files with a fault each: of a reference, of reading, of the layout.
_FAULTY = f"""\
# attack/ransom.yaml
{_LOST}
# events/ferry-attack.yaml
event: Attack on the ferry Aurelia
date: 2019-13
# speakers/jonas-brandt.yaml
speaker:  Jonas Brandt
kind: person
"""


_EVERYTHING = [
    ("attack/ransom.yaml", "CTI110"),
    ("events/ferry-attack.yaml", "CTD101"),
    ("speakers/jonas-brandt.yaml", "CTF101"),
]


def test_what_the_reader_and_the_rules_find_is_told_together_by_place(lay: Lay) -> None:
    corpus = lay(_FAULTY)
    report = check(corpus)
    assert [(item.filename, item.code) for item in report.findings] == _EVERYTHING
    assert list(report.findings) == sorted(report.findings)


@pytest.mark.parametrize(
    ("select", "ignore", "told"),
    [
        pytest.param((), (), {"CTI110", "CTD101", "CTF101"}, id="all"),
        pytest.param(("CTI110",), (), {"CTI110", "CTD101"}, id="a code"),
        pytest.param(("CTI", "CTD"), (), {"CTI110", "CTD101"}, id="two families"),
        pytest.param(("not-canonical",), (), {"CTF101", "CTD101"}, id="a name"),
        pytest.param((), ("CTF",), {"CTI110", "CTD101"}, id="all but a family"),
        pytest.param(
            ("CTI", "CTF"), ("CTI110",), {"CTF101", "CTD101"}, id="ignored of what is selected"
        ),
        pytest.param(("CTI110",), ("CT",), set(), id="ignored altogether"),
        pytest.param(("CTV107",), (), {"CTD101"}, id="another code"),
        pytest.param(("CTV107",), ("CTD101",), set(), id="another code, and reading ignored"),
    ],
)
def test_rules_are_selected_and_ignored(
    select: tuple[str, ...], ignore: tuple[str, ...], told: set[str], lay: Lay
) -> None:
    report = check(lay(_FAULTY), select=select, ignore=ignore)
    assert {finding.code for finding in report.findings} == told


def test_what_is_ignored_of_reading_has_not_passed(lay: Lay) -> None:
    corpus = lay(_FAULTY)
    report = check(corpus, select=["CTV107"])
    assert (report.passed(), report.hidden) == (False, ())
    ignored = check(corpus, select=["CTV107"], ignore=["CTD101"])
    assert [finding.code for finding in ignored.hidden] == ["CTD101"]
    assert (ignored.findings, ignored.passed()) == ((), False)
    elsewhere = check(corpus, select=["CTV107"], ignore=["CTD101"], paths=["attack"])
    assert (elsewhere.hidden, elsewhere.passed(strict=True)) == ((), True)


def test_a_rule_that_is_not_there_is_neither_selected_nor_ignored(lay: Lay) -> None:
    corpus = lay("")
    with pytest.raises(UnknownRule) as refused:
        check(corpus, select=["CTF101", "not-cannonical"])
    with pytest.raises(UnknownRule):
        check(corpus, ignore=["CTZ"])
    assert str(refused.value) == '"not-cannonical" names no rule, did you mean "not-canonical"?'


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        pytest.param(["events/ferry-attack.yaml"], _EVERYTHING[1:2], id="a file"),
        pytest.param(["attack"], _EVERYTHING[:1], id="a folder"),
        pytest.param(["speakers/", "./attack"], [_EVERYTHING[0], _EVERYTHING[2]], id="two folders"),
        pytest.param(["attack/../events"], _EVERYTHING[1:2], id="a detour"),
        pytest.param(["."], _EVERYTHING, id="the root"),
        pytest.param(["claimtrack.yaml"], [], id="the manifest"),
        pytest.param(["attack/toll.yaml"], [], id="a file without findings"),
    ],
)
def test_paths_limit_what_is_reported(
    paths: list[str], told: list[tuple[str, str]], lay: Lay
) -> None:
    corpus = lay(_FAULTY)
    whole = [corpus.root / path for path in paths]
    for asked in (paths, whole):
        report = check(corpus, paths=asked)
        assert [(item.filename, item.code) for item in report.findings] == told


def test_a_folder_holds_no_other_whose_name_begins_alike(lay: Lay) -> None:
    corpus = lay(f"# attack-by-sea/ransom.yaml\n{_LOST}")
    assert check(corpus, paths=["attack"]).findings == ()
    assert check(corpus, paths=["attack-by-sea"]).codes == {"CTI110": 1}


def test_what_is_not_reported_is_read_all_the_same(lay: Lay) -> None:
    corpus = lay(f"# attack/ransom.yaml\n{_RANSOM}")
    report = check(corpus, paths=["attack/ransom.yaml"])
    assert report.findings == ()
    assert report.read.sources == 1


def test_a_corpus_may_be_reached_through_a_link(lay: Lay, tmp_path: Path) -> None:
    root = lay(_FAULTY).root
    (tmp_path / "link").symlink_to(root, target_is_directory=True)
    linked = load(tmp_path / "link")
    for path in (root / "events", tmp_path / "link" / "events"):
        report = check(linked, paths=[path])
        assert [(item.filename, item.code) for item in report.findings] == _EVERYTHING[1:2]


@pytest.mark.parametrize("target", ["toll.yaml", "nowhere.yaml"])
def test_a_link_in_the_corpus_is_reported_under_its_own_name(target: str, lay: Lay) -> None:
    corpus = lay(f"# attack/ransom.yaml\n<symbolic link to {target}>\n")
    report = check(corpus, paths=["attack/ransom.yaml"])
    assert [(item.filename, item.code) for item in report.findings] == [
        ("attack/ransom.yaml", "CTI104")
    ]


@pytest.mark.parametrize("path", ["attack/rescue.yaml", "..", "../elsewhere", "/"])
def test_a_path_outside_the_corpus_or_to_nothing_is_refused(path: str, lay: Lay) -> None:
    corpus = lay("")
    with pytest.raises(NotInCorpus) as refused:
        check(corpus, paths=[path])
    assert str(refused.value) == (
        f'"{path}" is no file or folder of the corpus at "{corpus.root}"; check its name'
    )


def test_one_word_or_path_is_taken_for_itself(lay: Lay, tmp_path: Path) -> None:
    corpus = lay(_FAULTY)
    assert check(corpus, select="CTI110") == check(corpus, select=["CTI110"])
    assert check(corpus, ignore="CTI") == check(corpus, ignore=["CTI"])
    assert check(corpus, paths="attack") == check(corpus, paths=["attack"])
    assert check(corpus, paths=corpus.root / "attack") == check(corpus, paths=["attack"])
    with pytest.raises(UnknownRule, match=r'^"CTX" names no rule'):
        check(corpus, select="CTX")
    with pytest.raises(NotInCorpus, match=r'^"ee\.yaml" is no file'):
        check(corpus, paths="ee.yaml")
    (corpus.root / "texts").rename(tmp_path / "elsewhere")
    assert check(corpus).unverified
    for texts in (tmp_path / "elsewhere", str(tmp_path / "elsewhere")):
        assert check(corpus, texts=texts) == check(corpus, texts=[tmp_path / "elsewhere"])
        assert check(corpus, texts=texts).unverified == ()


def test_a_folder_that_was_not_loaded_is_refused() -> None:
    with pytest.raises(NotLoaded) as refused:
        check(cast("Corpus", "claims"))
    assert str(refused.value) == (
        "`check` takes a corpus, not a `str`; load it first with `load(path)`"
    )


def test_what_was_read_is_counted(lay: Lay) -> None:
    files = f"{_FAULTY}# events/rescue.yaml\nrescue\n"
    assert check(lay(files)).read == Tally(
        files=12, unread=2, claims=3, sources=1, speakers=6, events=1
    )


def test_findings_are_counted_by_severity_and_by_code(lay: Lay) -> None:
    report = check(lay(_FAULTY))
    assert report.counts == {Severity.ERROR: 2, Severity.WARNING: 1, Severity.NOTE: 0}
    assert report.codes == {"CTD101": 1, "CTF101": 1, "CTI110": 1}


@pytest.mark.parametrize(
    ("ignore", "passed"),
    [
        pytest.param((), (False, False), id="errors"),
        pytest.param(("CTI",), (True, False), id="a warning"),
        pytest.param(("CTI", "CTF"), (True, True), id="nothing"),
    ],
)
def test_a_warning_fails_a_strict_check_only(
    ignore: tuple[str, ...], passed: tuple[bool, bool], lay: Lay
) -> None:
    sound = _FAULTY.replace("2019-13", "2019-03")
    report = check(lay(sound), ignore=ignore)
    assert (report.passed(), report.passed(strict=True)) == passed


_UNUSED = "# speakers/port-police.yaml\nspeaker: Port police\nkind: organization\n"
_WHOLE_RULES = [rule.kind for rule in RULES if rule.needs == "whole corpus"]


def test_rules_on_the_whole_corpus_are_asked_where_everything_was_read(lay: Lay) -> None:
    report = check(lay(_UNUSED))
    assert [finding.code for finding in report.findings] == ["CTI113"]
    assert report.not_run == ()


@pytest.mark.parametrize(
    ("files", "why"),
    [
        pytest.param(
            "# events/rescue.yaml\nrescue\n",
            "1 file could not be read whole: mend what is told of it",
            id="a file that is no record",
        ),
        pytest.param(
            "# events/rescue.yaml\nrescue\n# events/escape.yml\nevent: Escape\n",
            "2 files could not be read whole: mend what is told of them",
            id="two files",
        ),
        pytest.param(
            "# events/ferry-attack.yaml\nevent: Attack on the ferry\ndate: 2019-13\ndates: 2019\n",
            "1 file could not be read whole: mend what is told of it",
            id="a record with two faults",
        ),
    ],
)
def test_rules_on_the_whole_corpus_are_not_asked_where_a_file_was_not_read(
    files: str, why: str, lay: Lay
) -> None:
    report = check(lay(_UNUSED + files))
    assert "CTI113" not in report.codes
    assert [(item.kind, item.why) for item in report.not_run] == [
        (kind, why) for kind in _WHOLE_RULES
    ]


def test_a_fault_of_the_manifest_hinders_no_rule(lay: Lay) -> None:
    report = check(lay(f"{_UNUSED}# claimtrack.yaml\nclaimtrack: 1\ntexts: [texts]\nowner: me\n"))
    assert report.codes == {"CTI113": 1, "CTS101": 1}
    assert report.not_run == ()


def test_a_rule_that_was_not_wanted_is_not_told_as_not_asked(lay: Lay) -> None:
    corpus = lay("# events/rescue.yaml\nrescue\n")
    assert check(corpus, ignore=["unused-record", "unread-paragraph"]).not_run == ()


def test_a_record_that_could_not_be_read_is_there_all_the_same(lay: Lay) -> None:
    report = check(lay("# events/ferry-attack.yaml\nAttack on the ferry\n"))
    assert report.codes == {"CTY120": 1}


_NO_STANCE = _RANSOM.replace("        stance: asserts\n", "")


def test_what_only_follows_from_a_fault_of_reading_is_left_out(lay: Lay) -> None:
    report = check(lay(f"# attack/ransom.yaml\n{_NO_STANCE}"))
    assert report.codes == {"CTS102": 1}


def test_what_follows_from_nothing_else_is_told_beside_a_fault_of_reading(lay: Lay) -> None:
    claim = _NO_STANCE.replace("versions:", "event: rescue\nversions:")
    report = check(lay(f"# attack/ransom.yaml\n{claim}"))
    assert report.codes == {"CTI110": 1, "CTS102": 1}


def test_the_faults_of_rules_stand_where_the_file_has_them(lay: Lay) -> None:
    claim = _RANSOM.replace(
        "      - speaker: unknown\n",
        """\
      - speaker: selm
        stance: asserts
        source: hostage-stori
        cue: said
      - speaker: hidden
        stance: asserts
        sauce: hostage-story
      - speaker: unknown
""",
    )
    report = check(lay(f"# attack/ransom.yaml\n{claim}"), select=["CTI110", "CTS"])
    assert [(item.line, item.column, item.code) for item in report.findings] == [
        (8, 17, "CTI110"),
        (10, 9, "CTS102"),
        (12, 9, "CTS101"),
    ]


def of_file(corpus: Corpus, path: str) -> Callable[..., list[str]]:
    file, view = corpus.file_at(path), View.of(corpus)
    assert file
    return lambda *rules: [
        finding.code for finding in ask(corpus.origin, file, view, rules).findings
    ]


_FIRST = Kind("CTX101", "first")
_SECOND = Kind("CTX102", "second")


def _rule(kind: Kind, *, after: tuple[Kind, ...] = (), needs: Needs = "record") -> Rule:
    def told(_: Record, __: View) -> Iterator[Fault]:
        yield Fault(kind=kind, message="told", keys=("event",))

    return Rule(kind=kind, check=told, needs=needs, after=after, explanation="")


def test_a_rule_is_not_asked_after_a_fault_that_it_must_come_after(lay: Lay) -> None:
    asked = of_file(lay(""), "events/ferry-attack.yaml")
    second = _rule(_SECOND, after=(_FIRST,))
    assert asked(_rule(_FIRST), second) == [_FIRST.code]
    assert asked(second) == [_SECOND.code]


def test_a_rule_is_not_asked_after_a_fault_of_reading_that_it_must_come_after(lay: Lay) -> None:
    corpus = lay("# events/ferry-attack.yaml\nevent: Attack on the ferry\nwhen: 2019\n")
    asked = of_file(corpus, "events/ferry-attack.yaml")
    assert asked(_rule(_FIRST, after=(UNKNOWN_KEY,))) == []
    assert asked(_rule(_FIRST)) == [_FIRST.code]


def test_a_rule_on_a_record_alone_sees_no_other_record(lay: Lay) -> None:
    seen: list[View] = []

    def look(_: Record, view: View) -> Iterator[Fault]:
        seen.append(view)
        return iter(())

    of_file(lay(""), "events/ferry-attack.yaml")(Rule(kind=_FIRST, check=look, explanation=""))
    (view,) = seen
    assert view.path == "events/ferry-attack.yaml"
    assert view.file_text().startswith("event: Attack on the ferry")
    assert not view.knows(("speaker", "jonas-brandt"))


def test_a_record_that_was_not_read_is_asked_nothing(lay: Lay) -> None:
    asked = of_file(lay("# events/rescue.yaml\nrescue\n"), "events/rescue.yaml")
    assert asked(_rule(_FIRST)) == []


def _fails(record: Record, _: View) -> Iterator[Fault]:
    raise LookupError(record.id)
    yield


def test_what_a_rule_raises_is_raised_with_the_rule_and_the_file(lay: Lay) -> None:
    asked = of_file(lay(""), "events/ferry-attack.yaml")
    with pytest.raises(LookupError) as raised:
        asked(Rule(kind=_FIRST, check=_fails, explanation=""))
    assert raised.value.__notes__ == ["while CTX101 (first) looked at events/ferry-attack.yaml"]


_THIRD = Kind("CTX103", "third")
#: In the reverse of the order in which they can be asked; the last has no check.
_CHAIN = (
    _rule(_THIRD, after=(_SECOND, UNKNOWN_KEY)),
    _rule(_SECOND, after=(_FIRST,)),
    _rule(_FIRST),
    Rule(kind=UNKNOWN_KEY, explanation=""),
)


@pytest.mark.parametrize(
    ("selected", "kinds"),
    [
        pytest.param(_THIRD, [_FIRST, _SECOND, _THIRD], id="the last brings the others"),
        pytest.param(_SECOND, [_FIRST, _SECOND], id="the second brings the first"),
        pytest.param(_FIRST, [_FIRST], id="the first brings none"),
        pytest.param(UNKNOWN_KEY, [], id="the reader's are asked of nobody"),
    ],
)
def test_the_rules_that_a_rule_comes_after_are_asked_before_it(
    selected: Kind, kinds: list[Kind]
) -> None:
    planned = plan(_CHAIN, Selection(frozenset({selected.code})))
    assert [rule.kind for rule in planned] == kinds
