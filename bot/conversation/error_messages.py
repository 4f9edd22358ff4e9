"""Errors and languages become words here.

Rule of this room: every error of `bot.errors` has words, and no word comes from an exception's own text.
"""

from bot.conversation.english import ENGLISH
from bot.conversation.german import GERMAN
from bot.conversation.phrases import Phrases
from bot.errors import (
    AnnotationError,
    ArchiveError,
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
            return phrases.problems.articles[error.problem].format(origin=_one_line(error.origin))
        case QuestionError():
            return phrases.problems.questions[error.problem].format(detail=error.detail)
        case AnnotationError():
            return phrases.problems.annotations[error.problem].format(origin=_one_line(error.origin))
        case ArchiveError():  # before what it is a kind of
            return phrases.problems.archives[error.reason].format(path=_one_line(error.path))
        case StoreError():
            return phrases.problems.stores[error.problem].format(path=_one_line(error.path))
        case DictionaryError():
            return phrases.problems.dictionaries[error.problem].format(path=_one_line(error.path))
        case EncoderError():
            return phrases.problems.encoders[error.problem].format(name=_one_line(error.name))
        case SettingsError():
            words = phrases.problems.settings.get(error.problem, phrases.problems.settings["invalid"])
            return words.format(name=_one_line(error.name))
        case _:
            return phrases.internal


def _one_line(text: str) -> str:
    """Return a path as it can be shown: no line end, no control character, not endless."""
    shown = "".join(c if c.isprintable() else "�" for c in text)
    return shown if len(shown) <= 200 else f"{shown[:99]}…{shown[-100:]}"  # noqa: PLR2004 - a path that fits two lines
