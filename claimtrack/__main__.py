"""The program `claimtrack`, also as `python -m claimtrack`."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command that the arguments name and exit with its code."""
    try:
        from claimtrack.cli.running import run  # noqa: PLC0415 - Ctrl-C may fall into its imports

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("claimtrack: interrupted\n")
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
