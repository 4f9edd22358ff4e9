"""The first words, the help, and the last words.

Rule of this module: what it says of itself is true of the article and the commands that are there.
"""

from bot.chat import Heading, Reply, Rows, Said
from bot.conversation.desk import Call, Desk, Outcome


async def greeting(desk: Desk, call: Call) -> Outcome:
    """Return what a person sees first: what this is, which article, and how to ask."""
    article = await desk.library.article(call.turn.article)
    title = Heading(article.title or call.phrases.untitled)
    return Outcome(Reply((title, Said(call.phrases.greeting), Said(call.phrases.greeting_hint)), call.phrases.code))


async def help_(_desk: Desk, call: Call) -> Outcome:
    """Return what can be typed."""
    return Outcome(Reply((Said(call.phrases.help), Rows(call.phrases.commands)), call.phrases.code))


async def leave(_desk: Desk, call: Call) -> Outcome:
    """Return a good-bye."""
    return Outcome(Reply((Said(call.phrases.bye),), call.phrases.code, bye=True))
