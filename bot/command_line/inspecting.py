"""Says how the bot itself is doing: what is set up, how good it is, how large its dictionary is.

Rule of this module: it stores no article.
"""

import asyncio
import json
import sys
from pathlib import Path

import click

from bot.command_line.readiness import ask_whether_ready
from bot.command_line.running import MENDABLE, done, fail_for, phrases, say_compiling
from bot.errors import BotError


@click.command()
@click.option("--errors", is_flag=True, help="Show the misses, too; those of an unseen half are only counted.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def evaluate(files: tuple[str, ...], errors: bool, as_json: bool) -> None:  # noqa: FBT001
    """Score the bot on annotated articles.

    Scored are who says so, the answers, and the checked statements.

    FILE is an expected.toml of the annotated format, or a folder with some in it.

    Example: article-bot evaluate corpus/en
    """
    from bot import evaluation  # noqa: PLC0415 - 0.1 s that no other command needs
    from bot.evaluation.annotated import corpus  # noqa: PLC0415 - as above

    runs = done(lambda: asyncio.run(evaluation.run([a for f in files for a in corpus(Path(f))])))
    if as_json:
        click.echo(json.dumps(evaluation.figures(runs), ensure_ascii=False))
        return
    for miss in evaluation.misses(runs) if errors else ():
        click.echo(miss)
    click.echo(evaluation.report(runs))


@click.command()
def dictionary() -> None:
    """Compile the large dictionary now, where there is one, and say how large it is.

    Example: article-bot dictionary
    """
    from bot.app.lexicons import compiled, large_dictionary  # noqa: PLC0415 - `--help` needs no engine, which takes 0.3 s
    from bot.core.lexical.lexicon import END  # noqa: PLC0415 - as above
    from bot.doctor import dictionary_line  # noqa: PLC0415 - as above
    from bot.settings import load_settings  # noqa: PLC0415 - as above

    try:
        found = large_dictionary(load_settings())
        click.echo(dictionary_line(found, compiled(found, say_compiling) or END, phrases()))
    except BotError as error:
        fail_for(error)


@click.command()
@click.option("--live", metavar="CHAT", default="", help="Try out in a chat of yours what only the platform can show.")
@click.option("--ready", is_flag=True, help="Only ask a running `serve` whether it is ready; exit code 1 where not.")
def doctor(live: str, ready: bool) -> None:  # noqa: FBT001
    """Say what is set up, what is missing, and what to do about it.

    A line with MEND has to be mended; one with - is not set up, or could be otherwise. CHAT is the id of a chat in
    Telegram, or of a channel in Slack; what is sent there is deleted after that.

    Example: article-bot doctor
    """
    if ready:
        sys.exit(ask_whether_ready())
    from bot.doctor import examine, try_out  # noqa: PLC0415 - `--help` needs no engine, which takes 0.3 s

    findings = asyncio.run(try_out(live, phrases()) if live else examine(phrases()))
    for finding in findings:
        mark = "MEND" if not finding.good else "-   " if finding.hint else "ok  "
        click.echo(f"{mark}  {finding.text}")
    sys.exit(0 if all(finding.good for finding in findings) else MENDABLE)
