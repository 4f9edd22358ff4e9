"""The program: runs the command line, and is the last door behind which no stack trace is seen.

Rule of this module: whatever happens, it ends with an exit code, and with one line on standard error at most.
"""

import atexit
import errno
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from bot.command_line import cli
from bot.command_line.running import MENDABLE, fail, phrases

__all__ = ["cli", "main", "program"]


def main() -> None:
    """Run the command line and end with its exit code."""
    try:
        if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.errors == "strict":
            sys.stdout.reconfigure(errors="replace")  # a file's name may hold what no output can
        sys.exit(cli(prog_name="article-bot", standalone_mode=False))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(MENDABLE)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        fail(f"{error.format_message()} ({context.command_path if context else 'article-bot'} --help)")
    except click.Abort:
        sys.exit(130)
    except BrokenPipeError:
        _drop_output()  # the reader of a pipe has left
    except Exception as error:  # noqa: BLE001 - the last door: no stack trace behind it
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            _drop_output()
            fail(phrases().output)
        fail(f"{phrases().internal} ({type(error).__name__})")


def program() -> None:
    """Run the command line as a process of its own."""
    ended: list[int] = []
    atexit.register(_leave, ended)  # registered before all others, so called after them
    try:
        main()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            ended.append(end.code or 0)
        raise


def _leave(ended: Sequence[int]) -> None:
    """End the process with its exit code, where it has one.

    Python would take apart first all that was loaded, which takes longer than a question.
    """
    for code in ended:
        try:
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
        except (OSError, ValueError):
            return  # Python tries again, and ends with a code that says so
        os._exit(code)


def _drop_output() -> None:
    """Let go of what is still buffered: at the end, Python would try to write it once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    program()
