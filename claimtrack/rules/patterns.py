"""Patterns of paths: which files of a corpus the settings mean."""

from __future__ import annotations

from fnmatch import fnmatchcase


def covers(pattern: str, path: str) -> bool:
    """Tell whether a pattern means a file, or a folder that the file lies in.

    Both count from the root. `*`, `?` and `[…]` stand for characters of one name, `**` for any
    number of folders.

    >>> covers("sources", "sources/a.yaml"), covers("sources/*.yaml", "sources/old/a.yaml")
    (True, False)
    >>> covers("**/a.yaml", "a.yaml"), covers("sources/**/a.yaml", "sources/old/a.yaml")
    (True, True)
    """
    names = path.split("/")
    # How many names of the path what was looked at of the pattern may stand for.
    reached = {0}
    for part in pattern.split("/"):
        if part == "**":
            reached = set(range(min(reached), len(names) + 1))
        else:
            reached = {
                count + 1
                for count in reached
                if count < len(names) and fnmatchcase(names[count], part)
            }
        if not reached:
            return False
    return True
