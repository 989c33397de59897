"""The schemas: valid, telling, and never stricter than a check."""

from __future__ import annotations

import functools
import itertools
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from claimtrack.corpus.corpus import load
from claimtrack.corpus.folder import MANIFEST, identify
from claimtrack.exchange.editors import schema_text
from claimtrack.exchange.jsonschema import KINDS, json_schema
from claimtrack.exchange.known import Known
from claimtrack.exchange.meanings import meanings_of, summary_of
from claimtrack.exchange.scalarschemas import scalar_schema
from claimtrack.findings import Severity
from claimtrack.model.records import kind_of
from claimtrack.rules.checking import check
from claimtrack.rules.registry import RULES
from claimtrack.rules.settings import Settings
from claimtrack.text.compose import compose
from claimtrack.text.convert import to_data
from claimtrack.text.format import write
from claimtrack.text.nodes import Mapping, data_of
from claimtrack.text.read import read
from claimtrack.text.salvage import salvage
from claimtrack.text.schema import Form, shape_of
from tests.exchange.typing import READERS, bare, typed
from tests.rules.test_examples import examples_of
from tests.strategies import mutated, records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.model.records import Record
    from claimtrack.rules.base import Rule
    from claimtrack.text.nodes import Data
    from claimtrack.text.schema import FileKind, Shape
    from tests.rules.conftest import Lay

CLAIMS = Path(__file__).parent.parent.parent / "claims"
STANDING = Path(__file__).parent.parent / "rules" / "standing"
FILES = [path.read_bytes() for path in sorted(STANDING.rglob("*.yaml"))]
TYPES = pytest.mark.parametrize("reader", READERS, ids=["texts", "yaml-1.2", "yaml-1.1"])


@functools.cache
def validator(kind: FileKind | None) -> Draft7Validator:
    return Draft7Validator(json_schema(kind))


@functools.cache
def known() -> Known:
    return Known.of(load(CLAIMS))


def problems(kind: FileKind | None, data: Any, *, ids: Known | None = None) -> list[str]:
    judge = Draft7Validator(json_schema(kind, known=ids)) if ids else validator(kind)
    return sorted("/".join(map(str, error.absolute_path)) for error in judge.iter_errors(data))


def shapes() -> Iterator[Shape]:
    waiting: list[Shape] = [shape_of(kind) for kind in KINDS]
    while waiting:
        shape = waiting.pop()
        yield shape
        waiting += [item.shape for item in shape.fields if item.shape]


@pytest.mark.parametrize("kind", [*KINDS, None])
@pytest.mark.parametrize("ids", [None, known()], ids=["any-ids", "known-ids"])
def test_every_schema_is_valid_and_always_the_same(
    kind: FileKind | None, ids: Known | None
) -> None:
    schema = json_schema(kind, known=ids)
    Draft7Validator.check_schema(schema)
    assert schema_text(schema) == schema_text(json_schema(kind, known=ids))
    assert schema_text(schema).isascii()


def test_every_definition_is_used_and_every_reference_defined() -> None:
    for kind, ids in itertools.product([*KINDS, None], [None, known()]):
        text = schema_text(json_schema(kind, known=ids))
        used = set(re.findall(r'"#/definitions/([a-z-]+)"', text))
        defined = set(json_schema(kind, known=ids)["definitions"])  # type: ignore[arg-type]  # a mapping
        assert used <= defined <= {*used, "nothing"}


def test_every_key_and_every_mapping_has_a_meaning() -> None:
    for shape in shapes():
        assert summary_of(shape.cls).endswith(".")
        for item in shape.fields:
            assert meanings_of(shape.cls)[item.attribute].endswith("."), (shape.name, item.key)


def test_every_form_of_scalar_has_a_schema() -> None:
    for form in set(get_args(Form)) - {"word", "value", "shape"}:
        for required in (True, False):
            Draft7Validator.check_schema(scalar_schema(form, required=required))


@given(records())
def test_what_is_written_is_accepted(record: Record) -> None:
    root = compose(write(to_data(record), kind_of(record))).root
    assert root
    for reader in READERS:
        for kind in (kind_of(record), None):
            assert problems(kind, typed(root, reader)) == []


#: Values that fit a field now and then, and are typed in all ways.
ODD: list[Data] = [
    *("null", "~", "true", "no", "on", "7", "0", "-3", "2.50", "1e3"),
    *("0x1F", "0o17", "1_000", "1:30", ".inf", "A", "a/b", "a/b#c", "nul", "a\n", "é", ".", "a/.."),
    *(
        "2024",
        "2024",
        "0044",
        "../2020",
        "[..2020]",
        "Y170000002",
        "-2024-XX",
        "{2018,2019..2020}",
        "1984-06/2004-08?",
    ),
    *("hebrew:5784-05", "2024-07-31T02:00+03:30", "31.7.2024", "2024-02-30", "paragraphs 3-4, 7"),
    *("times 00:00:01-00:00:09, 01:00:00", "about half a dozen", "5 to 7 %", "-0", "1st", "dozens"),
    *("zh-Hant-TW", "x-private", "en-x-a", "de-1996", "en-a-bbb-x-a", "http://a", "https://é/?q#f"),
    *("0" * 64, "1" * 20 + "e" + "2" * 43, "sha256:" + "0" * 64, "x" * 200, "x" * 201, "quantity"),
    *("", "speaker", "author"),
    [],
    [""],
    ["a", "b"],
    [{"speaker": "a"}, "b"],
    {},
    {"a": ""},
    {"speaker": "a", "date": ""},
]


MANIFEST_TEXT = """\
claimtrack: 1
texts: [texts]
limits: {size: 1000}
check:
  select: [CTT]
  per_path: {"sources/*": [CTT108]}
  severity: {CTT108: note}
  fail_on: warning
  suppressions: {allow: [CTT]}
"""


@st.composite
def altered(draw: st.DrawFn) -> tuple[FileKind, dict[str, Data]]:
    """The data of a file with odd values, and odd keys, in a few places."""
    record = draw(st.one_of(records(), st.none()))
    kind: FileKind = kind_of(record) if record else "manifest"
    root = compose(write(to_data(record), kind_of(record)) if record else MANIFEST_TEXT).root
    assert isinstance(root, Mapping)
    data = cast("dict[str, Data]", data_of(root))
    for _ in range(draw(st.integers(1, 3))):
        _alter(draw, data, shape_of(kind))
    return kind, data


def _alter(draw: st.DrawFn, data: dict[str, Data], shape: Shape) -> None:
    item = draw(st.sampled_from(shape.fields))
    value = data.get(item.key)
    if item.shape and value and draw(st.integers(0, 3)):
        inner = value
        if item.arity == "map" and isinstance(inner, dict) and inner:
            inner = inner[draw(st.sampled_from(sorted(inner)))]
        elif isinstance(inner, list):
            inner = draw(st.sampled_from(inner))
        if isinstance(inner, dict):
            _alter(draw, inner, item.shape)
            return
    if draw(st.integers(0, 9)):
        data[item.key] = draw(st.sampled_from(ODD))
    elif draw(st.booleans()):
        data.pop(item.key, None)
    else:
        data["odd"] = draw(st.sampled_from(ODD))


@given(altered())
def test_what_is_refused_a_check_refuses(given_: tuple[FileKind, dict[str, Data]]) -> None:
    kind, data = given_
    if not salvage(data, kind, "odd").faults:
        for reader in READERS:
            assert problems(kind, bare(data, reader)) == []
            assert problems(None, bare(data, reader)) == []


@given(mutated(FILES))
def test_what_is_refused_of_a_damaged_file_a_check_refuses(damaged: bytes) -> None:
    for kind in KINDS:
        document = read(damaged, kind=kind, id="odd")
        if not document.faults:
            root = compose(damaged.decode()).root
            assert root
            for reader in READERS:
                assert problems(kind, typed(root, reader)) == []


@TYPES
def test_the_whole_corpus_is_accepted(reader: Any) -> None:
    judges = {kind: Draft7Validator(json_schema(kind, known=known())) for kind in KINDS}
    judge = Draft7Validator(json_schema(known=known()))
    for number, path in enumerate(sorted(CLAIMS.rglob("*.yaml"))):
        name = path.relative_to(CLAIMS).as_posix()
        root = compose(path.read_text(encoding="utf-8")).root
        assert root
        data = typed(root, reader)
        kind = "manifest" if name == MANIFEST else identify(name)[0]
        assert not list(judges[kind].iter_errors(data)), path
        if number % 10 == 0:
            assert not list(judge.iter_errors(data)), path


#: The examples that consist of files as they are written there.
PLAIN = [rule for rule in RULES if not re.search(r"<[Usn0]", rule.explanation)]


@pytest.mark.parametrize("title", ["Bad", "Good"])
@pytest.mark.parametrize("rule", PLAIN, ids=lambda rule: rule.kind.code)
def test_of_an_example_only_what_a_check_refuses_is_refused(
    rule: Rule, title: str, lay: Lay
) -> None:
    corpus = lay(examples_of(rule)[title].files)
    ids = Known.of(corpus)
    found = check(corpus, settings=Settings.of(corpus.manifest)).findings
    wrong = {item.filename for item in found if item.severity is Severity.ERROR}
    for file in corpus.files:
        text = (corpus.root / file.found.path).read_text(encoding="utf-8")
        root = compose(text).root
        if root is None or file.found.path in wrong:
            continue
        for reader in READERS:
            assert problems(file.found.kind, typed(root, reader), ids=ids) == []


TOLL = """\
claim: How many people died?
answer: quantity
versions:
  seven:
    statement: Seven died.
    value: 7
    attributions:
      - speaker: harbour-office
        stance: asserts
        citing: [selm]
        source: hostage-story
        at: paragraph 5
"""


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("claim: How many people died?", 'claim: ""', "claim"),
        ("answer: quantity", "answr: quantity", ""),
        ("answer: quantity", "answer: number", "answer"),
        ("answer: quantity", "answer: [quantity]", "answer"),
        ("answer: quantity", "answer: {quantity: 1}", "answer"),
        ("answer: quantity", "unit: [people]", "unit"),
        ("answer: quantity", "subjects: selm", "subjects"),
        ("value: 7", "value: a handful", "versions/seven/value"),
        ("value: 7", "value: [selm]", "versions/seven/value"),
        ("    statement: Seven died.\n", "", "versions/seven"),
        ("  seven:", "  Seven:", "versions"),
        ("stance: asserts", "stance: assert", "versions/seven/attributions/0/stance"),
        ("stance: asserts", "stance: 1", "versions/seven/attributions/0/stance"),
        ("[selm]", "[Selm]", "versions/seven/attributions/0/citing/0"),
        ("[selm]", "selm", "versions/seven/attributions/0/citing"),
        ("[selm]", "[salm]", "versions/seven/attributions/0/citing/0"),
        ("harbour-office", "harbour-ofice", "versions/seven/attributions/0/speaker"),
        ("hostage-story", "author", "versions/seven/attributions/0/source"),
        ("at: paragraph 5", "at: p. 5", "versions/seven/attributions/0/at"),
        ("at: paragraph 5", "said: 31.7.2024", "versions/seven/attributions/0/said"),
        ("at: paragraph 5", "said: July 2024", "versions/seven/attributions/0/said"),
        ("at: paragraph 5", "credibility: 7", "versions/seven/attributions/0/credibility"),
        ("at: paragraph 5", "page: 5", "versions/seven/attributions/0"),
        ("    value: 7", "    relative_to: attack/toll#ten", "versions/seven/relative_to"),
        ("answer: quantity", "event: attack", "event"),
        ("answer: quantity", "exclusive: maybe", "exclusive"),
        ("answer: quantity", "answer: boolean", "versions/seven/value"),
        ("value: 7", "value: at least 7", None),
        ("speaker: harbour-office", "speaker: unknown", None),
        ("value: 7", "relative_to: attack/toll#nine", None),
        ("value: 7", "value:", None),
    ],
)
def test_a_schema_tells_where_a_file_is_wrong(
    lay: Lay, old: str, new: str, where: str | None
) -> None:
    root = compose(TOLL.replace(old, new)).root
    assert root
    ids = Known.of(lay(""))
    for reader in READERS:
        for kind in (KINDS[0], None):
            found = problems(kind, typed(root, reader), ids=ids)
            assert found == ([] if where is None else [where]), reader


def test_a_file_of_no_kind_is_refused() -> None:
    assert problems(None, {"kind": "person"}) == [""]
    assert set(problems(None, "text")) == {""}


def test_of_a_claim_that_was_read_in_part_any_version_may_be_named(lay: Lay) -> None:
    corpus = lay(
        "# attack/ransom.yaml\nclaim: Was one paid?\nanswr: text\nversions: {a: {statement: b}}\n"
    )
    ids = Known.of(corpus)
    assert ids.open_claims == ("attack/ransom",)
    event = {"event": "Attack", "dated_by": ["attack/ransom#b", "attack/toll#b", "attack/x#b"]}
    assert problems("event", event, ids=ids) == ["dated_by/1", "dated_by/2"]
