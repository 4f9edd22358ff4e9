"""People's own articles: links, files and texts that messages bring, and what may be done with them.

Rule of this module: nothing that was brought is lost between two messages, and nothing is taken for two articles.
"""

from dataclasses import replace
from functools import partial

from bot.addresses import canonical
from bot.chat import LONGEST_SURE, Action, Attachment, Incoming, Part, Said
from bot.conversation.articles import title_of
from bot.conversation.brought import (
    Files,
    Link,
    Pasted,
    goes_on,
    is_article,
    joined,
    link_in,
    may_begin,
    what_is_brought,
)
from bot.conversation.context import ON_BUTTON, CommandCall, CommandResult, Context, echo
from bot.conversation.error_messages import phrases_of, words_for
from bot.conversation.followups import is_question
from bot.conversation.how_to_bring import asks_how
from bot.conversation.preference_scopes import drop
from bot.conversation.shelves import Seen, articles_here, is_alone, own_shelf, shelves
from bot.conversation.taking_in import in_scope, taken_in, turned_away
from bot.conversation.versions import FRESH, last_seen, moment
from bot.errors import ArticleError, ArticleProblem
from bot.formats import BINARY_READERS, MAX_BYTES, READERS, media_type_of
from bot.model import Document
from bot.ports.chats import Turn
from bot.transport import FileGoneError, FileTooLargeError, OutcomeUnknownError, RetryAfterError

FULL_PART = 3_000
"""Characters of a message that a client may have cut: Telegram's apps send what is longer than 4,096 in parts."""
SOON, LATER = 0.4, 1.5
"""Seconds in which the next part of a text comes, if one does: behind any text, behind one that may have been cut."""
MOST_FILES = 10
"""Files of one message that are read."""
KNOWN_TYPES = frozenset((*READERS, *BINARY_READERS))


async def brought(context: Context, call: CommandCall) -> CommandResult | None:
    """Return the reply to a message that brings an article or asks how to; None for any other message."""
    thing = what_is_brought(call.incoming)
    if isinstance(thing, Pasted):
        return await _pasted(context, call, thing.text, ())
    if thing is not None:
        return await _fetched(context, call, thing)
    if may_begin(call.incoming) and await _goes_on(call.incoming):
        return await _pasted(context, call, call.incoming.text.strip(), ())
    code = asks_how(call.rest) if not call.rest.startswith("/") else None
    if code is None:
        return None
    return await how(context, replace(call, phrases=phrases_of(code)) if call.free else call)


async def _goes_on(incoming: Incoming) -> bool:
    """Tell whether a message and the one that waits behind it are an article together."""
    following = await incoming.meanwhile.following(SOON)
    if following is None or following.user != incoming.user or not goes_on(following):
        return False
    return is_article(joined((incoming.text, following.text)))


async def finished(context: Context, call: CommandCall) -> CommandResult | None:
    """Return what became of a text that came in parts before this message, None where there was none.

    A message that goes on with it becomes its next part, and has no other reply.
    """
    incoming = call.incoming
    draft = await context.drafts.draft(incoming.chat, incoming.user)
    if not draft.parts:
        return None
    if draft.ended and draft.ended != incoming.id:
        await context.drafts.drop(incoming.chat, incoming.user)
        return None
    parts = tuple(text for message, text in draft.parts if message != incoming.id)
    if goes_on(incoming):
        return replace(await _pasted(context, call, incoming.text.strip(), parts), ends=True)
    return await _read_parts(context, call, parts, offers=False)


async def open_(context: Context, call: CommandCall) -> CommandResult:
    """Take an article in that is named by its link; in the console by its path as well."""
    if not call.rest:
        return await how(context, call)
    link = link_in(call.rest)
    if link is not None:
        return await _fetched(context, call, link)
    if context.traits.console:
        return await taken_in(context, call, lambda: context.fetch(call.rest))
    if is_article(call.rest, forwarded=True):
        return await _pasted(context, call, call.rest, ())
    return call.say(call.phrases.open_usage)


async def how(context: Context, call: CommandCall) -> CommandResult:
    """Return how an article is brought, or who may."""
    words = call.phrases
    if context.traits.console:
        return call.say(words.bring_console)
    if (line := await turned_away(context, call)) is not None:
        return call.say(line)
    return call.say(words.bring_how, words.bring_alone if is_alone(call.incoming) else words.bring_shared)


async def remove(context: Context, call: CommandCall) -> CommandResult:
    """Take an article off the chat's shelf: the one in scope, or the one that is named."""
    words = call.phrases
    chosen = await articles_here(context, call.incoming).named(call.rest or call.turn.article)
    if chosen is None:
        return call.say(words.no_such_article.format(number=echo(call.rest)) if call.rest else words.nothing_to_remove)
    title = title_of(chosen, words)
    taken = await _taken_off(context, call.incoming, chosen.id)
    if not taken:
        return call.say(words.not_removable.format(title=title))
    await context.drafts.drop(call.incoming.chat, call.incoming.user)
    await drop(context, call.incoming, chosen.id)
    if context.linking is not None:
        await context.linking.revoke(chosen.id, call.incoming)
    return call.say(words.removed.format(title=title), turn=Turn(context.article, call.turn.language))


async def _taken_off(context: Context, incoming: Incoming, article_id: str) -> bool:
    store = context.library.store
    if context.traits.console:
        return not await store.shelves_of(article_id) and await store.remove(article_id)
    return await store.take(article_id, own_shelf(incoming))


async def join(context: Context, call: CommandCall) -> CommandResult:
    """Make one article of two texts that were pasted one after the other: the named one, and the one in scope."""
    store, shelf = context.library.store, own_shelf(call.incoming)
    mine = Seen(store, (shelf,))
    first, second = await mine.named(call.rest), await mine.named(call.turn.article)
    if first is None or second is None or first.id == second.id:
        return call.say(call.phrases.no_such_article.format(number=echo(call.rest)))
    texts = [await store.reading(one.id) for one in (first, second)]
    whole = joined(tuple(found[0].text for found in texts if found is not None))
    result = await taken_in(context, call, lambda: _as_document(whole))
    if result.turn is not None:
        for one in (first, second):
            if one.id != result.turn.article:
                await store.take(one.id, shelf)
    return result


async def _pasted(context: Context, call: CommandCall, text: str, before: tuple[str, ...]) -> CommandResult:
    """Take a text in; one that goes on in the next message is kept until it is whole."""
    incoming = call.incoming
    cut = len(text) >= FULL_PART
    following = await incoming.meanwhile.following(LATER if cut else SOON)
    if before or (following is not None and following.user == incoming.user and goes_on(following)):
        await context.drafts.add(incoming.chat, incoming.user, incoming.id, text)
    if following is not None and following.user == incoming.user and goes_on(following):
        said = (call.phrases.noted,) if len(text) <= LONGEST_SURE else ()
        return replace(call.say(*said), kept=False)
    return await _read_parts(context, call, (*before, text), ended=bool(before))


async def _read_parts(
    context: Context, call: CommandCall, parts: tuple[str, ...], *, ended: bool = True, offers: bool = True
) -> CommandResult:
    """Take a text in that is whole now; it is kept until the next message comes, should the reply be lost."""
    if ended:
        await context.drafts.end(call.incoming.chat, call.incoming.user, call.incoming.id)
    whole = joined(parts)
    try:
        result = await taken_in(context, call, lambda: _as_document(whole), offers=offers)
    except ArticleError as error:
        raise ArticleError(error.problem, call.phrases.the_text) from None
    return await _with_join(context, call, result)


async def _with_join(context: Context, call: CommandCall, result: CommandResult) -> CommandResult:
    """Return a reply with a way to put a text together with the one that was pasted before it, if one was."""
    before, now = call.turn.article, result.turn.article if result.turn else call.turn.article
    if before in (now, context.article) or context.traits.console or call.turn.answer is not None:
        return result
    mine = await Seen(context.library.store, (own_shelf(call.incoming),)).named(before)
    if mine is None or mine.origin:
        return result
    tap = Action(call.phrases.label_join, f"/join {before[:ON_BUTTON]}")
    return replace(result, reply=replace(result.reply, actions=(*result.reply.actions, tap)))


async def _as_document(text: str) -> Document:
    return Document(text.encode("utf-8", "surrogatepass"), "text/plain", "")


async def _fetched(context: Context, call: CommandCall, thing: Link | Files) -> CommandResult:
    """Take in what a link leads to or files hold, and answer what was asked beside it."""
    asks = thing.beside if is_question(thing.beside) else ""
    match thing:
        case Link(address):
            result = await _linked(context, call, address, offers=not asks)
        case Files(files):
            result = await _files(context, call, files, offers=not asks)
    return result if result.turn is None else replace(result, asks=asks)


async def _linked(context: Context, call: CommandCall, address: str, *, offers: bool) -> CommandResult:
    known = await context.library.store.at_page(canonical(address), shelves(call.incoming))
    if known is None or context.traits.console:
        return await taken_in(context, call, lambda: context.fetch(address), call.phrases.fetching, offers=offers)
    return await _looked_at_again(context, call, address, known, offers=offers)


async def _looked_at_again(
    context: Context, call: CommandCall, address: str, known: str, *, offers: bool
) -> CommandResult:
    """Take in what a known page shows now; where it can't be fetched, or just was, talk about what is known of it."""
    words, seen = call.phrases.versions, await last_seen(context, known)
    line = words.read_before
    if context.now() - seen < FRESH:
        line = words.just_read
    elif await turned_away(context, call) is None:
        try:
            fetched = partial(context.fetch, address)
            return await taken_in(context, call, fetched, call.phrases.fetching, known=known, offers=offers)
        except ArticleError:
            line = words.unreachable
    article = await context.library.article(known)
    return await in_scope(context, call, article, line.format(when=moment(seen, call.phrases)), offers=offers)


async def _files(context: Context, call: CommandCall, files: tuple[Attachment, ...], *, offers: bool) -> CommandResult:
    """Take files in one after the other; the last that can be read is talked about."""
    if len(files) == 1:
        return await taken_in(context, call, partial(_downloaded, context, files[0]), offers=offers)
    parts: list[Part] = []
    last: CommandResult | None = None
    for file in files[:MOST_FILES]:
        try:
            last = await taken_in(context, call, partial(_downloaded, context, file), offers=False)
            parts += last.reply.parts
        except ArticleError as error:
            parts.append(Said(words_for(error, call.phrases)))
    if last is None:
        return call.reply(*parts)
    return replace(last, reply=replace(last.reply, parts=tuple(parts)))


async def _downloaded(context: Context, file: Attachment) -> Document:
    """Return a file that was sent; raises `ArticleError`."""
    if file.size > MAX_BYTES:
        raise ArticleError(ArticleProblem.TOO_LARGE, file.name)
    try:
        content = await context.download(file, MAX_BYTES)
    except FileTooLargeError:
        raise ArticleError(ArticleProblem.TOO_LARGE, file.name) from None
    except FileGoneError:
        raise ArticleError(ArticleProblem.FILE_GONE, file.name) from None
    except (OutcomeUnknownError, RetryAfterError):
        raise ArticleError(ArticleProblem.FILE_NOT_NOW, file.name) from None
    found = media_type_of(file.name, content)
    told = file.media_type if found == "text/plain" and file.media_type in KNOWN_TYPES else found
    return Document(content, told, file.name)
