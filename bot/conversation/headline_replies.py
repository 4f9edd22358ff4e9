"""What is said about an answer that is the headline, which is no sentence: its place, and when it is meant.

Rule of this module: the headline counts as the first and only answer, though it is shown without a number.
"""

from bot.chat import Said
from bot.conversation import citations
from bot.conversation.context import CommandCall, CommandResult
from bot.model import Article, Headline

AROUND = 2
"""Sentences before and after an answer that are its place."""


def named_headline(call: CommandCall) -> Headline | None:
    """Return the headline where it is the last answer, and a command names it or none."""
    return citations.headline_alone(call.turn.answer) if call.rest in {"", "1"} else None


def in_place(article: Article, headline: Headline, call: CommandCall) -> CommandResult:
    """Return the headline with the sentences that the article begins with."""
    part = citations.headline(article, headline, call.phrases, following=AROUND)
    return call.reply(Said(call.phrases.headline_context), part)
