"""The rules of the record. Each is a function whose docstring is the rule.

A rule yields problems. `RULES` take the archive and run even if some files have errors. `LIFE_RULES` take the register
and follow actions from meeting to meeting. They see only the meetings before the first file whose errors may hide what
it did to actions, so that a typing error is not reported again in later files.
"""

from collections.abc import Callable, Iterator

from macros import offered
from macros.record import Archive, Problem
from macros.register import Register
from macros.rules import (
    actions,
    agenda,
    approval,
    characters,
    decisions,
    glossary,
    group,
    initials,
    life,
    meeting,
    owners,
    papers,
    people,
    postponed,
    prose,
    readings,
    redirects,
    relations,
    surnames,
    terms,
    withheld,
)

Rule = Callable[[Archive], Iterator[Problem]]
LifeRule = Callable[[Register], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    meeting.file_is_named_after_its_date,
    meeting.ends_after_it_begins,
    meeting.dates_follow_the_status,
    meeting.changes_follow_the_meeting_in_order,
    meeting.changes_say_what_was_changed,
    meeting.scheduled_meeting_records_nothing,
    meeting.scheduled_meeting_is_to_come,
    postponed.postponed_meetings_have_a_later_one,
    meeting.nobody_both_attends_and_sends_apologies,
    meeting.chair_attends,
    initials.initials_are_in_the_register,
    owners.owners_are_known,
    initials.chairs_are_known,
    initials.initials_stand_for_one,
    initials.initials_are_no_other_words,
    surnames.family_names_are_known,
    people.roles_end_after_they_begin,
    people.names_and_initials_have_their_time,
    group.contact_is_given,
    group.working_days_are_those_of_the_country,
    group.forms_have_a_repository,
    glossary.words_have_their_own_address,
    glossary.abbreviations_are_no_other_words,
    glossary.words_are_not_those_of_organisations,
    approval.approved_minutes_are_of_an_earlier_meeting,
    approval.minutes_are_approved_once,
    approval.drafts_do_not_grow_old,
    approval.minutes_are_there_when_due,
    agenda.numbers_stand_once,
    agenda.items_of_actions_are_on_the_agenda,
    agenda.continued_items_exist,
    agenda.items_have_a_title,
    agenda.times_stay_within_the_meeting,
    agenda.times_do_not_overlap,
    agenda.times_end_before_midnight,
    decisions.placed_decisions_exist,
    papers.files_of_papers_are_there,
    papers.unpublished_papers_are_not_shown,
    actions.ids_fit_the_pattern,
    actions.ids_are_spelt_alike,
    actions.references_are_used_once,
    actions.statuses_are_known,
    readings.days_are_read,
    readings.lists_have_dashes,
    redirects.redirects_lead_straight_there,
    terms.file_is_named_after_its_day,
    terms.minutes_that_hold_terms_are_on_record,
    withheld.withheld_parts_are_reviewed,
    withheld.withheld_initials_stand_in_no_text,
    withheld.items_of_withheld_parts_are_on_the_agenda,
    prose.marked_languages_are_known,
    characters.characters_can_be_seen,
    prose.what_is_typed_is_meant,
    prose.marks_are_meant,
)
LIFE_RULES: tuple[LifeRule, ...] = (
    life.first_entry_has_wording,
    life.first_entry_has_an_owner,
    life.first_entry_stands_where_the_action_was_raised,
    life.open_actions_are_mentioned,
    life.meetings_review_the_open_actions,
    life.reviewed_actions_say_something,
    life.not_mentioned_lists_open_actions,
    life.closed_actions_stay_closed,
    life.only_closed_actions_are_reopened,
    life.wording_and_owner_stay,
    relations.followed_actions_exist,
    relations.references_are_no_printed_ids,
    relations.followed_actions_have_the_wording,
    relations.ids_name_the_same_action,
    relations.entries_of_a_meeting_agree,
    relations.superseding_actions_exist,
    decisions.superseded_decisions_exist,
)
# The rules about addresses of the site, which are known only for a record without other errors.
ADDRESS_RULES: tuple[LifeRule, ...] = (redirects.redirects_hold,)


def every_rule() -> tuple[Rule, ...]:
    """The rules of the archive, including those of the side features."""
    return (*RULES, *(rule for rules in offered("RULES") for rule in rules))
