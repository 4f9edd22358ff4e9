"""How English says who says so: the record that the core attributes with.

Rule of this room: it only lists; each table and rule stands in the module that is about it.
"""

from functools import cache

from bot.core.attribution import ReportedSpeech
from bot.languages.en.orthography import ENGLISH_ORTHOGRAPHY
from bot.languages.en.reported_speech.asked import asked
from bot.languages.en.reported_speech.beside import apart
from bot.languages.en.reported_speech.circumstances import date, medium
from bot.languages.en.reported_speech.classes import CLASSES, TIERS
from bot.languages.en.reported_speech.dialogue import DIALOGUE
from bot.languages.en.reported_speech.frames_back import pointing_back
from bot.languages.en.reported_speech.frames_nouns import doubts_raised, emerged, noun_that, sure_that, view_is_that
from bot.languages.en.reported_speech.frames_phrases import (
    according_to,
    citing,
    in_the_view_of,
    laid_down,
    learned,
    quoted_as,
)
from bot.languages.en.reported_speech.frames_relative import relative
from bot.languages.en.reported_speech.frames_verbs import verbs
from bot.languages.en.reported_speech.markers import sign
from bot.languages.en.reported_speech.names import learn
from bot.languages.en.reported_speech.noun_phrases import namelike, no_paper, phrase_at, subject, subject_after, topic
from bot.languages.en.reported_speech.parties import GENERIC, KINDS, PRONOUNS, can_speak, mentions, profile, stem
from bot.languages.en.reported_speech.tagger import english_tagger
from bot.languages.en.reported_speech.titles import titled

__all__ = ["english_speech"]


@cache
def english_speech() -> ReportedSpeech:
    """Return the English record; the first call loads the tagger's model (0.2 s, 20 MB)."""
    return ReportedSpeech(
        tag=english_tagger(),
        abbreviations=ENGLISH_ORTHOGRAPHY.binding | ENGLISH_ORTHOGRAPHY.abbreviations,
        rules=(pointing_back, according_to, in_the_view_of, citing, quoted_as, learned, laid_down, relative, verbs),
        fallbacks=(noun_that, view_is_that, sure_that, doubts_raised, emerged),
        last_resorts=(),
        marker=sign,
        phrase_at=phrase_at,
        subject=subject,
        party_subject=topic,
        document_subject=no_paper,
        subject_after=subject_after,
        can_speak=can_speak,
        is_quoted_name=namelike,
        profile=profile,
        mentions=mentions,
        pronouns=PRONOUNS,
        classes_of_kind=KINDS,
        generic=GENERIC,
        stem=stem,
        classes=CLASSES,
        medium=medium,
        date=date,
        confidence_by_rule=TIERS,
        dialogue=DIALOGUE,
        asked=asked,
        titled=titled,
        apart=apart,
        learn=learn,
        relaying=frozenset({"according", "in-view", "under", "own-account"}),
        behind_quotes=frozenset({"post"}),
    )
