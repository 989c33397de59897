import pytest

from claimtrack.model.locators import InvalidLocator, Locator

MEANT = {
    "paragraph 5": "para 5|para. 5|par. 5|¶ 5|¶5|Paragraph 5|paragraph five|paragraph 05|"
    "paragraphs 5|paragraphs 5, 5|paragraphs 5-5|paragraph  5| paragraph 5|paragraph 5.|"
    "paragraph #5|paragraph no. 5|paragraph: 5|5th paragraph|the 5th paragraph|"
    "paragraph \N{EXTENDED ARABIC-INDIC DIGIT FIVE}|paragraph 5\n",
    "paragraphs 3-4": "paragraph 3-4|paragraphs 3\N{EN DASH}4|paragraphs 3 - 4|paragraphs 3 to 4|"
    "paragraphs 4-3|paras 3-4|paragraphs 3 and 4|paragraph 3, 4|¶¶ 3-4",
    "paragraphs 3, 7": "paragraph 3, 7|paragraphs 3,7|paragraphs 3 & 7|paragraphs 3; 7|"
    "paragraphs 3 and 7|paragraphs 3 , 7|"
    "paragraphs 3-3, 7|paragraphs 3, and 7|paragraphs three and seven",
    "page 12": "p. 12|p 12|p12|pp. 12|pg. 12|Page 12",
    "pages 3-4, 7": "pp. 3-4, 7|p. 3-4 and 7|pages 3 to 4, 7|pages 3, 4, 7.",
    "line 3": "l. 3|ln 3|Line 3",
    "section 12": "§ 12|§12|sec. 12|sect. 12",
    "chapter 2": "ch. 2|chap. 2|chapter two",
    "figure 4": "fig. 4|Figure 4",
    "note 9": "footnote 9|endnote 9|fn. 9",
    "time 00:11:23": "00:11:23|0:11:23|time 0:11:23|timestamp 00:11:23|Time 00:11:23",
    "times 00:11:23-00:12:05": "time 00:11:23-00:12:05|00:11:23 to 00:12:05|"
    "times 0:11:23\N{EN DASH}0:12:05",
}


@pytest.mark.parametrize(
    ("text", "meant"),
    [(text, meant) for meant, texts in MEANT.items() for text in texts.split("|")],
)
def test_another_spelling_is_refused_with_ours(text: str, meant: str) -> None:
    with pytest.raises(InvalidLocator) as refusal:
        Locator.parse(text)
    assert refusal.value.suggestion == meant


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("5", id="no label"),
        pytest.param("3-4", id="no label, run"),
        pytest.param("paragraph", id="no number"),
        pytest.param("paragraphs 3-", id="no end"),
        pytest.param("paragraph 0", id="zero"),
        pytest.param("paragraph 00", id="zeros"),
        pytest.param("paragraph -5", id="negative"),
        pytest.param("paragraph 1,234", id="grouping or list"),
        pytest.param("paragraph 1,007", id="grouping with zeros"),
        pytest.param("paragraphs 1-2-3", id="two dashes"),
        pytest.param("v. 3", id="verse or volume"),
        pytest.param("n. 3", id="note or number"),
        pytest.param("page xii", id="roman"),
        pytest.param("section 3.2", id="dotted"),
        pytest.param("chapter 3, page 4", id="two labels"),
        pytest.param("volume 3", id="of the source"),
        pytest.param("11:23", id="minutes or hours"),
        pytest.param("time 00:61:00", id="minutes"),
        pytest.param("time 00:11:23.5", id="fraction"),
        pytest.param("times 00:12:05-00:11:23", id="backwards in time"),
    ],
)
def test_what_has_two_readings_or_none_is_refused_without_ours(text: str) -> None:
    with pytest.raises(InvalidLocator) as refusal:
        Locator.parse(text)
    assert refusal.value.suggestion is None
