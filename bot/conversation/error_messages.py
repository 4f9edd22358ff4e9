"""Errors and languages become words here.

Rule of this room: every error of `bot.errors` has words, and no word comes from an exception's own text.
"""

from bot.conversation.english import ENGLISH
from bot.conversation.german import GERMAN
from bot.conversation.phrases import Phrases
from bot.errors import (
    AnnotationError,
    ArticleError,
    BotError,
    DictionaryError,
    EncoderError,
    QuestionError,
    SettingsError,
    StoreError,
)

PHRASES = {phrases.code: phrases for phrases in (ENGLISH, GERMAN)}


def phrases_of(*languages: str | None) -> Phrases:
    """Return the phrases of the first language that the bot speaks ("de", "de-AT", "de_DE.UTF-8"), else English."""
    for language in languages:
        if language and (phrases := PHRASES.get(language[:2].lower())):
            return phrases
    return ENGLISH


def words_for(error: BotError, phrases: Phrases) -> str:  # noqa: PLR0911 - one a kind of error
    """Return one line that says what is wrong and what to do next."""
    match error:
        case ArticleError():
            return phrases.article_problems[error.problem].format(origin=_one_line(error.origin))
        case QuestionError():
            return phrases.question_problems[error.problem].format(detail=error.detail)
        case AnnotationError():
            return phrases.annotation_problems[error.problem].format(origin=_one_line(error.origin))
        case StoreError():
            return phrases.store_problems[error.problem].format(path=_one_line(error.path))
        case DictionaryError():
            return phrases.dictionary_problems[error.problem].format(path=_one_line(error.path))
        case EncoderError():
            return phrases.encoder_problems[error.problem].format(name=_one_line(error.name))
        case SettingsError():
            words = phrases.settings.get(error.problem, phrases.settings["invalid"])
            return words.format(name=_one_line(error.name))
        case _:
            return phrases.internal


def _one_line(text: str) -> str:
    """Return a path as it can be shown: no line end, no control character, not endless."""
    shown = "".join(c if c.isprintable() else "�" for c in text)
    return shown if len(shown) <= 200 else f"{shown[:99]}…{shown[-100:]}"  # noqa: PLR2004 - a path that fits two lines
