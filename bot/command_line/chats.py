"""Opens the bot to people: in the terminal, in Telegram, in Slack, and everywhere at once.

Rule of this module: a platform's library is loaded by the command that needs it, and by no other.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.command_line.running import answer_people, phrases, run, without_terminal

if TYPE_CHECKING:
    from bot.app import Bot


@click.command()
@click.argument("article", required=False)
def console(article: str | None) -> None:
    """Talk about an article in the terminal.

    ARTICLE is a path, - for standard input, or the id of a stored article; without it, the article that BOT_ARTICLE
    names, or the one that comes along.

    Example: article-bot console story.html
    """

    async def work(bot: "Bot") -> int:
        from bot.app.drawing import drawer  # noqa: PLC0415 - `--help` needs none of it
        from bot.chat import Incoming  # noqa: PLC0415 - as above
        from bot.conversation.menus import Menu, listed  # noqa: PLC0415 - 50 ms that `ask` does not need
        from bot.platforms import console as platform  # noqa: PLC0415 - as above

        conversation, _ = await bot.converse(article)
        words = phrases()
        greeting = await conversation.greet(Incoming("console", "console", "", words.code))
        return await platform.run(
            platform.saving(conversation.handle, drawer(bot.library)),
            greeting=greeting,
            commands=listed(Menu.CONSOLE, words),
            language=words.code,
            history=_path(bot.settings.history),
        )

    sys.exit(run(work, waiting=False))


def _path(path: Path | None) -> str | None:
    return None if path is None else str(path)


@click.command()
def telegram() -> None:
    """Answer in Telegram, until stopped with Ctrl-C or SIGTERM.

    BOT_TELEGRAM_TOKEN must be set; .env.example has the other settings.

    Example: BOT_TELEGRAM_TOKEN=... article-bot telegram
    """

    async def work(bot: "Bot") -> None:
        with without_terminal():
            from bot.app import serve  # noqa: PLC0415 - the console needs no chat library

        await serve.telegram(bot)

    answer_people(work)


@click.command()
def slack() -> None:
    """Answer in Slack, until stopped with Ctrl-C or SIGTERM.

    BOT_SLACK_BOT_TOKEN must be set, and BOT_SLACK_APP_TOKEN or BOT_SLACK_SIGNING_SECRET; .env.example has the rest.

    Example: BOT_SLACK_BOT_TOKEN=... BOT_SLACK_APP_TOKEN=... article-bot slack
    """

    async def work(bot: "Bot") -> None:
        with without_terminal():
            from bot.app import serve  # noqa: PLC0415 - the console needs no chat library

        await serve.slack(bot)

    answer_people(work)


@click.command()
def serve() -> None:
    """Answer on every platform that is set up, until stopped with Ctrl-C or SIGTERM.

    One port (BOT_LISTEN) takes in webhooks and answers /livez, /readyz and /metrics; docs/operations.md has the rest.

    Example: BOT_TELEGRAM_TOKEN=... article-bot serve
    """

    async def work(bot: "Bot") -> None:
        with without_terminal():
            from bot.app import together  # noqa: PLC0415 - the console needs no chat library

        await together.serve(bot)

    answer_people(work)


@click.command()
@click.option("--url", metavar="URL", default="", help="Where Slack reaches the bot; without it, the bot connects.")
@click.option("--domain", "domains", multiple=True, metavar="NAME", help="Look at links to this domain; repeatable.")
def manifest(url: str, domains: tuple[str, ...]) -> None:
    """Print the manifest that a Slack app is created from.

    Example: article-bot manifest --url https://bot.example.org
    """
    from bot.platforms.slack.manifest import as_yaml  # noqa: PLC0415 - the console needs no chat library
    from bot.platforms.slack.manifest import manifest as made  # noqa: PLC0415 - as above

    click.echo(as_yaml(made(url.rstrip("/"), domains)), nl=False)
