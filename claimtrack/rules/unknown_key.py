"""A record has only the keys that the format knows.

What stands under another key is read by no rule, query or export, so a slip of the pen would lose
what was recorded. Correct the key, or put what it says into `note`; the finding lists the keys
that are known in that place. The keys, in their order; those marked * are required:

- a claim: claim* (the question), kind, event, subjects, answer (the type of the versions' values),
  unit, exclusive (can at most one version be right?), tags, status, versions*, related,
  assessments, reviews, note
- a version: statement*, value, scope, relative_to, as_of, horizon, condition, broader, retired,
  attributions, note
- an attribution: speaker* (an id, `author` or `unknown`), jointly, stance*, act, to, among,
  certainty, reported, form, said, as_of, capacity, printed_as, citing, via, source*, at, cue,
  quote, credibility, id, note
- a relay, an item of `citing` or `via`: a speaker's id, or speaker*, date, printed_as
- a retirement: date*, reason*
- a related claim: claim*, relation*, note
- an assessment: by*, date*, version, verdict, likelihood, confidence, reason*
- a review: by*, date*, digest*
- a source: source* (its title), type, authors, publisher, published, url, archived, retrieved,
  language, text, derived_from, passed_over, reliability, reviews, note
- a text: file*, sha256*
- an archived copy: url*, date
- a passed-over paragraph: at*, reason*
- a speaker: speaker* (the name), kind, aliases, part_of, roles, same_as, distinct_from, reviews,
  note
- a role: role*, organization, held, source
- an event: event* (its name), date, dated_by, place, part_of, aliases, same_as, reviews, note

The manifest, `claimtrack.yaml`, has claimtrack* (the format's version, 1), title, language, texts
(folders with the texts of sources), other_names (names in them that need no record), limits, and
the settings of `claimtrack check`:

- a check setting: select (rules: their codes, how codes begin, or names), ignore, per_path (rules
  that are ignored, by a pattern of paths, as `sources/**`), severity (a word, by rule), fail_on
  (the least severity that fails), baseline (a file's name), suppressions
- a suppressions setting, for comments in records: allow (rules, these only), forbid

Bad:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    location: off Port Selm

Good:

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.rules.base import Rule
from claimtrack.rules.fixes import Fix, only_near
from claimtrack.text.misfits import UNKNOWN_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import Finding
    from claimtrack.rules.drafts import Draft
    from claimtrack.rules.edits import Edit


def _renamed(draft: Draft, finding: Finding) -> Iterator[Edit]:
    """Yield the edit that puts the only key that is near in the place of an unknown one."""
    shape = draft.shape(finding.keys[:-1])
    near = only_near(str(finding.keys[-1]), shape.by_key) if shape else None
    edit = draft.renamed(finding.keys, near) if near else None
    if edit:
        yield edit


RULE = Rule(
    kind=UNKNOWN_KEY,
    explanation=__doc__ or "",
    fix=Fix(applicability="unsafe", edits=_renamed, above=1),
)
