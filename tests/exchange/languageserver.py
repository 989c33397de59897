"""The YAML language server that editors run, asked as an editor asks it: over its standard input."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import TracebackType

_SETTINGS = {
    "yaml": {
        "validate": True,
        "completion": True,
        "hover": True,
        "schemaStore": {"enable": False},
        "schemas": {},
    },
    "http": {},
    "editor": {},
    "files": {},
}


class LanguageServer:
    """A running language server with a folder open in it."""

    def __init__(self, program: str, folder: Path, schemas: dict[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [program, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._settings = {**_SETTINGS, "yaml": {**_SETTINGS["yaml"], "schemas": schemas or {}}}
        self._last = 0
        self._told: dict[str, list[dict[str, Any]]] = {}
        around = {"workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name}]}
        able = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["plaintext"]}},
                "publishDiagnostics": {},
            },
        }
        self.ask(
            "initialize",
            {"processId": None, "rootUri": folder.as_uri(), "capabilities": able, **around},
        )
        self._send("initialized", {})
        self._send("workspace/didChangeConfiguration", {"settings": self._settings})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        with self._process as process:
            process.kill()

    def open(self, texts: Mapping[Path, str]) -> dict[Path, list[dict[str, Any]]]:
        """Open files with their texts, and return what the server says is wrong with each."""
        self._told.clear()
        for path, text in texts.items():
            document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
            self._send("textDocument/didOpen", {"textDocument": document})
        while not {path.as_uri() for path in texts} <= self._told.keys():
            self._take()
        return {path: self._told[path.as_uri()] for path in texts}

    def complete(self, path: Path, line: int, character: int) -> dict[str, dict[str, Any]]:
        """Return what may stand at a place of an open file, by label; both count from 0."""
        found = self.ask("textDocument/completion", _place(path, line, character))
        return {item["label"]: item for item in found["items"]}

    def hover(self, path: Path, line: int, character: int) -> str:
        """Return what is told of a place of an open file."""
        return json.dumps(self.ask("textDocument/hover", _place(path, line, character)))

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """Send a request, and return its result."""
        self._last += 1
        number = self._last
        self._write({"id": number, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _send(self, method: str, params: dict[str, Any]) -> None:
        self._write({"method": method, "params": params})

    def _take(self) -> dict[str, Any]:
        """Take one message, and answer it where it is a question."""
        message = self._read()
        match message.get("method"):
            case "workspace/configuration":
                asked = [item.get("section", "") for item in message["params"]["items"]]
                result = [self._settings.get(section, {}) for section in asked]
                self._write({"id": message["id"], "result": result})
            case "textDocument/publishDiagnostics":
                self._told[message["params"]["uri"]] = message["params"]["diagnostics"]
            case str() if "id" in message:
                self._write({"id": message["id"], "result": None})
        return message

    def _write(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server is gone"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def _place(path: Path, line: int, character: int) -> dict[str, Any]:
    return {
        "textDocument": {"uri": path.as_uri()},
        "position": {"line": line, "character": character},
    }
