"""Whether a text is in canonical layout, as far as that is seen without reading its comments."""

from __future__ import annotations

import re

from claimtrack.model.normalform import nfc
from claimtrack.text.arrange import arrange
from claimtrack.text.comments import Comments
from claimtrack.text.emit import page_text
from claimtrack.text.fast import plain_data

#: The comments on the record, with the blank line below them.
_HEADER = re.compile(r"\A(?:#[^\n]*\n)++\n(?=[^\s#])")
#: A comment above a key or a dash below the first one, as far to the right as that.
_ABOVE = re.compile(r"(?<=\n)( *+)#[^\n]*+\n(?=(?:\1#[^\n]*+\n)*+\1[^\s#])")
#: A comment behind a key, or behind its value on the same line.
_BESIDE = re.compile(
    r"^( *+(?:- )?[\w-]++:(?: [^\s\"'#](?:[^\n#]*[^\s#])?)?) #[^\n]*$", re.MULTILINE
)
_SPACE_AT_END = re.compile(r"[^\S\n]$", re.MULTILINE)


def is_canonical(text: str) -> bool:
    r"""Tell whether a text surely is in canonical layout.

    Comments are seen where most of them stand: above the record, a key or an item, and behind a
    key or its value. Of a text that has others nothing is sure.

    >>> is_canonical("speaker: Hamas\nkind: group # of people\n")
    True
    >>> is_canonical("kind: group\nspeaker: Hamas\n")
    False
    """
    data = plain_data(text.encode("utf-8", "surrogatepass"))
    if data is None:
        return False
    canonical = page_text(arrange(data, Comments()))
    if canonical == text or "#" not in text:
        return canonical == text
    bare = _BESIDE.sub(r"\1", _ABOVE.sub("", _HEADER.sub("", text)))
    return (
        canonical == bare
        and not _SPACE_AT_END.search(text)
        and nfc(text) == text
        and plain_data(bare.encode()) == data
    )
