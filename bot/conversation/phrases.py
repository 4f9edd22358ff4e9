"""What the bot says of its own, in English and German.

Rule of this room: words only. A phrase that one language has and the other lacks fails to type-check.
"""

from collections.abc import Mapping
from typing import NamedTuple

from bot.conversation.check_phrases import CheckPhrases
from bot.conversation.doctor_phrases import DoctorPhrases
from bot.conversation.feed_phrases import FeedPhrases
from bot.conversation.notice_phrases import NoticePhrases
from bot.conversation.problem_phrases import ProblemPhrases
from bot.conversation.version_phrases import VersionPhrases
from bot.model import AnswerType, CueClass, Mode, Refusal


class Phrases(NamedTuple):
    """The frame text of one language; names in braces are filled in."""

    code: str
    own_name: str
    languages: dict[str, str]
    # who says so
    speaker: str
    own_voice: str
    headline: str
    hearsay: str
    unnamed: str
    manner: dict[Mode, str]
    acts: dict[CueClass, str]
    probably: str
    quoted_by: str
    citing: str
    mention: str
    # answers
    several: str
    best_of: str
    ungrouped: str
    nearest: str
    more: str
    no_more: str
    gist: str
    welcome: str
    who_says: str
    sure: str
    go_on: str
    about_me: str
    who_is_meant: str
    other_tongue: str
    refusals: dict[Refusal, str]
    kinds: dict[AnswerType, str]
    # commands
    greeting: str
    greeting_hint: str
    profile: str
    start_hint: str
    start_hint_group: str
    start_hint_private: str
    examples: str
    example_says: str
    example_acts: dict[CueClass, str]
    example_number: str
    no_such_example: str
    ask_usage: str
    help: str
    commands: tuple[tuple[str, str], ...]
    article_rows: tuple[str, str, str, str, str, str]
    length: str
    unknown_date: str
    untitled: str
    articles: str
    no_articles: str
    switched: str
    no_such_article: str
    article_gone: str
    # people's own articles
    bring_how: str
    bring_alone: str
    bring_shared: str
    bring_console: str
    bring_list: str
    bring_owners: str
    bring_nobody: str
    bring_too_many: str
    shelf_full: str
    open_usage: str
    fetching: str
    still_reading: str
    other_language: str
    sentences_1: str
    sentences_n: str
    sources_1: str
    sources_n: str
    the_text: str
    noted: str
    removed: str
    not_removable: str
    nothing_to_remove: str
    offered: str
    of_a_chat: str
    deleted: str
    label_join: str
    channel: str
    channel_rows: tuple[str, str]
    channel_threads: str
    channel_mentions: str
    channel_anybody: str
    channel_owners: str
    channel_choice: str
    channel_switched: str
    channel_unmentioned: str
    channel_mentioned: str
    channel_only: str
    channel_usage: str
    sources: str
    no_sources: str
    own_share: str
    unclear_share: str
    nobody_named: str
    source_hint: str
    source_more: str
    view_sent: str
    view_unsent: str
    view_elsewhere: str
    view_link: str
    view_link_holds: str
    no_such_source: str
    times: str
    context: str
    why: str
    why_same: str
    why_form: str
    why_translated: str
    why_kin: str
    why_meant: str
    why_none: str
    why_roles: str
    why_turned: str
    why_kind: str
    why_no_kind: str
    why_close: str
    why_far: str
    why_sure: tuple[str, str, str, str]
    """How sure an answer is: sure, fairly sure, hardly, and not one."""
    why_beside: str
    why_listed: str
    why_headline: str
    headline_only: str
    headline_context: str
    headline_unsaid: str
    others: str
    nobody_else: str
    unhelpful: str
    unhelpful_refused: str
    unhelpful_nearest: str
    none_found: str
    ask_first: str
    too_long_ago: str
    no_such_number: str
    unknown_command: str
    bye: str
    # instead of an answer
    unavailable: str
    stale: str
    attachment: str
    # what is kept of a person
    language_asked: str
    language_chosen: str
    language_free: str
    privacy: Mapping[str, str]
    """By the names of `retention.TABLE`; {time} is how long."""
    privacy_heading: str
    privacy_rest: str
    privacy_threads: str
    privacy_console: str
    minutes: str
    hours: str
    days: str
    forgotten: str
    forgotten_list: str
    # who may ask, and how much
    stranger: str
    paired: str
    not_paired: str
    let_in: str
    limited: str
    owners_only: str
    people: str
    waiting: str
    nobody: str
    nobody_waits: str
    approve_usage: str
    revoke_usage: str
    approved: str
    revoked: str
    not_waiting: str
    not_on_list: str
    # an article as it was, and as it is
    versions: VersionPhrases
    notices: NoticePhrases
    feeds: FeedPhrases
    # checking a statement
    check: CheckPhrases
    unclear: str
    # labels of things to tap
    label_context: str
    label_others: str
    label_more: str
    label_why: str
    label_unhelpful: str
    label_share: str
    label_talk: str
    label_map: str
    label_view: str
    label_next: str
    label_previous: str
    label_number: str
    label_free: str
    label_approve: str
    label_threads: str
    label_mentions: str
    label_article: str
    # problems
    problems: ProblemPhrases
    internal: str
    ready: str
    not_ready: str
    no_answer: str
    output: str
    compiling: str
    compiling_meanwhile: str
    embedding: str
    doctor: DoctorPhrases
