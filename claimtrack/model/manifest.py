"""The manifest of a corpus: what marks its root and holds its settings."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from claimtrack.model.ids import Count, FileName, LanguageTag
from claimtrack.model.ordering import in_order, no_text


@frozen(kw_only=True)
class LimitSettings:
    """Limits of a file, which may only be lower than the built-in ones."""

    #: Bytes a file.
    size: Count | None = None
    #: Nodes a file.
    nodes: Count | None = None
    #: How deep mappings and lists may nest.
    depth: Count | None = None


@frozen(kw_only=True)
class Manifest:
    """The settings of a corpus, from `claimtrack.yaml` at its root."""

    #: The version of the file format.
    format: Literal["1"] = field(metadata={"key": "claimtrack"})
    title: str | None = None
    language: LanguageTag | None = None
    #: Folders, relative to the manifest, where the full texts of sources may be found.
    texts: tuple[FileName, ...] = field(default=(), validator=no_text)
    #: Names in the texts that need no record of their own, such as places and weapons that are only
    #: mentioned: `claimtrack names` takes them for accounted for.
    other_names: tuple[str, ...] = field(default=(), converter=in_order)
    limits: LimitSettings | None = None
