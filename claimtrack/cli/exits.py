"""The codes with which the program exits."""

from __future__ import annotations

from typing import Final

CLEAN: Final = 0
#: Findings, or differences.
FOUND: Final = 1
#: A fault of usage, configuration or machine.
FAILED: Final = 2
#: What shells give for a program that SIGINT ended.
INTERRUPTED: Final = 130
#: What shells give for a program that SIGPIPE ended: nobody read the rest.
UNHEARD: Final = 141
