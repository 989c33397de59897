"""Imports point down only, optional libraries stay in their place, and start-up stays light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import claimtrack

ROOT = Path(claimtrack.__file__).parent
#: From the top down; those in one row never import each other.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("rules", "exchange", "report"),
    ("changes",),
    ("analysis",),
    ("corpus",),
    ("text",),
    ("model",),
    ("findings",),
    ("errors", "quoting"),
)
RANKS = {name: rank for rank, row in enumerate(LAYERS) for name in row}
#: What only some layers may import.
KEPT = {"ruamel": {"text"}, "cattrs": {"text"}, "click": {"cli"}, "rich": {"cli", "report"}}
#: What touches disk: these modules but for what is harmless in them, and these methods.
DISK_MODULES = {"os", "shutil", "tempfile", "glob", "subprocess", "fileinput", "linecache"}
HARMLESS = {"PathLike", "fspath"}
DISK_CALLS = {
    *("open", "resolve", "exists", "is_file", "is_dir", "is_symlink", "is_mount", "stat", "lstat"),
    *("iterdir", "glob", "rglob", "read_text", "read_bytes", "write_text", "write_bytes", "unlink"),
    *("mkdir", "rmdir", "touch", "chmod", "readlink", "samefile", "expanduser", "cwd", "home"),
    *("symlink_to", "hardlink_to", "lexists", "getcwd"),
}
#: What prints, reads argv or the environment, or exits.
TERMINAL = {
    *("print", "input", "exit", "quit", "sys.stdout", "sys.stderr", "sys.stdin", "sys.argv"),
    *("sys.exit", "os.environ", "os.getenv", "os._exit", "os.get_terminal_size"),
}
#: What hands its surroundings on to another program, without looking at them.
HANDS_ON = {"corpus/gitprocess.py": {"os.environ"}}
MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def layer(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").parts[0]


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            found.add(node.module or "")
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    for name in imports(path):
        top, *rest = name.split(".")
        if top == "claimtrack" and rest and rest[0] in RANKS and rest[0] != layer(path):
            assert RANKS[rest[0]] > RANKS[layer(path)], f"{name} is not below"
        assert layer(path) in KEPT.get(top, {layer(path)}), f"{name} belongs elsewhere"


def used(code: str) -> set[str]:
    """Return what some code looks up: plain names, attributes, and those of modules in full."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Name(id=name):
                found.add(name)
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                found |= {f".{name}", f"{owner}.{name}"}
            case ast.Attribute(attr=name):
                found.add(f".{name}")
            case ast.ImportFrom(module=module, names=names):
                found |= {f"{module}.{name.name}" for name in names}
    return found


def on_disk(code: str) -> set[str]:
    """Return what in some code touches disk."""
    return {
        name
        for name in used(code)
        if name == "open"
        or (name.startswith(".") and name[1:] in DISK_CALLS)
        or (name.partition(".")[0] in DISK_MODULES and name.rpartition(".")[2] not in HARMLESS)
    } - DISK_MODULES


TOUCHES = [
    *("open(path)", "path.open()", "path.read_text()", "(a / b).resolve()", "os.path.lexists(p)"),
    *("from shutil import rmtree", "import os; os.unlink(p)", "Path.cwd()", "os.path.normpath(p)"),
]
TOUCHES_NOT = ["import os; x: os.PathLike[str]", "os.fspath(p)", "Path(p) / q", "p.as_posix()"]
PRINTS = ["print(1)", "sys.stdout.write(x)", "from sys import argv", "os.environ[k]"]


@pytest.mark.parametrize("code", TOUCHES)
def test_what_touches_disk_is_seen(code: str) -> None:
    assert on_disk(code)


@pytest.mark.parametrize("code", TOUCHES_NOT)
def test_what_leaves_the_disk_alone_is_not_told(code: str) -> None:
    assert not on_disk(code)


@pytest.mark.parametrize("code", PRINTS)
def test_what_prints_is_seen(code: str) -> None:
    assert used(code) & TERMINAL


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_corpus_touches_disk_and_only_cli_the_terminal(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    if layer(path) not in {"corpus", "cli"}:
        assert not on_disk(code)
    if layer(path) not in {"cli", "__main__"}:
        assert not used(code) & TERMINAL - HANDS_ON.get(path.relative_to(ROOT).as_posix(), set())


def test_every_module_has_its_layer() -> None:
    assert {layer(path) for path in MODULES} <= RANKS.keys()


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], ["attrs", "cattrs", "ruamel.yaml", "rich", "hypothesis"]),
        (["--version"], ["attrs", "cattrs", "ruamel.yaml", "rich"]),
    ],
    ids=["help", "version"],
)
def test_nothing_is_imported_before_it_is_needed(arguments: list[str], unwanted: list[str]) -> None:
    code = (
        "import runpy, sys\n"
        f"sys.argv = ['claimtrack', *{arguments!r}]\n"
        "try:\n    runpy.run_module('claimtrack', run_name='__main__')\n"
        "except SystemExit:\n    pass\n"
        f"print([name for name in {unwanted!r} if name in sys.modules], file=sys.stderr)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stderr.strip() == "[]"


def test_the_reference_reader_is_not_imported_for_files_that_the_fast_one_reads() -> None:
    code = (
        "import sys, claimtrack\n"
        "from claimtrack.text.read import read\n"
        "read(b'speaker: A\\nkind: group\\n', kind='speaker', id='a')\n"
        "print([name for name in sys.modules if name.startswith('ruamel')])\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_every_exported_name_is_there() -> None:
    for name in claimtrack.__all__:
        assert getattr(claimtrack, name).__doc__
    assert dir(claimtrack) == claimtrack.__all__
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        claimtrack.nothing  # noqa: B018 - shown not to be there
