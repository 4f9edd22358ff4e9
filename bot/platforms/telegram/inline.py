"""Answers to inline queries: every sentence one thing to choose, which is then sent with who says so.

Rule of this module: an answer that comes too late was not waited for, so it is no failure.
"""

from dataclasses import replace
from hashlib import sha256

from telegram import (
    Bot,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from bot.chat import Cited, Reply
from bot.platforms.telegram.outcomes import ExpiredError, asked
from bot.platforms.telegram.platform_texts import words_in
from bot.render.telegram import pages
from bot.transport import Envelope

CACHED = 300
"""Seconds that Telegram gives the same person the same answer to the same query, without asking us."""
MOST = 50
"""Results that Telegram shows."""
LONGEST_TITLE = 200
"""Characters of a sentence in the list of results; the message that is sent has all of it."""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def answer_inline(bot: Bot, envelope: Envelope, reply: Reply) -> None:
    """Give the sentences of a reply as results; where there are none, a button leads to a chat with the bot."""
    cited = [] if envelope.address["offset"] else [part for part in reply.parts if isinstance(part, Cited)]
    button = InlineQueryResultsButton(words_in(reply.language).ask_here, start_parameter="inline")
    try:
        await asked(
            bot.answer_inline_query(
                envelope.address["inline"],
                results(cited, reply.language),
                cache_time=CACHED,
                is_personal=True,
                next_offset="",
                button=None if cited else button,
            )
        )
    except ExpiredError:
        return


def results(cited: list[Cited], language: str) -> list[InlineQueryResultArticle]:
    """Return sentences as inline results."""
    return [_result(number, one, language) for number, one in enumerate(cited[:MOST], 1)]


def _result(number: int, cited: Cited, language: str) -> InlineQueryResultArticle:
    text = pages(Reply((replace(cited, number=0),), language))[0]  # no other answer stands beside it there
    title = " ".join(cited.text.split())
    return InlineQueryResultArticle(
        id=f"{number}-{sha256(cited.text.encode('utf-8', 'replace')).hexdigest()[:16]}",
        title=title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…",
        input_message_content=InputTextMessageContent(
            text.html, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
        ),
        description=" ".join(cited.source.split()),
    )
