from __future__ import annotations

import pytest

from claimtrack.changes.settings import setting_sentences
from claimtrack.model.manifest import (
    CheckSettings,
    LimitSettings,
    Manifest,
    SuppressionSettings,
)

PLAIN = Manifest(format="1")
CHANGED = {
    "title": (Manifest(format="1", title="Ferries"), ["`title` given: `Ferries`"]),
    "rules": (
        Manifest(format="1", check=CheckSettings(ignore=("CTS104", "CTA106"))),
        ["`check.ignore` gained `CTA106`, `CTS104`"],
    ),
    "word": (
        Manifest(format="1", check=CheckSettings(fail_on="warning")),
        ["`check.fail_on` went from `error` to `warning`"],
    ),
    "maps": (
        Manifest(
            format="1",
            check=CheckSettings(per_path={"old/**": ("CTS104",)}, severity={"CTA106": "note"}),
        ),
        ["`check.per_path of old/**` gained `CTS104`", "`check.severity of CTA106` given: `note`"],
    ),
    "within": (
        Manifest(
            format="1",
            texts=("texts",),
            check=CheckSettings(suppressions=SuppressionSettings(forbid=("CTT",))),
        ),
        ["`texts` gained `texts`", "`check.suppressions.forbid` gained `CTT`"],
    ),
}


@pytest.mark.parametrize("name", CHANGED)
def test_each_setting_that_says_something_else_is_told(name: str) -> None:
    after, told = CHANGED[name]
    assert [sentence.text for sentence in setting_sentences(PLAIN, after)] == told
    assert setting_sentences(after, after) == ()
    back = [sentence.text for sentence in setting_sentences(after, PLAIN)]
    assert len(back) == len(told)
    assert not any("gained" in sentence or "given" in sentence for sentence in back)


def test_another_order_of_folders_is_told() -> None:
    a, b = (Manifest(format="1", texts=texts) for texts in (("x", "y"), ("y", "x")))
    (one,) = setting_sentences(a, b)
    assert one.text == "`texts` has another order: `y`, `x`"


def test_a_limit_that_is_lowered_is_told() -> None:
    (one,) = setting_sentences(PLAIN, Manifest(format="1", limits=LimitSettings(depth=9)))
    assert one.text == "`limits.depth` given: `9`"
