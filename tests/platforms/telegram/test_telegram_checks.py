"""The doctor's look at Telegram: what it finds, in both languages, and what it never shows."""

import json
import re
from dataclasses import fields, replace

import pytest

from bot.platforms.telegram import Options
from bot.platforms.telegram import checks as module
from bot.platforms.telegram.checks import examine
from bot.platforms.telegram.platform_texts import ENGLISH, GERMAN, Checks
from tests.servers.bot_api import BotApi, Fault, How, serving

WORDS = ENGLISH.checks
HOOK = "https://example.org/hidden"


async def found(options: Options, language: str = "en") -> list[tuple[bool, str]]:
    checks = await examine(options, language)
    assert all(check.text.count("\n") == 0 for check in checks)
    if options.token:
        assert not any(options.token in check.text for check in checks)
    return [(check.good, check.text) for check in checks]


async def test_a_token_that_works_is_named_by_its_bot() -> None:
    async with serving() as api:
        assert await found(Options(api.token, api.url)) == [(True, "Telegram: the token belongs to @article_bot")]
        assert (await found(Options(api.token, api.url), "de"))[0][1].startswith("Telegram: das Token gehört")


async def test_a_token_that_is_missing_malformed_or_refused_is_said_to_be_so() -> None:
    async with serving() as api:
        assert await found(Options("", api.url)) == [(True, WORDS.missing)]
        assert await found(Options("xoxb-no", api.url)) == [(False, WORDS.malformed)]
        assert await found(Options(api.token[:-1], api.url)) == [(False, WORDS.refused)]
        assert len(api.calls) == 1


async def test_a_bot_api_that_does_not_answer_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.1)
    async with serving() as api:
        options = Options(api.token, api.url)
        api.faults.broken("getMe", status=404)
        assert await found(options) == [(False, WORDS.unreachable)]
        api.faults.freeze()
        assert await found(options) == [(False, WORDS.unreachable)]
        api.faults.thaw()
        await api.down()
        assert await found(options) == [(False, WORDS.unreachable)]
        assert await found(replace(options, api_url="not a url")) == [(False, WORDS.unreachable)]


@pytest.mark.parametrize("end", ["/bot", "/bot/", "/bot123456789:AAcopied-too-much"])
async def test_an_address_that_goes_on_behind_the_root_is_said_to_be_so(end: str) -> None:
    async with serving() as api:
        assert await found(Options(api.token, api.url + end)) == [(False, WORDS.odd_root)]
        assert await found(Options(api.token, f"{api.url}/mirror")) != [(False, WORDS.odd_root)]


async def test_what_is_not_set_up_or_could_be_otherwise_is_a_hint() -> None:
    async with serving() as api:
        [missing] = await examine(Options("", api.url), "en")
        assert missing.hint
        described(api, supports_inline_queries=False)
        works, inline, *_ = await examine(Options(api.token, api.url), "en")
        assert (works.hint, inline.hint) == (False, True)


def described(api: BotApi, **me: bool) -> None:
    body = json.dumps({"ok": True, "result": api.me | me})
    api.faults.add(Fault(How.ANSWER, "getMe", body=body))


async def test_what_botfather_could_turn_on_or_off_is_a_hint() -> None:
    async with serving() as api:
        described(api, can_join_groups=False, supports_inline_queries=False, can_read_all_group_messages=True)
        hints = (WORDS.no_inline, WORDS.no_groups, WORDS.no_privacy)
        assert (await found(Options(api.token, api.url)))[1:] == [(True, h.format(name="article_bot")) for h in hints]


async def test_a_webhook_somewhere_else_is_something_to_mend() -> None:
    async with serving() as api:
        api.updates.hook.url = "https://elsewhere.example.org/x"
        assert (False, WORDS.elsewhere) in await found(Options(api.token, api.url))
        assert (False, WORDS.elsewhere) in await found(Options(api.token, api.url, HOOK, "s"))
        api.updates.hook.url = HOOK
        assert len(await found(Options(api.token, api.url, HOOK, "s"))) == 1


async def test_messages_that_could_not_be_delivered_are_counted() -> None:
    async with serving() as api:
        api.people.write("one")
        api.people.write("two")
        api.updates.hook.url = HOOK
        api.updates.hook.last_error = "Connection refused"
        api.updates.hook.last_error_at = 1_700_000_000.0
        assert (False, WORDS.undelivered.format(count=2)) in await found(Options(api.token, api.url, HOOK, "s"))


async def test_settings_of_the_webhook_that_cannot_work_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving() as api:
        monkeypatch.setattr(module, "PUBLIC", api.url)
        wrong = Options(api.token, api.url, "http://example.org/x", "not a secret!", "8080")
        assert [text for good, text in await found(wrong) if not good] == [
            WORDS.no_https,
            WORDS.bad_secret,
            WORDS.bad_listen,
        ]


def test_both_languages_say_all_of_it_and_name_the_same_settings() -> None:
    for field in fields(Checks):
        german, english = getattr(GERMAN.checks, field.name), getattr(ENGLISH.checks, field.name)
        assert german != english
        assert re.findall(r"BOT_[A-Z_]+|[{]\w+[}]", german) == re.findall(r"BOT_[A-Z_]+|[{]\w+[}]", english)
