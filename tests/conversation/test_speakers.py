"""Sources that have more to say than one page holds."""

import pytest

from bot import languages
from bot.chat import Cited, Kind, Reply, Rows
from bot.conversation.error_messages import PHRASES
from bot.conversation.speakers import A_PAGE, AT_ONCE, MOST, every, listing
from bot.fetch import Document
from bot.model import Article, Attribution, Confidence, Mention, Mode, Sentence, Span
from bot.render import plain, telegram
from bot.render.slack import page_count
from bot.service import Library
from tests.talking import Talk, offered

TEXT = "Harbour closed\n\nThe harbour is closed for the winter.\n\n" + "\n\n".join(
    f"Mayor Ann Lee said that pier {n} would open late." for n in range(MOST + 2)
)


@pytest.fixture
async def harbour(talk: Talk, library: Library) -> Talk:
    article = await offered(library, Document(TEXT.encode(), "text/plain", "harbour.txt"))
    await talk.says(f"/start {article.id[:16]}")
    return talk


async def test_many_claims_are_counted_and_not_all_shown(harbour: Talk) -> None:
    reply = await harbour.says("/sources", language="en")
    seen = plain.render(reply)
    assert "Ann Lee, Mayor" in seen
    assert f"{MOST + 2}×" in seen
    assert "the article itself" in seen
    assert "/sources N" in seen
    assert not any(isinstance(part, Cited) for part in reply.parts)


async def test_a_source_is_paged_and_its_sentences_have_numbers(harbour: Talk) -> None:
    first = await harbour.says("/sources 1", language="en")
    cited = [part for part in first.parts if isinstance(part, Cited)]
    assert [part.number for part in cited] == list(range(1, AT_ONCE + 1))
    assert [action.text for action in first.actions] == ["/sources 1 2"]
    last = await harbour.says("/sources 1 99", language="en", kind=Kind.TAP)
    cited = [part for part in last.parts if isinstance(part, Cited)]
    assert cited[-1].number == MOST + 2
    assert cited[-1].text == f"Mayor Ann Lee said that pier {MOST + 1} would open late."
    assert last.actions == ()
    assert f"pier {MOST}" in plain.render(await harbour.says(f"/context {MOST + 1}", language="en"))


async def test_all_sources_begin_with_their_table_and_go_on_in_small_pages(talk: Talk) -> None:
    reply = await talk.says("/sources", language="en")
    texts = [page.plain for page in telegram.pages(reply)]
    assert "Who says what in the article" in texts[0]
    assert "Source:" not in texts[0]
    assert all(0 < text.count("Source:") <= A_PAGE for text in texts[1:])
    assert page_count(reply) == len(texts)


async def test_why_and_more_after_a_list_say_that_nothing_was_searched_for(talk: Talk) -> None:
    for listing_of in ("/sources", "/sources 1", "What is it about?"):
        await talk.says(listing_of, language="en")
        why = plain.render(await talk.says("/why 1", language="en"))
        assert "listed, not searched for" in why
        assert "that it is an answer" not in why
        assert "nothing more" in plain.render(await talk.says("/more", language="en"))
    await talk.says("What did Selenskyj warn of?", language="en")
    assert "that it is an answer" in plain.render(await talk.says("/why 1", language="en"))


@pytest.mark.parametrize("wanted", ["0", "2", "-1", "x", "99999999999999999999", "1x", "²"])
async def test_a_source_that_is_not_there_is_named(harbour: Talk, wanted: str) -> None:
    assert "There is no source" in plain.render(await harbour.says(f"/sources {wanted}", language="en"))


def test_what_a_guess_alone_names_is_neither_a_source_nor_the_article_itself() -> None:
    text, whole = "Ann left.", Span(0, 9)
    said = Attribution((whole,), (), Mode.INDIRECT, Mention(Span(0, 3), "Ann"), confidence=Confidence.LOW)
    article = Article("id", text, "en", "-", (), (Sentence(whole, 0),), (), (said,))
    sources = every(article, PHRASES["en"])
    assert sources == ()
    parts = listing(article, sources, PHRASES["en"])
    assert "Ann" not in plain.render(Reply(parts, "en"))
    assert [row[1:3] for part in parts if isinstance(part, Rows) for row in part.rows] == [
        ("the article itself", "0×"),
        ("not clear who", "1×"),
    ]


def test_languages_can_ask_for_every_act() -> None:
    for language in languages.LANGUAGES.values():
        assert len({kind for kind, _ in language.speaker_questions.speech_acts}) == 7
