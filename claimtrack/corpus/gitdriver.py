"""What git is told about records: how to merge them, show them, and head the hunks of a diff."""

from __future__ import annotations

#: The shell command with which git merges three files, which must put the result into `%A`. Unless
#: claimtrack itself says how it went, whether it is missing, too old or stopped half-way, git
#: merges the lines: exit codes do not tell, since a program that crashes ends with 1, as one that
#: finds a conflict does. A label that an older git does not know stays as it is written here.
DRIVER = (
    "case $(command -v claimtrack >/dev/null && claimtrack merge --driver "
    "--path=%P --marker-size=%L "
    '--style="$(git config merge.conflictStyle)" '
    "--ours-label=%X --base-label=%S --theirs-label=%Y -- %O %A %B) "
    "in clean) exit 0;; conflict) exit 1;; esac; "
    "echo claimtrack did not merge %P: git merges its lines >&2; "
    "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B"
)
#: The shell command with which git makes a file comparable; one that is no record stays as it is.
TEXTCONV = 'show() { claimtrack format - <"$1" 2>/dev/null || cat "$1"; }; show'
#: What heads a hunk: the version that it lies in, else the first line, else the list.
HEADING = r"""^  "?([a-z][a-z0-9-]*)"?:( +#.*)?$
^((claim|source|speaker|event): .*)$
^(related|assessments|reviews|roles|archived|passed_over|aliases|note):.*$"""
#: Every setting, in the order in which they are told.
SETTINGS = {
    "merge.claimtrack.name": "three-way merge of claims",
    "merge.claimtrack.driver": DRIVER,
    "diff.claimtrack.textconv": TEXTCONV,
    "diff.claimtrack.xfuncname": HEADING,
}
