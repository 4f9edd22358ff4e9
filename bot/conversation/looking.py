"""An article to look at: the page with who says what, and the map of its sources.

Rule of this module: what a picture shows stands in words as well.
"""

from bot.chat import Drawing, Enclosure, Heading, Part, Reply, Said
from bot.conversation.context import CommandCall, CommandResult, Context
from bot.conversation.privacy import span
from bot.conversation.shelves import article_of
from bot.conversation.speakers import every, listing
from bot.model import Article
from bot.retention import LINKS


async def view(context: Context, call: CommandCall) -> CommandResult:
    """Return the article in scope as a page, where files can be sent."""
    article, words = await article_of(context, call), call.phrases
    title = Heading(article.title or words.untitled)
    link = await _linked(context, call, article)
    if not context.traits.files:
        return call.reply(title, *link) if link else call.say(words.view_elsewhere.format(id=article.id[:12]))
    enclosed = Enclosure(Drawing.PAGE, article.id, (title, Said(words.view_unsent), *link))
    return CommandResult(Reply((title, Said(words.view_sent), *link), words.code, encloses=enclosed))


async def _linked(context: Context, call: CommandCall, article: Article) -> tuple[Part, ...]:
    """Return the lines with a link to the page, none where pages are not served."""
    if context.linking is None:
        return ()
    url = await context.linking.give(call.incoming, article.id, call.phrases.code)
    holds = call.phrases.view_link_holds.format(time=span(LINKS, call.phrases))
    return Said(call.phrases.view_link, link=url), Said(holds)


async def sources_map(context: Context, call: CommandCall) -> CommandResult:
    """Return the map of the sources of the article in scope, above the list of them."""
    article = await article_of(context, call)
    found = await context.library.off_loop(article, lambda: every(article, call.phrases))
    parts = listing(article, found, call.phrases)
    if not context.traits.files or not found:
        return call.reply(*parts)
    return CommandResult(Reply(parts, call.phrases.code, encloses=Enclosure(Drawing.MAP, article.id)))
