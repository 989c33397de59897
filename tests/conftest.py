"""How thoroughly the properties are tried.

A change is tried on the same examples every time, so that what it breaks is its own doing;
`pytest --hypothesis-profile=nightly` looks for new ones, and for many more.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "quick",
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "nightly", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("quick")
