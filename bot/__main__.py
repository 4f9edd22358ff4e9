"""The program: runs the command line, and is the last door behind which no stack trace is seen.

Rule of this module: whatever happens, it ends with an exit code, and with one line on standard error at most.
"""

import os
import sys

from bot.command_line import cli
from bot.command_line.running import fail, phrases

__all__ = ["cli", "main"]


def main() -> None:
    """Run the command line and end with its exit code."""
    try:
        cli(prog_name="article-bot")
    except BrokenPipeError:
        # The reader of a pipe has left; what is still buffered has no reader either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:  # noqa: BLE001 - the last door: no stack trace behind it
        fail(f"{phrases().internal} ({type(error).__name__})")


if __name__ == "__main__":
    main()
