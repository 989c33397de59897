"""A writer killed at any moment leaves every file either old or new."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.corpus.atomic import TEMPORARY, write_file
from claimtrack.corpus.files import digest_of

#: Writes files over and over in a child that it kills, and looks at them after each kill.
TORMENT = """
import os, random, signal, sys, time
from pathlib import Path
from claimtrack.corpus.atomic import TEMPORARY, remove_file, rename_file, write_file
from claimtrack.corpus.files import digest_of, read_file

root, kills = Path(sys.argv[1]), int(sys.argv[2])
names = ["a.yaml", "topic/b.yaml", "topic/deep/c.yaml"]
moved = ["new.yaml", "topic/new.yaml"]

def content(number):
    return f"{number:08}\\n".encode() * 20_000

def is_whole(data):
    return len(data) == 180_000 and data == data[:9] * 20_000

def child():
    number = 0
    while True:
        number += 1
        for name in names:
            old = read_file(root, name, limit=1 << 20)
            write_file(root, name, content(number), expected=digest_of(old))
        for name in moved:
            if (root / name).exists():
                old = read_file(root, name, limit=1 << 20)
                remove_file(root, name, expected=digest_of(old))
        write_file(root, moved[0], content(number), expected=None)
        rename_file(root, *moved, expected=digest_of(content(number)))

for name in names:
    write_file(root, name, content(0), expected=None)
known = {"a.yaml", "b.yaml", "c.yaml", "new.yaml"}
leftovers = changes = 0
seen = {}
for kill in range(kills):
    pid = os.fork()
    if not pid:
        child()
    time.sleep(random.uniform(0.001, 0.03))
    if os.waitpid(pid, os.WNOHANG) != (0, 0):
        sys.exit("the writer gave up")
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    for name in names:
        data = (root / name).read_bytes()
        if not is_whole(data):
            sys.exit(f"{name} is neither old nor new: {len(data)} bytes")
        changes += seen.get(name) != data[:9]
        seen[name] = data[:9]
    for name in moved:
        if (root / name).exists() and not is_whole((root / name).read_bytes()):
            sys.exit(f"{name} is neither absent nor new")
    files = [path.name for path in root.rglob("*") if path.is_file()]
    strange = [n for n in files if n.endswith(".yaml") and n not in known]
    if strange:
        sys.exit(f"{strange} would be taken for records")
    leftovers += any(name.startswith(TEMPORARY[0]) for name in files)
print(leftovers, changes)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked writer")
def test_every_file_is_old_or_new_after_each_of_a_hundred_kills(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", TORMENT, str(tmp_path), "120"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    leftovers, changes = map(int, run.stdout.split())
    assert leftovers > 0, "no kill hit a write half-way, so nothing was shown"
    assert changes > 20, "the writer hardly wrote"


def test_the_next_write_removes_what_a_killed_one_left(tmp_path: Path) -> None:
    write_file(tmp_path, "topic/a.yaml", b"old", expected=None)
    begin, end = TEMPORARY
    left = tmp_path / "topic" / f"{begin}0123{end}"
    left.write_bytes(b"half of a fi")
    write_file(tmp_path, "topic/a.yaml", b"new", expected=digest_of(b"old"))
    assert [path.name for path in (tmp_path / "topic").iterdir()] == ["a.yaml"]


@pytest.mark.parametrize("name", [".claimtrack-notes", "draft.tmp", ".hidden"])
def test_the_next_write_leaves_other_files_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    write_file(tmp_path, "a.yaml", b"new", expected=None)
    assert (tmp_path / name).read_bytes() == b"mine"
