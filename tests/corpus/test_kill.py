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
from claimtrack.corpus.atomic import TEMPORARY, remove_file, write_file
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
        for name in moved:
            write_file(root, name, content(number), expected=None)

for name in names:
    write_file(root, name, content(0), expected=None)
known = {"a.yaml", "b.yaml", "c.yaml", "new.yaml"}
leftovers = changes = 0
seen = {}
for kill in range(10 * kills):
    if kill >= kills and leftovers and changes > 20:
        break
    pid = os.fork()
    if not pid:
        child()
    time.sleep(random.uniform(0.001, 0.03 if kill < kills else 0.3))
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


#: Renames a speaker back and forth, in children that an alarm kills while they rename, and
#: finishes what the kill cut off.
RENAMING = """
import os, random, signal, sys, time
from pathlib import Path
from claimtrack.corpus.corpus import load

root, kills = Path(sys.argv[1]), int(sys.argv[2])
halfway = 0

def there(corpus):
    return [name for name in ("zoe", "zoe-zwart") if name in corpus.speakers]

def other(name):
    return "zoe" if name == "zoe-zwart" else "zoe-zwart"

def rename(within=None):
    corpus = load(root)
    (old,) = there(corpus)
    start = time.perf_counter()
    if within:
        signal.setitimer(signal.ITIMER_REAL, random.uniform(0.0001, within))
    corpus.rename(corpus.speakers[old], other(old))
    return time.perf_counter() - start

within = 1.5 * sorted(rename() for _ in range(5))[2]
kill = 0
while kill < kills or (not halfway and kill < 20 * kills):
    kill += 1
    pid = os.fork()
    if not pid:
        rename(within)
        os._exit(0)
    os.waitpid(pid, 0)
    corpus = load(root)
    if corpus.findings:
        sys.exit(str(corpus.findings))
    names = there(corpus)
    for said in corpus.attributions():
        speaker = said.attribution.speaker
        if speaker.startswith("zoe") and speaker not in names:
            sys.exit(f"{speaker} is referred to and gone")
    if len(names) == 2:
        halfway += 1
        used = [name for name in names if corpus.attributions(speaker=name)]
        old = used[0] if len(used) == 1 else names[0]
        corpus.rename(corpus.speakers[old], other(old))
        if there(load(root)) != [other(old)]:
            sys.exit("the same call did not finish the work")
print(halfway)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked writer")
def test_a_renaming_that_was_killed_loses_nothing_and_can_be_finished(root: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", RENAMING, str(root), "60"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > 0, "no kill hit a renaming half-way, so nothing was shown"


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
