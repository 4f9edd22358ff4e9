"""Who may ask, and how much."""

import pytest

from bot.chat import Incoming, Kind, Reply
from bot.conversation.admission import CODE_LASTS, GUESSES, mark
from bot.conversation.dialogue import ChatTraits, Rules
from bot.conversation.rate_limit import PEOPLE, Allowed, Limiter
from bot.model import Article
from bot.ports.chats import Guest
from bot.render import plain
from bot.service import Library
from tests.dialogs import WARNING
from tests.talking import Talk

OWNER, ANNA, BEN = "telegram:1", "telegram:22222", "telegram:33333"
ASKED = "Wovor warnte Selenskyj?"


@pytest.fixture
def guarded(library: Library, article: Article) -> Talk:
    rules = Rules(
        open=False, allowed=frozenset({"telegram:-100"}), owners=frozenset({OWNER}), per_minute=1_000, together=10_000
    )
    return Talk(library, article.id, rules=rules)


def code(talk: Talk) -> str:
    return str([facts["code"] for event, facts in talk.logged if event == "pairing"][-1])


def silent(reply: Reply) -> bool:
    return reply.parts == ()


async def test_a_stranger_gets_one_line_and_the_log_one_code(guarded: Talk) -> None:
    assert "/pair CODE" in plain.render(await guarded.says(ASKED, user=ANNA))
    assert silent(await guarded.says(ASKED, user=ANNA))
    assert silent(await guarded.says("/help", user=ANNA))
    assert [(event, facts["user"]) for event, facts in guarded.logged] == [("pairing", ANNA)]
    assert "/pair CODE" in plain.render(await guarded.says(ASKED, user=BEN))


async def test_the_code_from_the_log_lets_its_person_in_and_nobody_else(guarded: Talk) -> None:
    await guarded.says(ASKED, user=ANNA)
    await guarded.says(ASKED, user=BEN)
    theirs = [str(facts["code"]) for _, facts in guarded.logged]
    assert "nicht der Code" in plain.render(await guarded.says(f"/pair {theirs[0]}", user=BEN))
    assert "Willkommen" in plain.render(await guarded.says(f"/pair  {theirs[0].lower().replace('-', ' ')}", user=ANNA))
    assert WARNING in plain.render(await guarded.says(ASKED, user=ANNA))
    assert "nicht der Code" in plain.render(await guarded.says(f"/pair {theirs[0]}", user=BEN))


async def test_a_code_expires_and_the_next_one_is_another(guarded: Talk) -> None:
    await guarded.says(ASKED, user=ANNA)
    first = code(guarded)
    guarded.now += CODE_LASTS
    assert "nicht der Code" in plain.render(await guarded.says(f"/pair {first}", user=ANNA))
    assert "/pair CODE" in plain.render(await guarded.says(ASKED, user=ANNA))
    assert code(guarded) != first
    assert "Willkommen" in plain.render(await guarded.says(f"/pair {code(guarded)}", user=ANNA))


async def test_a_code_that_was_guessed_at_too_often_is_void(guarded: Talk) -> None:
    await guarded.says(ASKED, user=ANNA)
    for _ in range(GUESSES):
        await guarded.says("/pair WRONG", user=ANNA)
    assert "nicht der Code" in plain.render(await guarded.says(f"/pair {code(guarded)}", user=ANNA))


async def test_a_guess_before_there_is_a_code_lets_nobody_in(guarded: Talk) -> None:
    assert "nicht der Code" in plain.render(await guarded.says("/pair ", user=ANNA))
    assert not await guarded.guests.admitted(ANNA)


async def test_owners_and_chats_on_the_list_are_let_in(guarded: Talk) -> None:
    assert WARNING in plain.render(await guarded.says(ASKED, user=OWNER))
    assert WARNING in plain.render(await guarded.says(ASKED, user=ANNA, chat="telegram:-100"))
    assert WARNING in plain.render(await guarded.says(ASKED, user=ANNA, chat="telegram:-100/5"))
    assert "/pair" in plain.render(await guarded.says(ASKED, user=ANNA, chat="telegram:-1005"))


async def test_an_owner_lets_people_in_and_out_by_a_button_or_a_name(guarded: Talk) -> None:
    await guarded.says(ASKED, user=ANNA)
    people = await guarded.says("/people", user=OWNER)
    assert ANNA in plain.render(people)
    assert [action.text for action in people.actions] == [f"/approve {mark(ANNA)}"]
    assert "darf jetzt fragen" in plain.render(await guarded.says(people.actions[0].text, user=OWNER))
    assert WARNING in plain.render(await guarded.says(ASKED, user=ANNA))
    assert "nicht mehr" in plain.render(await guarded.says("/revoke 22222", user=OWNER))
    assert "/pair" in plain.render(await guarded.says(ASKED, user=ANNA))
    assert "33333 darf" in plain.render(await guarded.says("/approve 33333", user=OWNER))
    assert await guarded.guests.admitted(BEN)
    for nonsense in ("/approve nobody", "/revoke nobody"):
        assert "nobody" in plain.render(await guarded.says(nonsense, user=OWNER))
    for alone in ("/approve", "/revoke"):
        assert "12345" in plain.render(await guarded.says(alone, user=OWNER))


async def test_nobody_but_an_owner_can_see_or_change_the_list(guarded: Talk) -> None:
    await guarded.guests.admit(ANNA)
    for command in ("/people", "/approve 33333", f"/revoke {ANNA}"):
        assert "nur ein Eigentümer" in plain.render(await guarded.says(command, user=ANNA))
    assert await guarded.guests.guests() == (Guest(ANNA),)


async def test_an_owner_knows_people_by_their_names_and_a_name_opens_no_door(guarded: Talk) -> None:
    await guarded.handle(Incoming("telegram:7", ANNA, ASKED, "de", name="Anna Lee @anna\n/approve"))
    people = await guarded.says("/people", user=OWNER)
    assert f"Anna Lee @anna\N{REPLACEMENT CHARACTER}/approve ({ANNA})" in plain.render(people)
    assert [action.label for action in people.actions] == ["Anna Lee @anna\N{REPLACEMENT CHARACTER}/approve zulassen"]
    assert "Anna" not in str(guarded.logged)
    assert "wartet nicht" in plain.render(await guarded.says("/approve Anna", user=OWNER))
    assert f"({ANNA}) darf" in plain.render(await guarded.says(people.actions[0].text, user=OWNER))


@pytest.mark.parametrize(("language", "line"), [("de", "Sie wurden zugelassen"), ("en", "You were let in")])
async def test_who_was_approved_is_told_once_above_the_next_answer(guarded: Talk, language: str, line: str) -> None:
    await guarded.says(ASKED, user=ANNA)
    await guarded.says("/approve 22222", user=OWNER)
    asked = {"de": ASKED, "en": "What did Selenskyj warn of?"}[language]
    first = await guarded.says(asked, user=ANNA, language=language)
    assert line in plain.render(Reply(first.parts[:1], language))
    assert WARNING in plain.render(first)
    assert line not in plain.render(await guarded.says(asked, user=ANNA, language=language))


async def test_who_had_the_code_was_told_by_that(guarded: Talk) -> None:
    await guarded.says(ASKED, user=ANNA)
    await guarded.says(f"/pair {code(guarded)}", user=ANNA)
    assert "zugelassen" not in plain.render(await guarded.says(ASKED, user=ANNA))


async def test_privacy_and_forgetting_speak_of_the_list(guarded: Talk) -> None:
    await guarded.guests.admit(ANNA)
    assert "Nutzerkennung" in plain.render(await guarded.says("/privacy", user=ANNA))
    assert "weiterhin" in plain.render(await guarded.says("/forget", user=ANNA))
    assert await guarded.guests.admitted(ANNA)


async def test_a_flood_gets_one_notice_and_others_are_answered(library: Library, article: Article) -> None:
    talk = Talk(library, article.id, rules=Rules(per_minute=5))
    replies = [await talk.says(ASKED, user=ANNA) for _ in range(100)]
    texts = [plain.render(reply) for reply in replies if not silent(reply)]
    assert len(texts) == 6
    assert "15 Sekunden" in texts[5]
    assert WARNING in plain.render(await talk.says(ASKED, user=BEN))
    assert talk.logged == [("limited", {})]
    talk.clock += 13
    assert silent(await talk.says(ASKED, user=ANNA))
    talk.clock += 2
    assert WARNING in plain.render(await talk.says(ASKED, user=ANNA))


async def test_everybody_together_is_limited_too(library: Library, article: Article) -> None:
    talk = Talk(library, article.id, rules=Rules(per_minute=5, together=6))
    for user in (ANNA, ANNA, ANNA, BEN, BEN, BEN):
        assert WARNING in plain.render(await talk.says(ASKED, user=user))
    assert "15 Sekunden" in plain.render(await talk.says(ASKED, user=OWNER))
    assert silent(await talk.says(ASKED, user=OWNER))
    talk.clock += 60
    assert WARNING in plain.render(await talk.says(ASKED, user=OWNER))


async def test_taps_cost_less_than_questions(library: Library, article: Article) -> None:
    talk = Talk(library, article.id, rules=Rules(per_minute=2))
    replies = [await talk.taps("/help", "") for _ in range(9)]
    assert [silent(reply) for reply in replies] == [False] * 9
    assert "Sekunden" in plain.render(replies[8])


async def test_an_inline_query_never_brings_a_notice(guarded: Talk, library: Library, article: Article) -> None:
    assert silent(await guarded.says(ASKED, user=ANNA, kind=Kind.INLINE))
    talk = Talk(library, article.id, rules=Rules(per_minute=1))
    shown = [await talk.says("nichts", kind=Kind.INLINE) for _ in range(9)]
    assert silent(shown[-1])
    assert not any("Sekunden" in plain.render(reply) for reply in shown)
    assert guarded.logged == []
    assert "/pair CODE" in plain.render(await guarded.says(ASKED, user=ANNA))


def test_a_limiter_forgets_whom_it_need_not_know() -> None:
    limiter = Limiter(2, 10**9, lambda: 0.0)
    assert [limiter.take("anna") for _ in range(4)] == [Allowed.YES, Allowed.YES, Allowed.NOTIFIED, Allowed.NO]
    for number in range(PEOPLE):
        limiter.take(str(number))
    assert limiter.take("anna") is Allowed.YES


async def test_what_waited_too_long_gets_one_line_and_commands_are_obeyed(library: Library, article: Article) -> None:
    talk = Talk(library, article.id, ChatTraits(stale_after=60))
    assert "noch einmal" in plain.render(await talk.says(ASKED, waited=61))
    assert silent(await talk.says(ASKED, waited=61))
    assert silent(await talk.says("/ask Wer warnt?", waited=61))
    assert "/sources" in plain.render(await talk.says("/help", waited=61))
    assert WARNING in plain.render(await talk.says(ASKED, waited=59))
    assert "noch einmal" in plain.render(await talk.says(ASKED, waited=61))
    assert silent(await talk.says(ASKED, waited=61, kind=Kind.INLINE))


async def test_what_can_not_be_read_gets_a_friendly_line(library: Library, article: Article) -> None:
    talk = Talk(library, article.id)
    assert "Bilder, Ton und Video" in plain.render(
        await talk.handle(Incoming("c", "u", "", "de", kind=Kind.ATTACHMENT))
    )
