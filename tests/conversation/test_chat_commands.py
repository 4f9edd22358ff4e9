"""What can be sent and tapped in a chat."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat import LONGEST_ACTION, Cited, Heading, Incoming, Kind, Reply, Rows, Said
from bot.conversation.dialogue import COMMANDS, HIDDEN, ChatTraits, Menu, Rules, menu
from bot.conversation.error_messages import PHRASES
from bot.fetch import Document
from bot.model import Article
from bot.render import plain
from bot.service import Library
from tests.dialogs import MISSILES, WARNING
from tests.talking import Talk, offered

STORIES = [
    f"Die Brücke {n} ist gesperrt\n\nDie Brücke {n} in Hagen ist seit Montag gesperrt. Das sagte Ina Roth.\n"
    for n in range(1, 9)
]
ASKED = "Was hat Russland geschickt?"


async def stored(library: Library, count: int = 8) -> list[Article]:
    return [
        await offered(library, Document(s.encode(), "text/plain", f"{n}.txt")) for n, s in enumerate(STORIES[:count])
    ]


def labels(reply: Reply) -> dict[str, str]:
    return {action.label: action.text for action in reply.actions}


@pytest.mark.parametrize("language", PHRASES)
async def test_a_start_offers_three_questions_that_are_answered(talk: Talk, language: str) -> None:
    start = await talk.says("/start", language=language, name="m1")
    assert "Raketen gegen Soldaten" in plain.render(start)
    assert [action.text for action in start.actions] == ["/example 1", "/example 2", "/example 3"]
    for action in start.actions:
        reply = await talk.says(action.text, language=language, about="m1", kind=Kind.TAP)
        assert reply.language == language
        assert reply.parts[0] == Heading(action.label)
        assert any(isinstance(part, Cited) for part in reply.parts)
        assert "/context 1" in labels(reply).values()


async def test_a_start_in_the_console_lists_its_questions(library: Library, article: Article) -> None:
    talk = Talk(library, article.id, ChatTraits(console=True))
    start = await talk.says("/start")
    assert "/example 2" in plain.render(start)
    assert start.actions == ()


async def test_a_start_with_an_articles_id_is_about_that_article(talk: Talk, library: Library) -> None:
    [story] = await stored(library, 1)
    assert "Die Brücke 1 ist gesperrt" in plain.render(await talk.says(f"/start {story.id[:16]}"))
    assert "Ina Roth" in plain.render(await talk.says("Was sagt Ina Roth?"))
    assert "Die Brücke 1" in plain.render(await talk.says("/start 0123456789abcdef"))


async def test_an_example_that_is_not_there_is_named(talk: Talk) -> None:
    for number in ("9", "0", "x", ""):
        assert "/start zeigt" in plain.render(await talk.says(f"/example {number}"))


async def test_a_question_behind_a_command_is_asked(talk: Talk) -> None:
    assert WARNING in plain.render(await talk.says("/ask Wovor warnte Selenskyj?"))
    assert "/ask Wer sagt das?" in plain.render(await talk.says("/ask"))


async def test_a_command_may_end_with_its_line(talk: Talk) -> None:
    assert WARNING in plain.render(await talk.says("/ASK\nWovor warnte Selenskyj?"))


async def test_the_folders_of_the_machine_are_shown_in_the_console_alone(library: Library, article: Article) -> None:
    assert article.origin in plain.render(await Talk(library, article.id, ChatTraits(console=True)).says("/article"))
    shown = plain.render(await Talk(library, article.id).says("/article"))
    assert "article.txt" in shown
    assert "/" not in shown


async def test_an_answer_has_buttons_that_fit_every_platform(library: Library, article: Article) -> None:
    talk = Talk(library, article.id, ChatTraits(shares=True))
    reply = await talk.says(ASKED)
    assert list(labels(reply).values()) == ["/context 1", "/else 1", "/more", "/unhelpful", "/share"]
    refused = await talk.says("Wer gewann die Fußballweltmeisterschaft?")
    assert refused.actions == ()


async def test_a_checked_statement_has_the_buttons_of_an_answer(talk: Talk) -> None:
    reply = await talk.says("/check Russland hat Raketen geschickt.", name="m1")
    assert "/context 1" in labels(reply).values()
    assert MISSILES in plain.render(await talk.taps("/context 1", "m1"))
    assert (await talk.says("/check")).actions == ()


async def test_the_context_of_one_answer_leads_to_the_others(talk: Talk) -> None:
    await talk.says(ASKED)
    reply = await talk.says("/context 2")
    assert labels(reply) == {"Antwort 1": "/context 1", "Antwort 3": "/context 3"}


async def test_others_who_speak_about_it_are_found_and_numbered_on(talk: Talk) -> None:
    await talk.says("What did Russia send?", language="en")
    reply = await talk.says("/else 1")
    [other] = [part for part in reply.parts if isinstance(part, Cited)]
    assert other.text.startswith("Pjöngjang habe Raketen")
    assert "Shin Won-sik" in other.source
    assert other.number == 4
    assert other.text in plain.render(await talk.says("/context 4"))


async def test_nobody_else_is_said_to_be_nobody_else(talk: Talk) -> None:
    await talk.says("Wovor warnte Selenskyj?")
    assert "sonst niemand" in plain.render(await talk.says("/else"))


async def test_what_did_not_help_says_in_one_line_what_can_be_done_and_is_counted_without_a_word_of_it(
    talk: Talk,
) -> None:
    await talk.says("Wovor warnte Selenskyj?")
    reply = await talk.says("/unhelpful")
    first, *others = [part.text for part in reply.parts if isinstance(part, Said)]
    assert all(words in first for words in ("in anderen Worten", "/why", "/sources"))
    assert others in ([], ["Vielleicht hilft einer dieser Sätze:"])
    assert not {"/unhelpful", "/share"} & set(labels(reply).values())
    assert talk.logged == [("unhelpful", {"refused": 0, "sentences": 1})]


async def test_what_is_shared_is_what_was_shown_with_its_question(library: Library, article: Article) -> None:
    talk = Talk(library, article.id, ChatTraits(shares=True))
    shown = await talk.says(ASKED, name="m1")
    await talk.says("Wovor warnte Selenskyj?", name="m2")
    shared = await talk.taps("/share", "m1")
    assert (shared.parts, shared.public, shared.question) == (shown.parts, True, ASKED)
    assert "/share" not in labels(shared).values()
    await talk.says("/help")
    assert (await talk.says("/share")).question == "Wovor warnte Selenskyj?"


async def test_articles_are_listed_by_pages_and_chosen_by_a_tap(talk: Talk, library: Library) -> None:
    stories = await stored(library)
    first = await talk.says("/articles", name="m1")
    assert len([a for a in first.actions if a.text.startswith("/article ")]) == 6
    assert labels(first)["Weiter"] == "/articles 2"
    second = await talk.taps("/articles 2", "m1")
    assert second.replaces
    assert labels(second)["Zurück"] == "/articles 1"
    assert "Raketen gegen Soldaten" in plain.render(second)
    chosen = next(a for a in first.actions if "Brücke 8" in a.label)
    assert "Brücke 8" in plain.render(await talk.taps(chosen.text, "m1"))
    assert stories[7].text.splitlines()[2].partition(".")[0] in plain.render(await talk.says("Was ist gesperrt?"))


async def test_a_chosen_article_stays_chosen_when_the_talk_is_forgotten(talk: Talk, library: Library) -> None:
    [story] = await stored(library, 1)
    await talk.says(f"/article {story.id[:16]}")
    talk.clock += 10_000
    assert "Brücke 1" in plain.render(await talk.says("/article"))
    assert "Raketen" in plain.render(await talk.says("/article", chat="telegram:8"))


async def test_an_article_chosen_in_a_shared_chat_is_everybodys(talk: Talk, library: Library) -> None:
    [story] = await stored(library, 1)
    await talk.says(f"/article {story.id[:16]}", chat="slack:C1", user="slack:1", shared=True)
    for chat in ("slack:C1", "slack:C1/17.3"):
        reply = await talk.says("/article", chat=chat, user="slack:2", shared=True)
        assert "Brücke 1" in plain.render(reply)
    assert "Raketen" in plain.render(await talk.says("/article", chat="slack:C2", user="slack:1", shared=True))


async def test_a_thread_follows_when_its_channel_takes_another_article(talk: Talk, library: Library) -> None:
    [story] = await stored(library, 1)
    assert MISSILES in plain.render(await talk.says(ASKED, chat="slack:C1/17.3", shared=True))
    await talk.says(f"/article {story.id[:16]}", chat="slack:C1", user="slack:2", shared=True)
    assert "Brücke 1" in plain.render(await talk.says("Was ist gesperrt?", chat="slack:C1/17.3", shared=True))


async def test_of_very_many_sentences_the_best_are_shown_and_more_brings_others(talk: Talk, library: Library) -> None:
    text = "\n\n".join(f"Norwegen schickte am {n}. Tag Holz nach Schweden." for n in range(1, 41))
    article = await offered(library, Document(text.encode(), "text/plain", "long.txt"))
    await talk.says(f"/article {article.id[:16]}")
    reply = await talk.says("Was schickte Norwegen?")
    assert "40 Sätze des Artikels passen; hier sind die besten 20" in plain.render(reply)
    assert [part.number for part in reply.parts if isinstance(part, Cited)] == list(range(1, 21))
    more = await talk.says("/more")
    assert [part.number for part in more.parts if isinstance(part, Cited)] == list(range(21, 26))


async def test_an_article_that_was_removed_is_not_chosen_any_more(talk: Talk, library: Library) -> None:
    [story] = await stored(library, 1)
    await talk.says(f"/article {story.id[:16]}")
    await library.store.remove(story.id)
    assert "nicht mehr da" not in plain.render(await talk.says("/help"))
    assert "gibt es hier nicht mehr" in plain.render(await talk.says(ASKED))
    assert MISSILES in plain.render(await talk.says(ASKED))


async def test_a_chosen_language_is_kept_and_taken_back(talk: Talk) -> None:
    asked = await talk.says("/language")
    assert labels(asked) == {"English": "/language en", "Deutsch": "/language de", "Wie meine Frage": "/language auto"}
    assert (await talk.says("/language en")).language == "en"
    assert (await talk.says("Wovor warnte Selenskyj?")).language == "en"
    talk.clock += 10_000
    assert (await talk.says("Wovor warnte Selenskyj?", chat="telegram:8")).language == "en"
    assert (await talk.says("/language auto")).language == "en"
    assert (await talk.says("Wovor warnte Selenskyj?")).language == "de"
    assert (await talk.says("What did Russia send?")).language == "en"


async def test_without_a_choice_the_question_decides_and_then_the_platform(talk: Talk) -> None:
    assert (await talk.says("/help", language="en")).language == "en"
    assert (await talk.says("Selenskyj?", language="fr")).language == "en"
    assert (await talk.says("Wovor warnte Selenskyj?", language="en")).language == "de"


async def test_what_is_kept_is_said_and_forgotten(library: Library, article: Article) -> None:
    forgotten: list[tuple[str, str]] = []

    async def forget(chat: str, user: str) -> None:
        forgotten.append((chat, user))

    talk = Talk(library, article.id, forget=forget)
    said = plain.render(await talk.says("/privacy"))
    assert all(words in said for words in ("48 Stunden", "60 Minuten", "/forget"))
    await talk.says("/language en")
    await talk.says(ASKED, name="m1")
    assert "deleted" in plain.render(await talk.says("/forget", name="m2"))
    assert forgotten == [("telegram:7", "telegram:1")]
    assert (await talk.says("/help")).language == "de"
    assert "zuerst" in plain.render(await talk.says("/context 1"))
    assert "erinnere ich mich nicht mehr" in plain.render(await talk.taps("/context 1", "m1"))
    assert "erinnere ich mich nicht mehr" in plain.render(await talk.taps("/context 1", "m2"))


async def test_a_good_bye_is_answered_everywhere(library: Library, article: Article) -> None:
    for place in (ChatTraits(), ChatTraits(console=True)):
        reply = await Talk(library, article.id, place).says("/quit")
        assert (reply.bye, plain.render(reply)) == (True, "Auf Wiedersehen.")


async def test_the_console_says_that_it_keeps_nothing(library: Library, article: Article) -> None:
    reply = await Talk(library, article.id, ChatTraits(console=True)).says("/privacy")
    assert "BOT_HISTORY" in plain.render(reply)


async def test_owners_see_their_commands_and_nobody_else_does(library: Library, article: Article) -> None:
    talk = Talk(library, article.id, rules=Rules(owners=frozenset({"telegram:1"}), per_minute=1_000))
    assert "/revoke" in plain.render(await talk.says("/help"))
    assert "/revoke" not in plain.render(await talk.says("/help", user="telegram:2"))


@pytest.mark.parametrize("code", PHRASES)
def test_menus_name_commands_that_exist_and_mean_something(code: str) -> None:
    for kind in Menu:
        listed = menu(kind, code)
        assert {f"/{name}" for name, _ in listed} <= set(COMMANDS)
        assert all(0 < len(meaning) <= 100 and name.isalpha() and name.islower() for name, meaning in listed)
    private, group = ({name for name, _ in menu(kind, code)} for kind in (Menu.PRIVATE, Menu.GROUP))
    assert group < private
    assert "quit" not in private


@pytest.mark.parametrize("code", PHRASES)
def test_every_command_is_in_some_menu(code: str) -> None:
    menus = {f"/{name}" for kind in Menu for name, _ in menu(kind, code)}
    assert menus | {"/share", "/channel"} == set(COMMANDS)


async def test_the_settings_of_a_channel_are_there_where_channels_are(library: Library, article: Article) -> None:
    channels = Talk(library, article.id, ChatTraits(threads=1.0))
    assert "/channel" in plain.render(await channels.says("/help"))
    assert "in diesem Kanal" in plain.render(await channels.says("/channel"))
    other = Talk(library, article.id)
    assert "/channel" not in plain.render(await other.says("/help"))
    assert "/channel kenne ich nicht" in plain.render(await other.says("/channel mentions"))
    assert "Kanal" not in plain.render(await other.says("/privacy"))
    installed = Talk(library, article.id, ChatTraits(installed=True))
    assert "Workspace" in plain.render(await installed.says("/privacy"))
    assert not set(HIDDEN) & set(COMMANDS)


TEXTS = st.one_of(
    st.text(max_size=80),
    st.builds(lambda name, rest: f"{name} {rest}", st.sampled_from([*COMMANDS, *HIDDEN]), st.text(max_size=30)),
    st.builds(lambda name, n: f"{name} {n}", st.sampled_from([*COMMANDS, *HIDDEN]), st.integers(-2, 10**9)),
    st.sampled_from(["/", "//", "/context ²", "/page ٣", "/start\n/help", "mehr", "x" * 2_000, "\x00\x1b[2J\u202e"]),
)
NAMES = st.text(max_size=8)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.builds(
            Incoming,
            NAMES,
            st.sampled_from(["u1", "u2", ""]),
            TEXTS,
            st.sampled_from([None, "de", "en", "xx", "", "\ud800"]),
            NAMES,
            NAMES,
            st.sampled_from(Kind),
            st.booleans(),
            st.floats(allow_nan=True),
        ),
        min_size=1,
        max_size=5,
    )
)
async def test_whatever_comes_in_a_reply_goes_out(talk: Talk, messages: list[Incoming]) -> None:
    for incoming in messages:
        reply = await talk.handle(incoming)
        for part in reply.parts:
            said = part.text if isinstance(part, Said | Heading) else ""
            cells = [cell for row in part.rows for cell in row] if isinstance(part, Rows) else []
            assert all(text.isprintable() for text in (said, *cells)), part
        assert all(len(action.text.encode()) <= LONGEST_ACTION for action in reply.actions)
        assert all(action.text.startswith("/") and action.label.isprintable() for action in reply.actions)


async def test_who_cannot_be_answered_by_our_fault_is_told_so(library: Library, article: Article) -> None:
    reply = await Talk(library, article.id).says("Was hat Russland geschickt?", kind=Kind.FAULT)
    assert "schiefgegangen" in plain.render(reply)
