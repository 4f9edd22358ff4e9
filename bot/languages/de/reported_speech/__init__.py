"""How German says who says so: the record that the core attributes with.

Rule of this room: it only lists; each table and rule stands in the module that is about it.
"""

from functools import cache

from bot.core.attribution import ReportedSpeech
from bot.languages.de.orthography import GERMAN_ORTHOGRAPHY
from bot.languages.de.reported_speech.asked import asked
from bot.languages.de.reported_speech.beside import apart
from bot.languages.de.reported_speech.circumstances import date, medium
from bot.languages.de.reported_speech.classes import CLASSES, SILENT, TIERS, UNSURE
from bot.languages.de.reported_speech.dialogue import DIALOGUE
from bot.languages.de.reported_speech.frames_back import pointing_back
from bot.languages.de.reported_speech.frames_learning import learned
from bot.languages.de.reported_speech.frames_nouns import calls, for_x, known, noun_with_clause, subjunctive_clause
from bot.languages.de.reported_speech.frames_passive import laid_down
from bot.languages.de.reported_speech.frames_prepositions import (
    according_to,
    accordingly,
    after_words,
    following,
    in_the_view_of,
    relying_on,
    so_x,
    whereby,
)
from bot.languages.de.reported_speech.frames_relative import called_so
from bot.languages.de.reported_speech.frames_verbs import verbs
from bot.languages.de.reported_speech.markers import sign
from bot.languages.de.reported_speech.names import learn
from bot.languages.de.reported_speech.noun_phrases import phrase_at
from bot.languages.de.reported_speech.parties import can_speak, mentions, profile, stem
from bot.languages.de.reported_speech.party_kinds import GENERIC, KINDS, PRONOUNS
from bot.languages.de.reported_speech.subjects import acting, paper, subject, subject_after, topic
from bot.languages.de.reported_speech.tagger import german_tagger
from bot.languages.de.reported_speech.titles import titled
from bot.languages.de.reported_speech.verbs import namelike

__all__ = ["german_speech"]


@cache
def german_speech() -> ReportedSpeech:
    """Return the German record; the first call loads the tagger's model (0.5 s, 40 MB)."""
    return ReportedSpeech(
        tag=german_tagger(),
        abbreviations=GERMAN_ORTHOGRAPHY.binding | GERMAN_ORTHOGRAPHY.abbreviations,
        rules=(
            according_to,
            following,
            accordingly,
            whereby,
            after_words,
            relying_on,
            in_the_view_of,
            so_x,
            learned,
            pointing_back,
            called_so,
            verbs,
            laid_down,
        ),
        fallbacks=(noun_with_clause,),
        last_resorts=(for_x, calls, known, subjunctive_clause),
        can_speak=can_speak,
        marker=sign,
        phrase_at=phrase_at,
        subject=subject,
        party_subject=topic,
        agent=acting,
        document_subject=paper,
        subject_after=subject_after,
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
        disabled=SILENT,
        speakerless=UNSURE,
        apart=apart,
        learn=learn,
        tells_who_acts=True,
        relaying=frozenset({"laut", "nach-src", "zufolge", "demnach", "nach-post", "eigene-Angaben"}),
        subordinate=frozenset({"subord", "relcl", "noun-dass", "subord-rep"}),
        tentative=frozenset({"rep"}),
        plural_endings=("en", "sind"),
        behind_quotes=frozenset({"post", "so-X"}),
    )
