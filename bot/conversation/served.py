"""What a served page shows and answers: whoever has its link is, for it, the person in the chat that it was given to.

Rule of this module: a link opens nothing that its chat does not see now, and a question on a page counts like one in
the chat; nothing of it is remembered.
"""

from hmac import compare_digest

from bot.chat import Incoming
from bot.conversation.admission import Entry
from bot.conversation.context import Context
from bot.conversation.linking import digest
from bot.conversation.shelves import is_seen
from bot.errors import ArticleError
from bot.model import Answer, Article
from bot.ports.chats import Link


async def found(context: Context, token: str) -> Link | None:
    """Return the link that a token opens, None for none that holds; may raise `StoreError`."""
    if context.linking is None:
        return None
    wanted = digest(token)
    link = await context.linking.links.find(wanted)
    return link if link is not None and compare_digest(link.digest, wanted) else None


async def article_of(context: Context, link: Link) -> Article | None:
    """Return a link's article; None where it is gone from the chat, or the person may not ask any more."""
    incoming = _asked_by(link)
    if not await context.admission.may_ask(incoming) or not await is_seen(context, incoming, link.article):
        return None
    try:
        return await context.library.article(link.article)
    except ArticleError:
        return None


async def ask(context: Context, link: Link, article: Article, question: str) -> Answer | None:
    """Return what an article answers on its page; None where the person asks too much.

    May raise `StoreError`, and `QuestionError` for what is no question.
    """
    if await context.admission.entry(_asked_by(link, question)) is not Entry.WELCOME:
        return None
    answer = await context.library.ask(article, question)
    context.asked(answer.refusal or "")
    return answer


def _asked_by(link: Link, question: str = "") -> Incoming:
    """Return what is asked on a page as the message that it would be in the chat."""
    return Incoming(link.chat, link.user, question, link.language)
