"""What a code host makes of a comment: which elements it shows, which words it acts on."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from attrs import define, field
from markdown_it import MarkdownIt

#: Texts that would like to be more than texts.
HOSTILE = (
    *("@octocat", "ask @org/team now", "&#64;octocat", "&commat;octocat", "a@b.example", "\\@x"),
    *("closes #12", "Fixes: org/repo#7", "GH-12", "!34", "%milestone", "~bug", "^alert#3"),
    *("resolves https://example.org/o/r/issues/1", "www.example.org", "//evil.example", "[[page]]"),
    *("2b0af12c", "5e4452754d35f019f668083029df9cc76a3d92bce4b8d1c796904c38c4eabdbe", "deadbeef"),
    *("<script>alert(1)</script>", "</details>", "</li></ul></details>", "<img src=x onerror=y>"),
    *("<!-- claimtrack diff -->", "-->", "<!--", "<![CDATA[x]]>", "<a href='javascript:x'>y</a>"),
    *("![x](https://evil.example/x.png)", "[x](https://evil.example)", "[x]: https://evil.example"),
    *(
        "| a | b |",
        "|---|---|",
        "\n\n# head",
        "\n\n- item",
        "\n\n```\ncode",
        "\n\n    code",
        "`",
        "``",
    ),
    *(":tada:", "$x$", "$$x$$", "[^1]", "[^1]: y", "- [ ] task", "> [!NOTE]", "\n\n> quote", "---"),
    *(
        "\\",
        "\\n",
        "&lt;b&gt;",
        "&amp;",
        "**b**",
        "_i_",
        "~~s~~",
        "# 5",
        "/close",
        "\r\n\r\n/close",
    ),
    *("\u200b@x", "@\u200bx", "\u202ertl", "\x00", "\x1b[31m", "\ud800", "e\u0301", "\u2028"),
)
#: What hosts look for in the words of a comment that is HTML already.
_ACTED_ON = re.compile(
    r"""
      (?<![\w`])@[\w-]                               # people
    | [\w.+-]+@[\w-]+\.\w                            # mail
    | (?<![\w&])(?:[\w./-]+)?[#]\d | \bGH-\d         # issues
    | (?<!\w)[!]\d | (?<!\w)[%~^][\w"]               # GitLab's references
    | \bhttps?:// | \bwww\.\w                        # addresses
    | \b[0-9a-f]{7,40}\b                             # commits
    | :[a-z0-9_+-]+:                                 # emoji
    | [$]                                            # formulas
    """,
    re.VERBOSE | re.IGNORECASE,
)


@define
class Seen(HTMLParser):
    """The elements and words of some HTML."""

    #: Every element that was opened, with its attributes; comments as `<!--`.
    elements: list[str] = field(factory=list)
    #: What is open where the text ends.
    open: list[str] = field(factory=list)
    #: Stretches of text, with whether they stand within `<code>`.
    texts: list[tuple[str, bool]] = field(factory=list)

    def __attrs_pre_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        told = "".join(f" {name}" if value is None else f" {name}={value}" for name, value in attrs)
        self.elements.append(tag + told)
        if tag == "br":
            self.texts.append(("\n", False))
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that must be open."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append((data, "code" in self.open))

    def handle_comment(self, data: str) -> None:
        """Note a comment."""
        self.elements.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        """Note what no comment of ours holds."""
        self.elements.append(f"<!{decl}>")

    def unknown_decl(self, data: str) -> None:
        """Note what no comment of ours holds."""
        self.elements.append(f"<![{data}]>")

    def handle_pi(self, data: str) -> None:
        """Note what no comment of ours holds."""
        self.elements.append(f"<?{data}>")


def seen(markup: str) -> Seen:
    """Return what a browser sees in HTML."""
    parser = Seen()
    parser.feed(markup)
    parser.close()
    return parser


def rendered(markdown: str) -> Seen:
    """Return what a browser sees in Markdown as GitHub writes it, with addresses linked."""
    return seen(MarkdownIt("gfm-like", {"html": True}).render(markdown))


def words_to_act_on(found: Seen) -> list[str]:
    """Return the words on which a code host would act."""
    return [
        match.group()
        for text, in_code in found.texts
        if not in_code
        for match in _ACTED_ON.finditer(text)
    ]
