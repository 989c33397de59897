"""A text to its nodes, its comments and what is wrong with its YAML."""

from __future__ import annotations

from attrs import field, frozen

from claimtrack.findings import Fault
from claimtrack.text.attachment import attach
from claimtrack.text.comments import Comments
from claimtrack.text.fastnodes import nodes_of
from claimtrack.text.limits import DEFAULT_LIMITS, Limits
from claimtrack.text.nodes import Node, Scalar


@frozen
class Composed:
    """The nodes and comments of a text, and what is wrong with it as characters and YAML.

    `root` is None where the text is no YAML document within the limits.
    """

    root: Node | None
    comments: Comments = field(factory=Comments)
    faults: tuple[Fault, ...] = ()
    #: Every scalar in the order of the text, also those of parts that are left out.
    scalars: tuple[Scalar, ...] = field(default=(), eq=False, repr=False)


def compose(text: str, limits: Limits = DEFAULT_LIMITS, *, beginning: str = "claim:") -> Composed:
    r"""Read a text as YAML in which every scalar is a text; never raises.

    Of a key that stands twice the first stands; merge keys and keys that are no texts are left out,
    aliases are empty texts. The `beginning` is what is told to one who wrote no key.

    >>> from claimtrack.text.nodes import data_of
    >>> data_of(compose("claim: no\nunit: 012").root)
    {'claim': 'no', 'unit': '012'}
    >>> [fault.message for fault in compose("claim: a\nclaim: b").faults]
    ['the key `claim` stands on line 1 already: keep one of them']
    """
    certain = nodes_of(text, limits)
    if certain is None:
        from claimtrack.text.reference import reference  # noqa: PLC0415 - slow to import, and seldom needed

        return reference(text, limits, beginning=beginning)
    root, scalars = certain
    comments = attach(text, root, scalars) if "#" in text else Comments()
    return Composed(root, comments, scalars=scalars)
