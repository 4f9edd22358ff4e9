"""The peer of benchmarks/telegram.py: the smallest bot that python-telegram-bot can be; it answers with the question.

With the argument `edit` it sends a placeholder first and then edits it, as the bot does.

Rule of this file: the library as its documentation shows it, with its own webhook and `concurrent_updates` on.
"""

import logging
import os
import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

AT_ONCE = 256
"""Updates at work and connections, so that none of 64 waits for another."""


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer with the question."""
    if update.effective_message is not None and update.effective_message.text:
        await update.effective_message.reply_text(update.effective_message.text)


async def edit(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer with a placeholder, and put the question in its place."""
    if update.effective_message is not None and update.effective_message.text:
        placed = await update.effective_message.reply_text("…")
        await placed.edit_text(update.effective_message.text)


def main() -> None:
    """Run until killed; settings are those of the bot."""
    logging.basicConfig(level=logging.ERROR)
    builder = Application.builder().token(os.environ["BOT_TELEGRAM_TOKEN"])
    builder = builder.base_url(os.environ["BOT_TELEGRAM_API_URL"] + "/bot").concurrent_updates(AT_ONCE)
    application = builder.connection_pool_size(AT_ONCE).pool_timeout(60).build()
    application.add_handler(MessageHandler(filters.TEXT, edit if sys.argv[1:] == ["edit"] else echo))
    url = os.environ.get("BOT_TELEGRAM_WEBHOOK_URL", "")
    if not url:
        application.run_polling(timeout=10)
        return
    host, _, port = os.environ["BOT_TELEGRAM_LISTEN"].rpartition(":")
    application.run_webhook(
        listen=host,
        port=int(port),
        url_path="telegram",
        webhook_url=url,
        secret_token=os.environ["BOT_TELEGRAM_WEBHOOK_SECRET"],
    )


if __name__ == "__main__":
    main()
