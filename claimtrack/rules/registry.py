"""All rules, and what a user may call them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from claimtrack.errors import ClaimtrackError
from claimtrack.quoting import quoted
from claimtrack.rules import (
    ambiguous_year,
    anchor_or_alias,
    anonymous_without_note,
    as_of_after_said,
    bidirectional_control,
    byte_order_mark,
    carriage_return,
    case_collision,
    chain_on_author,
    changed_gate,
    cites_passed_over,
    conflict_marker,
    confusable_speakers,
    control_character,
    cue_not_found,
    cue_too_long,
    cyclic_broader,
    cyclic_reference,
    deleted_attribution,
    deleted_version,
    directive,
    duplicate_attribution,
    duplicate_key,
    edited_attribution,
    edited_statement,
    equal_versions,
    fixed_severity,
    forbidden_suppression,
    idle_setting,
    invalid_boolean,
    invalid_count,
    invalid_date,
    invalid_digest,
    invalid_file,
    invalid_id,
    invalid_iri,
    invalid_language,
    invalid_locator,
    invalid_path,
    invalid_suppression,
    joint_order,
    left_behind,
    locator_beyond_text,
    merge_key,
    missing_cue,
    missing_key,
    missing_locator,
    missing_reference,
    missing_unit,
    missing_version,
    mixed_scripts,
    no_attribution,
    no_mapping,
    not_a_prediction,
    not_a_regular_file,
    not_a_scalar_key,
    not_canonical,
    not_utf8,
    only_denied,
    overlapping_versions,
    published_after_retrieved,
    quote_not_found,
    quote_too_long,
    record_among_texts,
    removed_gate,
    repeated_link,
    reserved_id,
    rewritten_history,
    said_after_publication,
    several_documents,
    shared_alias,
    stale_review,
    suppression_without_reason,
    symbolic_link,
    tab_indentation,
    tag,
    text_drifted,
    text_not_there,
    text_unreadable,
    too_deep,
    too_large,
    too_many_nodes,
    two_answers,
    unknown_key,
    unknown_rule,
    unknown_word,
    unlisted_spelling,
    unquoted_quote,
    unread_paragraph,
    unreadable_file,
    unused_record,
    unused_suppression,
    value_does_not_fit_answer,
    wrong_extension,
    wrong_headline,
    wrong_type,
    yaml_syntax,
    zero_width_character,
)
from claimtrack.text.misfits import suggestion

if TYPE_CHECKING:
    from claimtrack.rules.base import Rule

#: Every rule, by code.
RULES: tuple[Rule, ...] = (
    duplicate_attribution.RULE,
    two_answers.RULE,
    repeated_link.RULE,
    chain_on_author.RULE,
    joint_order.RULE,
    missing_cue.RULE,
    mixed_scripts.RULE,
    invalid_date.RULE,
    ambiguous_year.RULE,
    said_after_publication.RULE,
    published_after_retrieved.RULE,
    as_of_after_said.RULE,
    not_canonical.RULE,
    unused_suppression.RULE,
    suppression_without_reason.RULE,
    forbidden_suppression.RULE,
    invalid_suppression.RULE,
    deleted_version.RULE,
    deleted_attribution.RULE,
    edited_attribution.RULE,
    edited_statement.RULE,
    rewritten_history.RULE,
    left_behind.RULE,
    changed_gate.RULE,
    removed_gate.RULE,
    wrong_headline.RULE,
    invalid_path.RULE,
    case_collision.RULE,
    symbolic_link.RULE,
    not_a_regular_file.RULE,
    unreadable_file.RULE,
    wrong_extension.RULE,
    record_among_texts.RULE,
    missing_reference.RULE,
    missing_version.RULE,
    reserved_id.RULE,
    unused_record.RULE,
    cyclic_reference.RULE,
    unlisted_spelling.RULE,
    shared_alias.RULE,
    confusable_speakers.RULE,
    anonymous_without_note.RULE,
    stale_review.RULE,
    unknown_key.RULE,
    missing_key.RULE,
    wrong_type.RULE,
    unknown_word.RULE,
    invalid_boolean.RULE,
    invalid_id.RULE,
    invalid_iri.RULE,
    invalid_language.RULE,
    invalid_digest.RULE,
    invalid_file.RULE,
    invalid_locator.RULE,
    invalid_count.RULE,
    unknown_rule.RULE,
    fixed_severity.RULE,
    idle_setting.RULE,
    missing_locator.RULE,
    locator_beyond_text.RULE,
    quote_not_found.RULE,
    quote_too_long.RULE,
    cue_not_found.RULE,
    cue_too_long.RULE,
    text_drifted.RULE,
    text_not_there.RULE,
    text_unreadable.RULE,
    unquoted_quote.RULE,
    cites_passed_over.RULE,
    unread_paragraph.RULE,
    value_does_not_fit_answer.RULE,
    missing_unit.RULE,
    not_a_prediction.RULE,
    equal_versions.RULE,
    overlapping_versions.RULE,
    no_attribution.RULE,
    only_denied.RULE,
    cyclic_broader.RULE,
    yaml_syntax.RULE,
    not_utf8.RULE,
    byte_order_mark.RULE,
    carriage_return.RULE,
    control_character.RULE,
    bidirectional_control.RULE,
    zero_width_character.RULE,
    conflict_marker.RULE,
    tab_indentation.RULE,
    anchor_or_alias.RULE,
    tag.RULE,
    merge_key.RULE,
    duplicate_key.RULE,
    several_documents.RULE,
    directive.RULE,
    too_large.RULE,
    too_many_nodes.RULE,
    too_deep.RULE,
    not_a_scalar_key.RULE,
    no_mapping.RULE,
)


_MARK = '"'


class UnknownRule(ClaimtrackError, LookupError):  # noqa: N818 - reads as a sentence
    """A word that names no rule."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        names = [name for rule in RULES for name in (rule.kind.code, rule.kind.name)]
        near = suggestion(asked, names) or suggestion(asked.upper(), names)
        advice = near or '; give a code such as "CTI110", how codes begin, or a name'
        super().__init__(f"{quoted(asked, mark=_MARK, most=60)} names no rule{advice}")


def rule_of(asked: str) -> Rule:
    """Return the rule of a code or a name.

    Raises `UnknownRule`.

    >>> rule_of("CTF101").kind.name
    'not-canonical'
    """
    try:
        return _by_name()[asked]
    except KeyError:
        raise UnknownRule(asked) from None


@functools.cache
def _by_name() -> dict[str, Rule]:
    return {name: rule for rule in RULES for name in (rule.kind.code, rule.kind.name)}


def rules_of(asked: str) -> tuple[Rule, ...]:
    """Return the rules of a code, of all codes that begin so, or of a name.

    Raises `UnknownRule`.

    >>> [rule.kind.code for rule in rules_of("not-canonical")]
    ['CTF101']
    """
    found = tuple(
        rule
        for rule in RULES
        if asked == rule.kind.name or (asked and rule.kind.code.startswith(asked))
    )
    if not found:
        raise UnknownRule(asked)
    return found
