"""The server as a process of its own, with what people do and what breaks behind a small door.

    python -m tests.servers.bot_api --port 8081

    curl -d '{"text": "what did Russia send?"}' http://127.0.0.1:8081/control/people/write
    curl -d '{"method": "sendMessage", "times": 3}' http://127.0.0.1:8081/control/faults/swallow
    curl http://127.0.0.1:8081/control/chats/42

Rule of this module: it names the methods of `People` and `Faults` and adds none.
"""

import argparse
import asyncio
import sys

from aiohttp import web

from tests.servers.bot_api.record import Message
from tests.servers.bot_api.server import TOKEN, BotApi
from tests.servers.bot_api.values import Json

PEOPLE = ("write", "ask_inline", "push")
FAULTS = ("lose", "swallow", "slow", "linger", "broken", "flood", "block", "remove", "revoke", "freeze", "thaw")


def door(api: BotApi) -> web.Application:
    """Return the control API of a server."""
    app = web.Application()

    async def people(request: web.Request) -> web.Response:
        return _done(getattr(api.people, _one_of(request, PEOPLE))(**await request.json()))

    async def faults(request: web.Request) -> web.Response:
        given = await request.json() if request.can_read_body else {}
        getattr(api.faults, _one_of(request, FAULTS))(**given)
        return web.json_response(api.faults.state())

    async def chat(request: web.Request) -> web.Response:
        return web.json_response([_shown(m) for m in api.chat(int(request.match_info["chat"]))])

    app.router.add_post("/people/{name}", people)
    app.router.add_post("/faults/{name}", faults)
    app.router.add_get("/chats/{chat}", chat)
    return app


def _one_of(request: web.Request, names: tuple[str, ...]) -> str:
    name = request.match_info["name"]
    if name not in names:
        raise web.HTTPNotFound(text="one of: " + ", ".join(names))
    return name


def _done(result: Message | str | int) -> web.Response:
    return web.json_response(_shown(result) if isinstance(result, Message) else result)


def _shown(message: Message) -> Json:
    return {
        "id": message.id,
        "from": message.sender["first_name"],
        "versions": [version.text for version in message.versions],
        "buttons": [button["text"] for button in message.buttons],
    }


async def serve(port: int) -> None:
    """Serve until the process is stopped."""
    api = BotApi(port=port)
    await api.up(door(api))
    print(f"BOT_TELEGRAM_API_URL={api.url} BOT_TELEGRAM_TOKEN={TOKEN}", flush=True)  # noqa: T201 - what to start a bot with
    try:
        await asyncio.Event().wait()
    finally:
        await api.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        prog="python -m tests.servers.bot_api", description="A Bot API server on loopback."
    )
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1 (default: a free one)")
    try:
        asyncio.run(serve(parser.parse_args().port))
    except KeyboardInterrupt:
        sys.exit(130)
