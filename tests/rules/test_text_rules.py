from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pytest

from claimtrack.corpus.corpus import Corpus
from claimtrack.rules.checking import check

if TYPE_CHECKING:
    from pathlib import Path

#: Lays files over the standing corpus and loads it.
Lay: TypeAlias = Callable[[str], Corpus]

TEXTS = "CTT"


def told(corpus: Corpus, *codes: str) -> list[str]:
    return [str(finding) for finding in check(corpus, select=codes or [TEXTS]).findings]


def claim(*attributions: str) -> str:
    """Write a claim of one version with these attributions, each of them on line 7 and after."""
    items = "".join(f"      - {{{item}}}\n" for item in attributions)
    return (
        "# attack/it.yaml\nclaim: What of it?\nversions:\n  one:\n    statement: One.\n"
        f"    attributions:\n{items}"
    )


def read(keys: str, *, speaker: str = "jonas-brandt", source: str = "hostage-story") -> str:
    return f"speaker: {speaker}, stance: asserts, source: {source}, {keys}"


def source(text: str, *, name: str = "log", keys: str = "") -> str:
    """Write a source with a text."""
    digest = hashlib.sha256(f"{text}\n".encode()).hexdigest()
    return (
        f"# sources/{name}.yaml\nsource: Log\n{keys}"
        f"text: {{file: {name}.txt, sha256: '{digest}'}}\n"
        f"# texts/{name}.txt\n{text}\n"
    )


LOG = (
    "One ship.\n\nThe “pilot\u2019s” boat\u00a0—\u00a0ours!\n"
    "He said: “We saw\n\nit sink.”\nThe end."
)

FOUND = {
    "a-quote": read("at: paragraph 3, quote: nine bodies on the lower deck"),
    "a-cue": read("at: paragraph 3, cue: 'said Jonas Brandt, the captain'"),
    "an-elision": read("at: paragraph 3, quote: 'We counted […] the lower deck'"),
    "one-of-several-paragraphs": read("at: 'paragraphs 2-3, 5', quote: nine bodies"),
    "a-page-which-is-not-looked-up": read("at: page 12, quote: nine bodies"),
    "other-marks-and-spaces": read(
        'at: paragraph 2, cue: The "pilot\'s" boat - ours', source="log"
    ),
    "over-two-lines": read("at: paragraphs 3-4, quote: We saw it sink", source="log"),
    "a-quote-by-nobody-in-particular": read(
        "at: paragraph 4, quote: They knew the ship", speaker="unknown"
    ),
    "no-place": read("quote: nine bodies"),
}


@pytest.mark.parametrize("attribution", FOUND.values(), ids=FOUND.keys())
def test_words_that_stand_where_they_are_said_to_stand_pass(lay: Lay, attribution: str) -> None:
    files = source(LOG) + claim(attribution)
    assert told(lay(files), "CTT102", "CTT103", "CTT105", "CTT110") == []


ABSENT = {
    "a-quote-in-another-paragraph": (
        read("at: paragraph 4, quote: nine bodies"),
        (
            "attack/it.yaml:6:97: CTT103 the quote is not in paragraph 4 but in paragraph 3: "
            "mend `at`"
        ),
    ),
    "a-cue-in-two-other-paragraphs": (
        read("at: paragraph 5, cue: harbour office"),
        (
            "attack/it.yaml:6:95: CTT105 the cue is not in paragraph 5 but in paragraphs 2, 4: "
            "mend `at`"
        ),
    ),
    "a-quote-in-two-lines-of-which-one-is-named": (
        read("at: paragraph 3, quote: We saw it sink", source="log"),
        (
            "attack/it.yaml:6:87: CTT103 the quote is not in paragraph 3 but in paragraphs 3-4: "
            "mend `at`"
        ),
    ),
    "elisions-in-the-wrong-order": (
        read("at: paragraphs 3-4, quote: '[…] We saw […] He said'", source="log"),
        (
            "attack/it.yaml:6:90: CTT103 the quote is not in the text in this order: "
            "put its parts in the order of the text"
        ),
    ),
    "one-part-between-elisions": (
        read("at: paragraph 3, quote: 'We counted […] the lowest deck'"),
        (
            "attack/it.yaml:6:97: CTT103 the quote is not in the text; the nearest words are in "
            'paragraph 3: "the lower deck,”"; compare the two and copy what the text has'
        ),
    ),
    "part-of-a-word": (
        read("at: paragraph 3, cue: ount"),
        (
            "attack/it.yaml:6:95: CTT105 the cue is not in the text; the nearest words are in "
            'paragraph 3: "counted"; compare the two and copy what the text has'
        ),
    ),
    "another-case": (
        read("at: paragraph 3, quote: we counted nine bodies"),
        (
            "attack/it.yaml:6:97: CTT103 the quote is in paragraph 3 with other capitals: "
            'write "We counted nine bodies"'
        ),
    ),
    "another-case-in-another-place": (
        read("at: paragraph 4, cue: SAID JONAS"),
        (
            "attack/it.yaml:6:95: CTT105 the cue is in paragraph 3 with other capitals: "
            'write "said Jonas"'
        ),
    ),
    "a-letter-that-has-no-lower-case-of-its-length": (
        read("at: paragraph 1, cue: İZMIR WAS", source="log"),
        (
            "attack/it.yaml:6:85: CTT105 the cue is not in the text, nor anything like it: "
            "copy the words from the text"
        ),
    ),
    "dots-for-what-is-left-out": (
        read("at: paragraph 3, quote: We counted ... deck"),
        (
            "attack/it.yaml:6:97: CTT103 the quote is in paragraph 3 with `[…]` for its dots: "
            "write `[…]` for what is left out"
        ),
    ),
    "an-ellipsis-for-what-is-left-out": (
        read("at: paragraph 3, cue: We counted… deck"),
        (
            "attack/it.yaml:6:95: CTT105 the cue is in paragraph 3 with `[…]` for its dots: "
            "write `[…]` for what is left out"
        ),
    ),
    "dots-and-capitals": (
        read("at: paragraph 3, quote: we counted . . . DECK"),
        (
            "attack/it.yaml:6:97: CTT103 the quote is in paragraph 3 with other capitals: "
            'write "We counted […] deck"'
        ),
    ),
    "another-wording": (
        read("at: paragraph 4, quote: They knew our ship better than we did"),
        (
            "attack/it.yaml:6:97: CTT103 the quote is not in the text; the nearest words are in "
            'paragraph 4: "“They knew the ship better than we did,”"; compare the two and copy '
            "what the text has"
        ),
    ),
    "words-like-no-others": (
        read("at: paragraph 4, quote: perfectly unrelated zebras galloping"),
        (
            "attack/it.yaml:6:97: CTT103 the quote is not in the text, nor anything like it: "
            "copy the words from the text"
        ),
    ),
}


@pytest.mark.parametrize(("attribution", "line"), ABSENT.values(), ids=ABSENT.keys())
def test_words_that_are_not_there_are_told_with_where_they_are_or_the_nearest(
    lay: Lay, attribution: str, line: str
) -> None:
    assert told(lay(source(LOG) + claim(attribution)), "CTT103", "CTT105") == [line]


LONG_TEXT = {
    "where-they-should-be": (
        "paragraph 1",
        (
            "attack/it.yaml:6:85: CTT105 the cue is not in the text; the nearest words are in "
            'paragraph 1: "The first ship.\\x1b"; compare the two and copy what the text has'
        ),
    ),
    "elsewhere": (
        "paragraph 3",
        (
            "attack/it.yaml:6:85: CTT105 the cue is not in the text, which is too long to look for "
            "the nearest words: copy them from it"
        ),
    ),
}


@pytest.mark.parametrize(("at", "line"), LONG_TEXT.values(), ids=LONG_TEXT.keys())
def test_of_a_long_text_only_the_paragraphs_named_are_searched_for_what_is_near(
    lay: Lay, at: str, line: str
) -> None:
    text = f"The first ship.\x1b\n{'water ' * 40_000}\nNo land."
    assert told(
        lay(source(text) + claim(read(f"at: {at}, cue: The first shop", source="log"))), "CTT105"
    ) == [line]


def test_each_attribution_is_told_at_its_own_place_in_the_file(lay: Lay) -> None:
    files = claim(
        read("at: paragraph 4, cue: bodies", speaker="unknown"),
        read("at: paragraph 4, cue: bodies", speaker="author"),
    )
    lines = told(lay(files), "CTT105")
    assert [line.split(" ")[0] for line in lines] == [
        "attack/it.yaml:6:90:",
        "attack/it.yaml:7:89:",
    ]


BEYOND = {
    "an-attribution-with-a-quote": (
        claim(read("at: paragraph 6, quote: nine bodies")),
        (
            "attack/it.yaml:6:77: CTT102 `paragraph 6` is beyond the text, which has 5 paragraphs; "
            "the quote is in paragraph 3"
        ),
    ),
    "an-attribution-with-a-cue": (
        claim(read("at: 'paragraphs 3-4, 99', cue: bodies")),
        (
            "attack/it.yaml:6:77: CTT102 `paragraphs 3-4, 99` is beyond the text, which has 5 "
            "paragraphs; the cue is in paragraph 3"
        ),
    ),
    "words-that-are-nowhere": (
        claim(read("at: paragraph 6, cue: zebras")),
        (
            "attack/it.yaml:6:77: CTT102 `paragraph 6` is beyond the text, which has 5 paragraphs; "
            "count again and mend `at`"
        ),
    ),
    "no-words-at-all": (
        claim(read("at: paragraph 6")),
        (
            "attack/it.yaml:6:77: CTT102 `paragraph 6` is beyond the text, which has 5 paragraphs; "
            "count again and mend `at`"
        ),
    ),
    "what-was-passed-over": (
        source(
            "One line.",
            keys="passed_over: [{at: paragraph 1, reason: x}, {at: paragraph 2, reason: y}]\n",
        ),
        (
            "sources/log.yaml:2:50: CTT102 `paragraph 2` is beyond the text, which has 1 "
            "paragraph; count again and mend `at`"
        ),
    ),
}


@pytest.mark.parametrize(("files", "line"), BEYOND.values(), ids=BEYOND.keys())
def test_a_place_beyond_the_text_is_told_and_nothing_is_looked_up_there(
    lay: Lay, files: str, line: str
) -> None:
    assert told(lay(files), "CTT102", "CTT103", "CTT105", "CTT110") == [line]


WITHIN = {
    "the-last-paragraph": claim(read("at: paragraph 5, cue: ransom")),
    "a-page": claim(read("at: page 900, cue: ransom")),
    "a-source-without-a-text": "# sources/radio.yaml\nsource: Radio\n"
    + claim(read("at: paragraph 900, cue: ransom", source="radio")),
    "a-text-that-is-not-there": "# sources/radio.yaml\nsource: Radio\n"
    f"text: {{file: radio.txt, sha256: '{'0' * 64}'}}\n"
    "passed_over: [{at: paragraph 900, reason: x}]\n"
    + claim(read("at: paragraph 900, cue: ransom", source="radio")),
    "a-source-that-is-not-there": claim(read("at: paragraph 900, cue: ransom", source="radio")),
}


@pytest.mark.parametrize("files", WITHIN.values(), ids=WITHIN.keys())
def test_a_place_within_the_text_or_in_no_text_is_not_beyond_it(lay: Lay, files: str) -> None:
    assert told(lay(files), "CTT102", "CTT103", "CTT105") == []


def test_an_attribution_without_a_place_is_told_where_its_source_has_a_text(lay: Lay) -> None:
    line = (
        'attack/it.yaml:6:9: CTT101 "hostage-story" has a text: add `at` with the place, '
        "such as `at: paragraph 5`"
    )
    assert told(lay(claim(read("cue: ransom")))) == [line]


def test_an_attribution_needs_no_place_in_a_source_without_a_text(lay: Lay) -> None:
    files = "# sources/radio.yaml\nsource: Radio\n" + claim(read("cue: ransom", source="radio"))
    assert told(lay(files)) == []


def test_a_place_that_is_no_locator_is_not_told_as_missing(lay: Lay) -> None:
    found = told(lay(claim(read("at: somewhere, cue: ransom"))), "CTT101", "CTS")
    assert [line.split(" ")[1] for line in found] == ["CTS111"]


LONG = {
    "61-words": (
        "quote: " + "word " * 61,
        [
            (
                "attack/it.yaml:6:97: CTT104 the quote has 61 words, 60 are the most: shorten it, "
                "with `[…]` for what is left out"
            )
        ],
    ),
    "60-words": ("quote: " + "word " * 60, []),
    "60-words-and-elisions": ("quote: '" + "word […] " * 60 + "'", []),
    "13-words": (
        "cue: " + "word " * 13,
        [
            (
                "attack/it.yaml:6:95: CTT106 the cue has 13 words, 12 are the most: "
                "keep those that carry the statement"
            )
        ],
    ),
    "12-words": ("cue: " + "word " * 12, []),
    "12-words-and-a-dash": ("cue: " + "word - " * 12, []),
}


@pytest.mark.parametrize(("words", "lines"), LONG.values(), ids=LONG.keys())
def test_quotes_and_cues_have_limits_and_elisions_are_no_words(
    lay: Lay, words: str, lines: list[str]
) -> None:
    assert told(lay(claim(read(f"at: paragraph 3, {words}"))), "CTT104", "CTT106") == lines


@pytest.mark.parametrize("text", ["Another text.\n\nOf two lines.\n", "\n"])
def test_nothing_is_judged_by_another_text_than_the_one_that_was_read(lay: Lay, text: str) -> None:
    files = (
        claim(read("at: paragraph 99, quote: nine bodies"), read("cue: x", speaker="selm"))
        + f"# texts/hostage-story.txt\n{text}"
        + "# sources/log.yaml\nsource: Log\n"
        + f"text: {{file: hostage-story.txt, sha256: '{'0' * 64}'}}\n"
        + "passed_over: [{at: paragraph 900, reason: x}]\n"
    )
    drifted = '"hostage-story.txt" is not the text that was read, so '
    remedy = ": bring that one back, or read this one again and put its digest"
    assert told(lay(files), "CTT102", "CTT103", "CTT105", "CTT107", "CTT109", "CTT110") == [
        f"sources/hostage-story.yaml:9:11: CTT107 {drifted}"
        f"2 quotes and 3 cues of 5 attributions are not verified{remedy}",
        f"sources/log.yaml:2:41: CTT107 {drifted}nothing of it is verified{remedy}",
    ]


def test_an_empty_text_is_told_once_and_nothing_is_judged_by_it(lay: Lay) -> None:
    files = source("") + claim(read("at: paragraph 9, quote: It sank", source="log"))
    codes = ("CTT102", "CTT103", "CTT105", "CTT107", "CTT109", "CTT110")
    assert told(lay(files), *codes) == [
        'sources/log.yaml:2:14: CTT109 "log.txt" holds no text: put it there, and its digest '
        "(1 quote of 1 attribution is not verified)"
    ]


WORDLESS = {
    "a-cue": "cue: '.'",
    "a-cue-of-elisions": "cue: '[…] [...]'",
    "a-quote": "quote: '“”'",
    "a-quote-of-an-elision": "quote: '[…]'",
}


@pytest.mark.parametrize("words", WORDLESS.values(), ids=WORDLESS.keys())
@pytest.mark.parametrize("at", ["paragraph 5", "paragraph 3"])
def test_words_that_are_none_are_not_looked_up(lay: Lay, at: str, words: str) -> None:
    found = told(lay(claim(read(f"at: {at}, {words}"))))
    assert found == []


def test_a_place_beyond_is_not_looked_up_by_words_that_are_none(lay: Lay) -> None:
    assert told(lay(claim(read("at: paragraph 6, cue: '.'")))) == [
        "attack/it.yaml:6:77: CTT102 `paragraph 6` is beyond the text, which has 5 paragraphs; "
        "count again and mend `at`"
    ]


NOT_THERE = {
    "one-quote": ([read("quote: a")], "1 quote of 1 attribution is not verified"),
    "a-quote-and-two-cues": (
        [read("quote: a, cue: b"), read("cue: c", speaker="selm")],
        "1 quote and 2 cues of 2 attributions are not verified",
    ),
    "a-cue-and-an-attribution-without": (
        [read("cue: b"), read("note: c", speaker="selm")],
        "1 cue of 1 attribution is not verified",
    ),
    "nothing": ([read("note: c")], "nothing of it is verified"),
}


@pytest.mark.parametrize(("held", "said"), NOT_THERE.values(), ids=NOT_THERE.keys())
def test_a_text_that_is_not_there_is_noted_with_what_is_not_verified(
    lay: Lay, held: list[str], said: str
) -> None:
    log = f"# sources/log.yaml\nsource: Log\ntext: {{file: log.txt, sha256: '{'0' * 64}'}}\n"
    held = [item.replace("hostage-story", "log").replace("{", "") for item in held]
    line = (
        f'sources/log.yaml:2:14: CTT108 "log.txt" is in no folder of texts, so {said}; '
        "put it into a folder that the manifest's `texts` names, or pass `--texts DIR`"
    )
    report = check(lay(log + claim(*held)), select=["CTT107", "CTT108", "CTT109"])
    assert [str(finding) for finding in report.findings] == [line]
    assert [finding.severity.value for finding in report.findings] == ["note"]


def test_a_folder_that_the_user_adds_holds_the_text(lay: Lay, tmp_path: Path) -> None:
    text = "One line.\n"
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "log.txt").write_text(text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    files = f"# sources/log.yaml\nsource: Log\ntext: {{file: log.txt, sha256: '{digest}'}}\n"
    corpus = lay(files)
    assert len(told(corpus)) == 1
    assert check(corpus, select=["CTT"], texts=[tmp_path / "elsewhere"]).findings == ()


UNREADABLE = {
    "not-utf-8": "# texts/log.txt\ncaf<0xE9>\n",
    "a-folder": "# texts/log.txt/part.txt\nOne line.\n",
    "a-link": "# texts/log.txt\n<symbolic link to hostage-story.txt>\n",
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_text_that_is_there_and_cannot_be_read_is_an_error(lay: Lay, text: str) -> None:
    log = f"# sources/log.yaml\nsource: Log\ntext: {{file: log.txt, sha256: '{'0' * 64}'}}\n"
    lines = told(lay(log + text + claim(read("at: paragraph 1, cue: line", source="log"))))
    assert [line.split(" ")[:2] for line in lines] == [["sources/log.yaml:2:14:", "CTT109"]]
    assert lines[0].endswith(" (1 cue of 1 attribution is not verified)")


UNQUOTED = {
    "the-account-of-the-source": read("at: paragraph 2, quote: 7 people were killed"),
    "where-the-same-words-are-printed-without": read(
        "at: paragraph 4, quote: The gunmen came by boat"
    ),
    "nobody-in-particular": read(
        "at: paragraph 5, quote: the shipping line paid it", speaker="unknown"
    ),
}
QUOTED = {
    "in-quotation-marks": read("at: paragraph 3, quote: We counted nine bodies"),
    "the-author-speaks": read(
        "at: paragraph 5, quote: the shipping line paid it", speaker="author"
    ),
    "a-cue": read("at: paragraph 2, cue: 7 people were killed"),
    "not-there-at-all": read("at: paragraph 2, quote: 7 people were drowned"),
    "marks-that-open-in-an-earlier-line": read("at: paragraph 4, quote: it sink", source="log"),
    "a-printed-interview": read("at: paragraph 2, quote: I saw it", source="interview"),
}
INTERVIEW = source("Q: Did you see it?\nA: I saw it.", name="interview", keys="type: interview\n")


@pytest.mark.parametrize("attribution", UNQUOTED.values(), ids=UNQUOTED.keys())
def test_a_quote_that_the_source_does_not_print_as_one_is_told(lay: Lay, attribution: str) -> None:
    column = 1 + len("      - {") + attribution.index("quote: ") + len("quote: ")
    line = (
        f"attack/it.yaml:6:{column}: CTT110 the text has these words without quotation marks, "
        "as its author's own: make them the `cue`"
    )
    assert told(lay(claim(attribution)), "CTT110") == [line]


@pytest.mark.parametrize("attribution", QUOTED.values(), ids=QUOTED.keys())
def test_what_is_quoted_or_needs_no_marks_passes(lay: Lay, attribution: str) -> None:
    assert told(lay(source(LOG) + INTERVIEW + claim(attribution)), "CTT110") == []


PASSED_OVER = "passed_over: [{at: 'paragraphs 2-3, 9', reason: site navigation}]\n"
CITED = {
    "the-paragraph": ("paragraph 2", True),
    "a-range-around-it": ("paragraphs 8-10", True),
    "one-of-a-list": ("paragraphs 1, 3", True),
    "the-paragraph-between": ("paragraphs 4-8", False),
    "a-page-of-that-number": ("page 2", False),
}


@pytest.mark.parametrize(("at", "cited"), CITED.values(), ids=CITED.keys())
def test_an_attribution_at_a_paragraph_that_was_passed_over_is_told(
    lay: Lay, at: str, *, cited: bool
) -> None:
    files = f"# sources/radio.yaml\nsource: Radio\n{PASSED_OVER}" + claim(
        read(f"at: '{at}', cue: x", source="radio")
    )
    line = (
        'attack/it.yaml:6:69: CTT111 "radio" passes over paragraphs 2-3, 9 ("site navigation"): '
        "take it out of `passed_over` there, or mend `at`"
    )
    assert told(lay(files)) == ([line] if cited else [])


def test_an_attribution_without_a_place_or_a_source_cites_nothing(lay: Lay) -> None:
    files = f"# sources/radio.yaml\nsource: Radio\n{PASSED_OVER}" + claim(
        read("cue: x", source="radio"), read("at: paragraph 2, cue: x", source="television")
    )
    assert told(lay(files), "CTT111") == []
