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
    ("rules", "changes", "exchange", "report"),
    ("analysis",),
    ("corpus",),
    ("text",),
    ("model",),
    ("findings",),
    ("errors",),
)
RANKS = {name: rank for rank, row in enumerate(LAYERS) for name in row}
#: What only some layers may import.
KEPT = {"ruamel": {"text"}, "cattrs": {"text"}, "click": {"cli"}, "rich": {"cli", "report"}}
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


def test_every_exported_name_is_there() -> None:
    for name in claimtrack.__all__:
        assert getattr(claimtrack, name).__doc__
    assert dir(claimtrack) == claimtrack.__all__
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        claimtrack.nothing  # noqa: B018 - shown not to be there
