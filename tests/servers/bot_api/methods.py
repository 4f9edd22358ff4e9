"""The methods of the Bot API that a bot for text needs.

Rule of this module: a method checks what the real one checks before it does anything, and answers what it answers.
"""

import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from tests.servers.bot_api.markup import Entity, check_bounds, parse_html, units
from tests.servers.bot_api.record import Message, Version
from tests.servers.bot_api.values import Json, Params, bad

if TYPE_CHECKING:
    from tests.servers.bot_api.server import BotApi

LONGEST_TEXT = 4096
"""UTF-16 code units after parsing."""
LONGEST_DATA = 64
"""Bytes of a button's callback data."""
LONGEST_QUOTE = 1024
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
ACTIONS = frozenset(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note".split()
)
OPENERS = ("url", "login_url", "web_app", "switch_inline_query", "switch_inline_query_current_chat", "copy_text", "pay")
COMMAND = re.compile(r"[a-z0-9_]{1,32}")

Method = Callable[["BotApi", Params], Awaitable[Any]]


def content(params: Params, name: str = "text", mode: str = "parse_mode") -> Version:
    """Return the text that a call brings, parsed; raises `RefusedError`."""
    source = params.text(name)
    if not source:
        raise bad("message text is empty")
    return Version(*formatted(source, params.text(mode), params.json("entities")), keyboard(params))


def formatted(source: str, mode: str, given: list[Json] | None) -> tuple[str, tuple[Entity, ...]]:
    """Return a text and its entities, from HTML or from a list; Telegram trims it and counts after that."""
    entities: tuple[Entity, ...] = ()
    if mode.lower() == "html":
        source, entities = parse_html(source)
    elif mode:
        raise bad(f"unsupported parse_mode {mode}")
    elif given:
        entities = tuple(Entity(e["type"], int(e["offset"]), int(e["length"]), e.get("url", "")) for e in given)
        check_bounds(source, entities)
    text = source.replace("\0", "").rstrip()
    lead = units(text) - units(text.lstrip())
    text = text.lstrip()
    if not text:
        raise bad("message text is empty")
    if units(text) > LONGEST_TEXT:
        raise bad("message is too long")
    return text, tuple(_moved(entity, lead, units(text)) for entity in entities if entity.offset - lead < units(text))


def _moved(entity: Entity, lead: int, end: int) -> Entity:
    start = max(entity.offset - lead, 0)
    return Entity(entity.type, start, min(entity.offset + entity.length - lead, end) - start, entity.url)


def keyboard(params: Params) -> Json | None:
    """Return the inline keyboard of a call; raises `RefusedError` for a button that Telegram would not show."""
    markup = params.json("reply_markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    rows = markup.get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100 or any(len(row) > 8 for row in rows):
        raise bad("REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        _check_button(button)
    return markup if buttons else None


def _check_button(button: Json) -> None:
    if not str(button.get("text", "")).strip():
        raise bad('can\'t parse inline keyboard button: Field "text" must be of type String')
    data = button.get("callback_data")
    if data is None and not any(name in button for name in OPENERS):
        raise bad("Text buttons are unallowed in the inline keyboard")
    if data is not None and not 1 <= len(str(data).encode()) <= LONGEST_DATA:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and not str(button["url"]).startswith(("http://", "https://", "tg://")):
        raise bad("BUTTON_URL_INVALID")


async def send_message(api: "BotApi", params: Params) -> Json:
    chat = int(api.record.chat(params.text("chat_id"))["id"])
    version = content(params)
    thread = params.number("message_thread_id")
    if thread and (chat, thread) not in api.record.topics:
        raise bad("message thread not found")
    answered, quote = _reply(api, params, chat)
    message = Message(api.record.number(chat), chat, api.me, [version], answered, quote, thread, ours=True)
    message.silent = params.flag("disable_notification")
    api.record.keep(message)
    api.wrote(message)
    return api.record.json(message)


LONGEST_CAPTION = 1024
"""UTF-16 code units after parsing."""


def sending(kind: str) -> Method:
    """Return a method that sends a file of a kind as a message, with a caption below it."""

    async def send(api: "BotApi", params: Params) -> Json:
        chat = int(api.record.chat(params.text("chat_id"))["id"])
        media, version = uploaded(kind, params.given.get(kind)), captioned(params)
        answered, quote = _reply(api, params, chat)
        thread = params.number("message_thread_id")
        message = Message(api.record.number(chat), chat, api.me, [version], answered, quote, thread, ours=True)
        message.media = media
        api.record.keep(message)
        api.wrote(message)
        return api.record.json(message)

    return send


def uploaded(kind: str, file: Any) -> Json:  # noqa: ANN401 - whatever the caller sent
    """Return a file that a form brings, as a message has it; raises `RefusedError` for anything else."""
    if not hasattr(file, "file"):
        raise bad(f"there is no {kind} in the request")
    content = file.file.read()
    if kind == "photo" and not content.startswith(b"\x89PNG"):
        raise bad("IMAGE_PROCESS_FAILED")
    told = {"file_id": f"sent-{len(content)}", "file_unique_id": "sent", "file_size": len(content)}
    if kind == "photo":
        return {"photo": [told | {"width": 1200, "height": 900}], "_content": content}
    return {"document": told | {"file_name": file.filename, "mime_type": file.content_type}, "_content": content}


def captioned(params: Params) -> Version:
    """Return the caption that a call brings, parsed; raises `RefusedError`."""
    text, entities = formatted(params.text("caption"), params.text("parse_mode"), params.json("caption_entities"))
    if units(text) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    return Version(text, entities, keyboard(params))


async def edit_message_media(api: "BotApi", params: Params) -> Json | bool:
    message = _editable(api, params)
    media = params.json("media")
    if not isinstance(media, dict) or media.get("type") not in {"photo", "document"}:
        raise bad("can't parse InputMedia")
    file = params.given.get(str(media.get("media", "")).removeprefix("attach://"))
    found = uploaded(media["type"], file)
    version = captioned(Params({**media, "reply_markup": params.given.get("reply_markup")}))
    message.media = found
    return _edit(api, message, version)


def _reply(api: "BotApi", params: Params, chat: int) -> tuple[int, str]:
    """Return the message that is replied to and the words of it that are quoted."""
    given = params.json("reply_parameters") or {}
    number = int(given.get("message_id") or params.number("reply_to_message_id"))
    if not number:
        return 0, ""
    there = int(given.get("chat_id") or chat)
    answered = api.record.find(there, number)
    if answered is None:
        if given.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
            return 0, ""
        raise bad("message to be replied not found")
    quote = str(given.get("quote") or "")
    if quote and given.get("quote_parse_mode", "").lower() == "html":
        quote, _ = parse_html(quote)
    if units(quote) > LONGEST_QUOTE or quote not in answered.text:
        raise bad("QUOTE_TEXT_INVALID")
    return number, quote


async def edit_message_text(api: "BotApi", params: Params) -> Json | bool:
    if params.text("inline_message_id"):
        content(params)
        return True
    message = _editable(api, params)
    if message.media:
        raise bad("there is no text in the message to edit")
    return _edit(api, message, content(params))


async def edit_message_reply_markup(api: "BotApi", params: Params) -> Json | bool:
    message = _editable(api, params)
    now = message.versions[-1]
    return _edit(api, message, Version(now.text, now.entities, keyboard(params)))


async def stop_message_live_location(api: "BotApi", params: Params) -> Json:
    """No message here is a live location; before that is said, it is looked whether there is one and whose it is."""
    _editable(api, params)
    raise bad("there is no live location in the message to edit")


def _editable(api: "BotApi", params: Params) -> Message:
    chat = int(api.record.chat(params.text("chat_id"))["id"])
    message = api.record.find(chat, params.number("message_id"))
    if message is None:
        raise bad("message to edit not found")
    if not message.ours:
        raise bad("message can't be edited")
    return message


def _edit(api: "BotApi", message: Message, version: Version) -> Json:
    if version == message.versions[-1]:
        raise bad(NOT_MODIFIED)
    message.versions.append(version)
    api.wrote(message)
    return api.record.json(message)


async def delete_message(api: "BotApi", params: Params) -> bool:
    chat = int(api.record.chat(params.text("chat_id"))["id"])
    message = api.record.find(chat, params.number("message_id"))
    if message is None:
        raise bad("message to delete not found")
    if not message.ours and api.record.chats[chat]["type"] != "private":
        raise bad("message can't be deleted")
    message.deleted = True
    return True


async def answer_callback_query(api: "BotApi", params: Params) -> bool:
    if len(params.text("text")) > 200:
        raise bad("MESSAGE_TOO_LONG")
    return _answered(api.record.taps, params.text("callback_query_id"), dict(params.given))


async def answer_inline_query(api: "BotApi", params: Params) -> bool:
    results = params.json("results")
    if not isinstance(results, list):
        raise bad("can't parse inline query results JSON object")
    if len(results) > 50:
        raise bad("RESULTS_TOO_MUCH")
    names = [str(result.get("id", "")) for result in results]
    if len(set(names)) < len(names) or not all(1 <= len(name.encode()) <= 64 for name in names):
        raise bad("RESULT_ID_INVALID")
    for result in results:
        _check_result(result)
    given = dict(params.given) | {"results": results}
    return _answered(api.record.inline, params.text("inline_query_id"), given)


def _check_result(result: Json) -> None:
    if not result.get("title"):
        raise bad("can't parse InlineQueryResult: Can't find field \"title\"")
    written = result.get("input_message_content")
    if not isinstance(written, dict):
        raise bad("can't parse InlineQueryResult: Can't find field \"input_message_content\"")
    named = Params(written | {"entities": written.get("entities"), "reply_markup": result.get("reply_markup")})
    content(named, "message_text")


def _answered(waiting: dict[str, Json], name: str, answer: Json) -> bool:
    if waiting.get(name, answer):
        raise bad(TOO_OLD)
    waiting[name] = answer
    return True


async def send_chat_action(api: "BotApi", params: Params) -> bool:
    chat = int(api.record.chat(params.text("chat_id"))["id"])
    if params.text("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    api.actions.append((chat, params.text("action")))
    return True


async def set_my_commands(api: "BotApi", params: Params) -> bool:
    commands = params.json("commands") or []
    for one in commands:
        if not COMMAND.fullmatch(str(one.get("command", ""))):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(one.get("description", ""))) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    api.commands[_scope(params)] = commands
    return True


async def get_my_commands(api: "BotApi", params: Params) -> list[Json]:
    return api.commands.get(_scope(params), [])


async def delete_my_commands(api: "BotApi", params: Params) -> bool:
    api.commands.pop(_scope(params), None)
    return True


def _scope(params: Params) -> tuple[str, str]:
    scope = params.json("scope") or {}
    return str(scope.get("type", "default")), params.text("language_code")


def profile(field: str, longest: int) -> Method:
    """Return a method that sets a text of the bot's profile, in one language or in all others."""

    async def change(api: "BotApi", params: Params) -> bool:
        text = params.text(field)
        if len(text) > longest:
            raise bad(f"BOT_{field.upper()}_TOO_LONG")
        api.profile[field, params.text("language_code")] = text
        return True

    return change


def shown(field: str) -> Method:
    """Return a method that gives such a text back."""

    async def read(api: "BotApi", params: Params) -> Json:
        return {field: api.profile.get((field, params.text("language_code")), "")}

    return read


async def get_me(api: "BotApi", _params: Params) -> Json:
    return api.me | {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}


async def get_file(api: "BotApi", params: Params) -> Json:
    return api.files.found(params.text("file_id"))


async def get_updates(api: "BotApi", params: Params) -> list[Json]:
    return await api.updates.take(params)


async def set_webhook(api: "BotApi", params: Params) -> bool:
    await api.updates.set_hook(params)
    return True


async def delete_webhook(api: "BotApi", params: Params) -> bool:
    await api.updates.drop_hook(params)
    return True


async def get_webhook_info(api: "BotApi", _params: Params) -> Json:
    return api.updates.info()


async def get_chat(api: "BotApi", params: Params) -> Json:
    return api.record.chat(params.text("chat_id")) | {"accent_color_id": 0, "max_reaction_count": 11}


async def yes(api: "BotApi", params: Params) -> bool:
    """Take a call that changes nothing a person could read here."""
    if "chat_id" in params:
        api.record.chat(params.text("chat_id"))
    return True


METHODS: dict[str, Method] = {
    "answercallbackquery": answer_callback_query,
    "answerinlinequery": answer_inline_query,
    "close": yes,
    "deletemessage": delete_message,
    "deletemycommands": delete_my_commands,
    "deletewebhook": delete_webhook,
    "editmessagereplymarkup": edit_message_reply_markup,
    "editmessagemedia": edit_message_media,
    "editmessagetext": edit_message_text,
    "getchat": get_chat,
    "getfile": get_file,
    "getme": get_me,
    "getmycommands": get_my_commands,
    "getmydescription": shown("description"),
    "getmyname": shown("name"),
    "getmyshortdescription": shown("short_description"),
    "getupdates": get_updates,
    "getwebhookinfo": get_webhook_info,
    "leavechat": yes,
    "logout": yes,
    "sendchataction": send_chat_action,
    "senddocument": sending("document"),
    "sendmessage": send_message,
    "sendphoto": sending("photo"),
    "stopmessagelivelocation": stop_message_live_location,
    "setchatmenubutton": yes,
    "setmessagereaction": yes,
    "setmycommands": set_my_commands,
    "setmydescription": profile("description", 512),
    "setmyname": profile("name", 64),
    "setmyshortdescription": profile("short_description", 120),
    "setwebhook": set_webhook,
}

WRITES = frozenset(
    {
        "senddocument",
        "sendphoto",
        "editmessagemedia",
        "sendmessage",
        "editmessagetext",
        "editmessagereplymarkup",
        "sendchataction",
        "deletemessage",
    }
)
"""Methods that a chat can refuse: flooded, blocked, gone."""
