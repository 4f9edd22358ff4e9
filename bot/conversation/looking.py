"""An article to look at: the page with who says what, and the map of its sources.

Rule of this module: what a picture shows stands in words as well.
"""

from bot.chat import Drawing, Enclosure, Heading, Reply, Said
from bot.conversation.context import CommandCall, CommandResult, Context
from bot.conversation.shelves import article_of
from bot.conversation.speakers import every, listing


async def view(context: Context, call: CommandCall) -> CommandResult:
    """Return the article in scope as a page, where files can be sent."""
    article = await article_of(context, call)
    if not context.traits.files:
        return call.say(call.phrases.view_elsewhere.format(id=article.id[:12]))
    title = Heading(article.title or call.phrases.untitled)
    enclosed = Enclosure(Drawing.PAGE, article.id, (title, Said(call.phrases.view_unsent)))
    return CommandResult(Reply((title, Said(call.phrases.view_sent)), call.phrases.code, encloses=enclosed))


async def sources_map(context: Context, call: CommandCall) -> CommandResult:
    """Return the map of the sources of the article in scope, above the list of them."""
    article = await article_of(context, call)
    found = await context.library.off_loop(article, lambda: every(article, call.phrases))
    parts = listing(article, found, call.phrases)
    if not context.traits.files or not found:
        return call.reply(*parts)
    return CommandResult(Reply(parts, call.phrases.code, encloses=Enclosure(Drawing.MAP, article.id)))
