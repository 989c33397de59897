from __future__ import annotations

from tests.rules.conftest import lay

__all__ = ["lay"]
