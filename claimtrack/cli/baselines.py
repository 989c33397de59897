"""The baseline of a corpus, in the file that the user or the corpus names."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click
from attrs import frozen

from claimtrack.cli.targets import absolute, shown
from claimtrack.corpus.atomic import write_file
from claimtrack.corpus.files import FileError, MissingFileError, digest_of, read_file
from claimtrack.errors import ClaimtrackError
from claimtrack.rules.accepting import accept
from claimtrack.rules.baselines import MAX_BASELINE_SIZE, Baseline, NoBaseline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.corpus.corpus import Corpus
    from claimtrack.rules.reports import Report
    from claimtrack.rules.settings import Settings

#: The option that names a baseline.
baseline_option = click.option(
    "--baseline",
    "named",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Do not report the findings in this file, and tell what of it is gone; instead of the "
    "`baseline` of the corpus's settings.",
)
#: The option that writes one.
write_baseline_option = click.option(
    "--write-baseline",
    "writes",
    is_flag=True,
    help="Put all findings into the baseline, and take out what is gone.",
)


class NoBaselineNamed(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A baseline to write, and no file for it."""

    def __init__(self, root: Path) -> None:
        super().__init__(
            f'no file is named for the baseline of "{shown(root)}": give `--baseline FILE`, or '
            "`baseline` under `check` in claimtrack.yaml"
        )


class OneBaseline(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """One baseline for several corpora."""

    def __init__(self) -> None:
        super().__init__("`--baseline` is of one corpus, and several are checked: name one of them")


class BaselineOfAChange(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A baseline to write of a check that tells only what is new."""

    def __init__(self) -> None:
        super().__init__(
            "`--write-baseline` takes in what a whole check finds: leave `--since` out"
        )


class BaselineOfAFix(ClaimtrackError):  # noqa: N818 - reads as a sentence
    """A baseline to write of what files would hold once they are mended."""

    def __init__(self) -> None:
        super().__init__(
            "`--write-baseline` takes in what is found in the files as they are: "
            "leave `--fix`, `--unsafe-fixes` and `--diff` out"
        )


@frozen(kw_only=True)
class BaselineFile:
    """The file of a baseline, as it was found."""

    #: The folder below which it lies, and its path from there.
    root: Path
    relative: str
    #: What it holds; None where it is not there.
    baseline: Baseline | None = None
    #: The digest of its bytes.
    digest: str | None = None

    @classmethod
    def of(cls, corpus: Corpus, named: Path | None) -> BaselineFile | None:
        """Find the baseline that is named, or that the settings of a corpus name; None for none.

        Raises `InvalidBaseline`, and `FileError` for a file that is not read.
        """
        given = corpus.manifest.check
        if named is not None:
            whole = absolute(named)
            return cls(root=whole.parent, relative=whole.name).read()
        if given is None or given.baseline is None:
            return None
        return cls(root=corpus.root, relative=given.baseline).read()

    @property
    def name(self) -> str:
        """The name under which it is told."""
        return shown(self.root / self.relative)

    def write(self, report: Report) -> Report:
        """Put what was found into the baseline, and return what is left to tell."""
        accepted, baseline = accept(report, self.baseline)
        with self._told():
            data = str(baseline).encode()
            write_file(self.root, self.relative, data, expected=self.digest)
        return accepted

    def read(self) -> BaselineFile:
        """Return the file with what is in it now, if it is there."""
        with self._told():
            try:
                data = read_file(self.root, self.relative, limit=MAX_BASELINE_SIZE)
            except MissingFileError:
                return self
        baseline = Baseline.parse(data, self.name)
        return attrs.evolve(self, baseline=baseline, digest=digest_of(data))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Name the file as the user does in whatever stands in its way."""
        try:
            yield
        except FileError as error:
            error.path = self.name
            raise


def with_baseline(settings: Settings, file: BaselineFile | None, *, writes: bool) -> Settings:
    """Return settings with the baseline of a file.

    Raises `NoBaseline` where it is not there and is not about to be written.
    """
    if file is None:
        return settings
    if file.baseline is None and not writes:
        raise NoBaseline(file.name)
    return attrs.evolve(settings, baseline=file.baseline)
