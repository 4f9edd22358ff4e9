"""What the replies to checked statements and to checked quotations have in common.

Rule of this module: sentences are numbered through, and their numbers are those of answers from then on.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from bot.chat import Cited, Part, Reply, Said
from bot.conversation.answer_actions import actions
from bot.conversation.context import CommandCall, CommandResult, Context
from bot.conversation.phrases import Phrases
from bot.core.retrieval.query import parse
from bot.model import Answer, Article, Hit

T = TypeVar("T")


def numbered_through(
    found: Sequence[T], text: Callable[[T], str], parts_of: Callable[[T, int], Iterable[Part]], phrases: Phrases
) -> Reply:
    """Return the reply to what was checked, in its order, each under its `text` where there are several.

    `parts_of` returns what is shown of one, told how many sentences come before it.
    """
    parts: list[Part] = []
    for one in found:
        if len(found) > 1:
            parts.append(Said(phrases.mention.format(text=" ".join(text(one).split()))))
        parts += parts_of(one, sum(isinstance(p, Cited) for p in parts))
    return Reply(tuple(parts), phrases.code)


def with_answers(
    context: Context, call: CommandCall, article: Article, hits: tuple[Hit, ...], reply: Reply
) -> CommandResult:
    """Return a reply, in the phrases of the call, whose sentences can be asked about like answers, where it has any."""
    query = parse(call.rest, article.language, context.library.languages)
    matched = context.library.matched(article, query, hits)
    if not matched:
        return CommandResult(reply)
    turn = replace(call.turn, language=call.phrases.code, answer=Answer(query, matched))
    return CommandResult(replace(reply, actions=actions(context, call.phrases)), turn)
