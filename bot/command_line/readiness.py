"""Asks a running `serve` whether it is ready, as a container's health check does.

Rule of this module: it loads next to nothing, for it runs every few seconds; what it says is one line.
"""

import json

import click

from bot.command_line.running import done, phrases

UNREADY = 1
"""Exit code where the bot is not ready; Docker knows 0 and 1."""
PATIENCE = 5.0
"""Seconds."""
ANYWHERE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what is asked instead
"""Where to ask what listens everywhere."""
LONGEST = 10_000
"""Bytes of an answer that are read."""
OK = 200


def ask_whether_ready() -> int:
    """Say on standard output whether the bot at BOT_LISTEN is ready, and return the exit code."""
    from bot.settings import load_settings  # noqa: PLC0415 - `--help` needs none of it

    place = done(load_settings).listen
    words = phrases()
    try:
        good, state = _asked(place)
    except (OSError, ValueError):
        click.echo(words.no_answer.format(place=place))
        return UNREADY
    click.echo((words.ready if good else words.not_ready).format(place=place, state=state))
    return 0 if good else UNREADY


def _asked(place: str) -> tuple[bool, str]:
    """Return whether the bot says that it is ready, and how it is about each part; raises `OSError`, `ValueError`."""
    from http.client import HTTPConnection, HTTPException  # noqa: PLC0415 - 10 ms that no other command needs

    host, _, port = place.rpartition(":")
    host = host.strip("[]")
    connection = HTTPConnection(ANYWHERE.get(host, host), int(port), timeout=PATIENCE)
    try:
        connection.request("GET", "/readyz")
        answer = connection.getresponse()
        given = json.loads(answer.read(LONGEST))
        parts = {"store": given["store"], **given["platforms"]}
    except (HTTPException, KeyError, TypeError) as error:
        raise ValueError from error
    finally:
        connection.close()
    return answer.status == OK, ", ".join(f"{name} {condition}" for name, condition in parts.items())
