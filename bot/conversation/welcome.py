"""The first words, the help, and the last words.

Rule of this module: what it says of itself is true of the article and the commands that are there.
"""

from dataclasses import replace

from bot.chat import Action, Heading, Part, Reply, Rows, Said
from bot.conversation import articles, privacy
from bot.conversation.context import CommandCall, CommandResult, Context
from bot.conversation.error_messages import phrases_of
from bot.conversation.menus import Menu, listed
from bot.conversation.preference_scopes import for_two
from bot.conversation.shelves import article_of, is_alone


async def greeting(context: Context, call: CommandCall) -> CommandResult:
    """Return what a person sees first in the console: what this is, which article, and how to ask."""
    article = await article_of(context, call)
    title = Heading(article.title or call.phrases.untitled)
    return call.reply(title, Said(call.phrases.greeting), Said(call.phrases.greeting_hint))


async def start(context: Context, call: CommandCall) -> CommandResult:
    """Return the same with questions to begin with; the id of an article behind the command takes it into scope."""
    switched = (await articles.article(context, call)).turn if call.rest else None
    call = replace(call, turn=switched or call.turn)
    article = await article_of(context, call)
    questions = await context.examples.of(context.library, article, call.phrases)
    parts: list[Part] = [Heading(article.title or call.phrases.untitled), Said(call.phrases.greeting)]
    if context.traits.console:
        examples = tuple((f"/example {n}", question) for n, question in enumerate(questions, 1))
        parts += [Said(call.phrases.examples), Rows(examples)] if questions else []
        return call.reply(*parts, Said(call.phrases.greeting_hint))
    hint = _hint(call)
    parts += [Said(hint), *([Said(call.phrases.examples)] if questions else [])]
    tap = tuple(Action(question, f"/example {n}") for n, question in enumerate(questions, 1))
    return CommandResult(Reply(tuple(parts), call.phrases.code, tap), switched)


def _hint(call: CommandCall) -> str:
    """Return how to ask: by writing in a chat for two, by a command where that alone is private, else by a mention."""
    if for_two(call.incoming):
        return call.phrases.start_hint
    return call.phrases.start_hint_private if is_alone(call.incoming) else call.phrases.start_hint_group


async def home(context: Context, call: CommandCall) -> CommandResult:
    """Return the greeting in the language that was chosen there, below what was said to the choice."""
    chosen = await privacy.language(context, call)
    greeted = await start(context, replace(call, phrases=phrases_of(chosen.reply.language), rest=""))
    reply = replace(greeted.reply, parts=(*chosen.reply.parts, *greeted.reply.parts))
    return replace(chosen, reply=reply)


async def help_(context: Context, call: CommandCall) -> CommandResult:
    """Return what can be typed."""
    menu = Menu.CONSOLE if context.traits.console else Menu.PRIVATE
    others = [*(["share"] if context.traits.shares else []), *(["channel"] if context.traits.threads else [])]
    rows = listed(menu, call.phrases, *others)
    if context.admission.owns(call.incoming.user):
        rows += listed(Menu.OWNERS, call.phrases)
    return call.reply(Said(call.phrases.help), Rows(rows))


async def leave(_context: Context, call: CommandCall) -> CommandResult:
    """Return a good-bye; where there is nothing to leave, it is polite all the same."""
    return CommandResult(Reply((Said(call.phrases.bye),), call.phrases.code, bye=True))
