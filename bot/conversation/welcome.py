"""The first words, the help, and the last words.

Rule of this module: what it says of itself is true of the article and the commands that are there.
"""

from dataclasses import replace

from bot.chat import Action, Heading, Part, Reply, Rows, Said
from bot.conversation import articles
from bot.conversation.desk import Call, Desk, Outcome
from bot.conversation.menus import Menu, listed


async def greeting(desk: Desk, call: Call) -> Outcome:
    """Return what a person sees first in the console: what this is, which article, and how to ask."""
    article = await desk.library.article(call.turn.article)
    title = Heading(article.title or call.phrases.untitled)
    return call.reply(title, Said(call.phrases.greeting), Said(call.phrases.greeting_hint))


async def start(desk: Desk, call: Call) -> Outcome:
    """Return the same with questions to begin with; the id of an article behind the command takes it into scope."""
    switched = (await articles.article(desk, call)).turn if call.rest else None
    call = replace(call, turn=switched or call.turn)
    article = await desk.library.article(call.turn.article)
    questions = await desk.examples.of(desk.library, article, call.phrases)
    parts: list[Part] = [Heading(article.title or call.phrases.untitled), Said(call.phrases.greeting)]
    if desk.place.console:
        examples = tuple((f"/example {n}", question) for n, question in enumerate(questions, 1))
        parts += [Said(call.phrases.examples), Rows(examples)] if questions else []
        return call.reply(*parts, Said(call.phrases.greeting_hint))
    parts += [Said(call.phrases.start_hint), *([Said(call.phrases.examples)] if questions else [])]
    tap = tuple(Action(question, f"/example {n}") for n, question in enumerate(questions, 1))
    return Outcome(Reply(tuple(parts), call.phrases.code, tap), switched)


async def help_(desk: Desk, call: Call) -> Outcome:
    """Return what can be typed."""
    menu = Menu.CONSOLE if desk.place.console else Menu.PRIVATE
    others = [*(["share"] if desk.place.shares else []), *(["channel"] if desk.place.threads else [])]
    rows = listed(menu, call.phrases, *others)
    if desk.gate.owns(call.incoming.user):
        rows += listed(Menu.OWNERS, call.phrases)
    return call.reply(Said(call.phrases.help), Rows(rows))


async def leave(_desk: Desk, call: Call) -> Outcome:
    """Return a good-bye; where there is nothing to leave, it is polite all the same."""
    return Outcome(Reply((Said(call.phrases.bye),), call.phrases.code, bye=True))
