"""The command line: what a person or a program can ask for.

Rule of this room: 0 is done, 2 is "you can mend this" with one line on standard error; what a command needs beyond its
words is loaded when it runs: `--help` takes 80 ms, and half as long again with what every command needs.
"""

import click

from bot import __version__
from bot.command_line import articles, asking, chats, feeds, inspecting, keeping

COMMANDS = (
    asking.ask,
    asking.check,
    asking.quote,
    articles.analyze,
    articles.view,
    articles.changes,
    articles.ingest,
    articles.embed,
    articles.articles,
    articles.remove,
    feeds.follow,
    feeds.feeds,
    feeds.unfollow,
    chats.console,
    chats.serve,
    chats.telegram,
    chats.slack,
    chats.manifest,
    keeping.copy,
    keeping.backup,
    keeping.restore,
    inspecting.evaluate,
    inspecting.dictionary,
    inspecting.doctor,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def cli() -> None:
    """Ask a news article; get its own sentences, word for word, each with who says so.

    Example: article-bot ask --article story.txt "what did Russia send?"
    """


for command in COMMANDS:
    cli.add_command(command)
