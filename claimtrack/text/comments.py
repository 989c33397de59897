"""The comments of a document and the nodes they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from attrs import field, frozen

from claimtrack.findings import KeyPath


@frozen(kw_only=True)
class Comments:
    """The comments of one document, each with its `#`, by the way to their node in file order.

    A node is named by its key path: the path of a mapping's entry ends in the key, that of a
    sequence's item in its index.
    """

    #: Those above the first key: the record's own.
    header: tuple[str, ...] = ()
    #: Those on lines of their own above their node.
    above: Mapping[KeyPath, tuple[str, ...]] = field(factory=dict)
    #: Those at the end of a line of their node.
    beside: Mapping[KeyPath, tuple[str, ...]] = field(factory=dict)
    #: Those on lines of their own below their node, before a dedent or the end of the text.
    below: Mapping[KeyPath, tuple[str, ...]] = field(factory=dict)

    @property
    def words(self) -> Counter[str]:
        """How often each word stands in them, wherever that is."""
        groups = (self.above, self.beside, self.below)
        attached = (text for group in groups for each in group.values() for text in each)
        return Counter(word for text in (*self.header, *attached) for word in text.split())
