"""People bring their own article: a link, files, a text; what becomes of it, and who sees it."""

import asyncio
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot import conversation
from bot.chat import Attachment, Heading, Incoming, Kind, Reply
from bot.conversation.brought import Files, Link, Pasted, is_article, joined, what_is_brought
from bot.conversation.context import Bringers, BringingRules
from bot.conversation.dialogue import ChatTraits, Rules
from bot.conversation.how_to_bring import asks_how
from bot.model import Article, Document
from bot.render import plain
from bot.service import Library
from tests.talking import Talk

ANNA, BEN, GROUP = "telegram:1", "telegram:2", "telegram:-100"
HARBOUR = """Harbour bridge closed after crash

The harbour bridge was closed on Monday after a ferry hit a pillar. Nobody was hurt, police said.

Mayor Ann Lee said the repair would cost two million pounds. “The bridge will be closed until May,” she said.

The ferry company denied that its captain had been drinking. It had sent three engineers to the harbour.

Fishermen fear for their income, because their boats can’t leave the inner basin. Their union demanded 40,000 pounds a
week from the city. The city’s lawyer Tom Reed warned of a long quarrel in court.
"""
MILL = """Alte Mühle wird Museum

Die alte Mühle am Fluss wird ein Museum. Das teilte die Stadt Hagen am Dienstag mit.

Bürgermeisterin Ina Krause sagte, der Umbau koste drei Millionen Euro. Der Heimatverein spendet zwölf Mahlsteine.

Kritik kam vom Müller Jan Voss. „Das Rad dreht sich nicht mehr“, sagte er. Das Museum soll im Mai öffnen.
"""
PAGE = "https://news.example/harbour"


@pytest.fixture
def talk(library: Library, article: Article) -> Talk:
    talk = Talk(library, article.id)
    library.now = lambda: talk.now
    talk.pages[PAGE] = Document(HARBOUR.encode(), "text/plain", PAGE)
    talk.pages["https://news.example/muehle"] = Document(MILL.encode(), "text/plain", "https://news.example/muehle")
    return talk


def private(text: str, user: str = ANNA, **more: object) -> Incoming:
    return replace(Incoming(user, user, text, "en"), **more)  # type: ignore[arg-type]


async def said(talk: Talk, text: str, user: str = ANNA, **more: object) -> str:
    return plain.render(await talk.handle(private(text, user, **more)))


@dataclass
class Behind:
    """A chat in which another message waits behind the one that is answered."""

    waiting: Incoming | None = None
    shown: list[Reply] = field(default_factory=list)

    async def show(self, reply: Reply) -> None:
        self.shown.append(reply)

    async def following(self, seconds: float) -> Incoming | None:
        assert seconds <= 2
        return self.waiting


async def test_a_link_becomes_the_article_of_the_chat(talk: Talk) -> None:
    reply = await talk.handle(private(PAGE))
    assert reply.parts[0] == Heading("Harbour bridge closed after crash")
    shown = plain.render(reply)
    assert "news.example · English · 9 sentences · 5 sources" in shown
    assert "Only you see this article here" in shown
    assert [action.text for action in reply.actions] == ["/example 1", "/example 2", "/example 3"]
    assert "two million pounds" in await said(talk, "What does the repair cost?")


async def test_every_question_that_is_suggested_is_answered(talk: Talk) -> None:
    reply = await talk.handle(private(PAGE))
    for action in reply.actions:
        assert "does not say" not in await said(talk, action.text, kind=Kind.TAP)


async def test_a_question_beside_the_link_is_answered_below_it(talk: Talk) -> None:
    shown = await said(talk, f"{PAGE} what does the repair cost?")
    assert shown.index("Harbour bridge closed") < shown.index("two million pounds")
    assert "For example" not in shown


async def test_what_stands_beside_a_link_and_asks_nothing_is_passed_over(talk: Talk) -> None:
    shown = await said(talk, f"Harbour bridge closed after crash | News Example {PAGE}")
    assert "does not say" not in shown
    assert "9 sentences" in shown


async def test_a_file_becomes_the_article_and_its_caption_is_answered(talk: Talk) -> None:
    talk.files["f1"] = HARBOUR.encode()
    file = Attachment("harbour.txt", "text/plain", len(HARBOUR), "f1")
    shown = await said(talk, "Who was hurt?", kind=Kind.FILE, files=(file,))
    assert "Harbour bridge closed" in shown
    assert "Nobody was hurt" in shown


async def test_of_several_files_each_is_told_and_the_last_is_talked_about(talk: Talk) -> None:
    talk.files |= {"f1": MILL.encode(), "f2": HARBOUR.encode()}
    files = (Attachment("a.txt", place="f1"), Attachment("gone.txt", place="f9"), Attachment("b.txt", place="f2"))
    shown = await said(talk, "", kind=Kind.FILE, files=files)
    assert shown.index("Alte Mühle") < shown.index("gone.txt can’t be fetched") < shown.index("Harbour bridge")
    assert "two million" in await said(talk, "What does the repair cost?")


@pytest.mark.parametrize(
    ("file", "content", "line"),
    [
        (Attachment("big.txt", size=6_000_000, place="f"), b"", "too large"),
        (Attachment("big.txt", place="f"), b"x" * 5_000_001, "too large"),
        (Attachment("gone.txt", place="g"), b"", "Please send it again"),
        (Attachment("cat.png", "image/png", 9, "f"), b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00", "cat.png"),
        (Attachment("empty.txt", place="f"), b"", "empty"),
        (Attachment("broken.pdf", "application/pdf", place="f"), b"%PDF-1.7 nothing", "broken.pdf"),
        (Attachment("fr.txt", place="f"), "Le pont est fermé depuis lundi. Il pleut sur la ville.".encode(), "neither"),
    ],
)
async def test_what_can_not_be_read_gets_one_line_and_leaves_the_article(
    talk: Talk, file: Attachment, content: bytes, line: str
) -> None:
    talk.files["f"] = content
    shown = await said(talk, "", kind=Kind.FILE, files=(file,))
    assert line in shown
    assert len(shown.splitlines()) == 1
    assert "Raketen gegen Soldaten" in await said(talk, "/article")


async def test_a_pasted_text_becomes_the_article(talk: Talk) -> None:
    shown = await said(talk, HARBOUR)
    assert "Harbour bridge closed after crash" in shown
    assert "9 sentences" in shown
    assert "two million" in await said(talk, "What does the repair cost?")


async def test_a_german_article_is_announced_as_one_to_an_english_reader(talk: Talk) -> None:
    assert "The article is in German. I answer in English" in await said(talk, MILL)
    assert "Der Artikel ist auf" not in await said(talk, MILL, user=BEN, language="de")


async def test_a_forwarded_post_is_an_article_where_a_typed_one_of_that_length_is_a_question(talk: Talk) -> None:
    post = HARBOUR.split("\n\n")[1] + " The harbour will open again when the pillar has been mended, it said."
    assert "Only you see this article" in plain.render(await talk.handle(private(post, forwarded=True)))
    assert what_is_brought(private(post, forwarded=True)) == Pasted(post)
    assert what_is_brought(private(post)) is None


async def parts_of(talk: Talk, parts: list[str], user: str = ANNA) -> list[str]:
    """Send messages in a row, each of which sees the next one wait."""
    replies = []
    for number, part in enumerate(parts):
        behind = private(parts[number + 1], user, id=f"m{number + 1}") if number + 1 < len(parts) else None
        incoming = private(part, user, id=f"m{number}", meanwhile=Behind(behind))
        replies.append(plain.render(await talk.handle(incoming)))
    return replies


async def test_a_text_in_five_messages_is_one_article(talk: Talk) -> None:
    title, *paragraphs = HARBOUR.strip().split("\n\n")
    long = [p + " The harbour master said so again and again, and nobody believed him. " * 5 for p in paragraphs]
    *held, last = await parts_of(talk, [f"{title}\n\n{long[0]}", *long[1:4], "It rained all day."])
    assert held == [""] * 4
    assert "Harbour bridge" in last
    assert "It rained all day." in await said(talk, "Did it rain?")
    assert len(await talk.library.store.on((ANNA,))) == 1


async def test_a_short_text_in_short_messages_is_one_article_too(talk: Talk) -> None:
    cut = HARBOUR.index("Mayor")
    first, last = await parts_of(talk, [HARBOUR[:cut], HARBOUR[cut:]])
    assert first == "Noted. I put it together with what comes next."
    assert "9 sentences" in last


async def test_a_remark_before_a_question_is_no_article(talk: Talk) -> None:
    remark = (
        "I read the whole story on the train this morning, and I must say that I did not follow it all. It is long."
    )
    first, answer = await parts_of(talk, [remark, "Wovor warnte Selenskyj?"])
    assert "Noted" not in first
    assert "Noted" not in answer


async def test_a_question_behind_a_pasted_text_is_answered_about_it(talk: Talk) -> None:
    pasted, answer = await parts_of(talk, [HARBOUR, "What does the repair cost?"])
    assert "Harbour bridge closed" in pasted
    assert "two million" in answer


async def test_a_text_whose_next_part_never_comes_is_read_when_something_else_does(talk: Talk) -> None:
    first, second = HARBOUR[:353], HARBOUR[353:]
    assert await said(talk, first, id="m1", meanwhile=Behind(private(second, id="m2"))) == ""
    shown = await said(talk, "What does the repair cost?", id="m3")
    assert "Harbour bridge closed" in shown


async def test_a_part_that_is_answered_again_after_a_crash_is_not_doubled(talk: Talk) -> None:
    first, second = HARBOUR[:353], HARBOUR[353:]
    for _ in range(2):
        assert await said(talk, first, id="m1", meanwhile=Behind(private(second, id="m2"))) == ""
    one = await said(talk, second, id="m2")
    assert await said(talk, second, id="m2") == one
    assert "9 sentences" in one
    assert len(await talk.library.store.on((ANNA,))) == 1


async def test_somebody_elses_message_is_no_part_of_a_text(talk: Talk) -> None:
    other = private("It rained all day.", BEN, id="m2", chat=GROUP)
    shown = await said(talk, HARBOUR, chat=GROUP, id="m1", meanwhile=Behind(other))
    assert "Harbour bridge closed" in shown


async def test_two_texts_pasted_one_after_the_other_can_be_put_together(talk: Talk) -> None:
    head, tail = HARBOUR[:353], HARBOUR[353:] + " The harbour is old. It was built long ago by hand." * 8
    await talk.handle(private(head, id="m1"))
    reply = await talk.handle(private(tail, id="m2"))
    [join] = [action for action in reply.actions if action.text.startswith("/join")]
    shown = await said(talk, join.text, kind=Kind.TAP, id="m3", about="m2")
    assert "Harbour bridge closed" in shown
    assert len(await talk.library.store.on((ANNA,))) == 1


async def test_what_one_chat_brought_is_seen_in_no_other(talk: Talk) -> None:
    await talk.handle(private(PAGE))
    [mine] = await talk.library.store.on((ANNA,))
    for text in (f"/article {mine.id[:16]}", f"/start {mine.id[:16]}", f"/start {mine.id}", f"/join {mine.id[:16]}"):
        assert "Harbour" not in await said(talk, text, user=BEN)
        assert "Harbour" not in await said(talk, text, user=BEN, kind=Kind.TAP)
    assert "Harbour" not in await said(talk, "/articles", user=BEN)
    assert "Harbour" not in await said(talk, f"/remove {mine.id[:16]}", user=BEN)
    assert "Harbour" not in plain.render(await talk.handle(Incoming(GROUP, ANNA, "/articles", "en")))
    assert plain.render(await talk.handle(Incoming(f"slack:C1/{ANNA}", ANNA, f"/link {PAGE}", "en"))) == ""
    assert "two million" not in await said(talk, "What does the repair cost?", user=BEN)
    assert "Harbour" in await said(talk, "/articles")


async def test_a_choice_that_was_forged_into_the_store_opens_nothing(talk: Talk) -> None:
    await talk.handle(private(PAGE))
    [mine] = await talk.library.store.on((ANNA,))
    [before] = await talk.preferences.chosen([(BEN, BEN)])
    await talk.preferences.choose((BEN, BEN), replace(before, article=mine.id))
    assert "is not here any more" in await said(talk, "What does the repair cost?", user=BEN)


async def test_what_a_group_brought_is_everybodys_there(talk: Talk) -> None:
    shown = plain.render(await talk.handle(Incoming(GROUP, ANNA, PAGE, "en")))
    assert "Everybody in this chat sees this article" in shown
    assert "two million" in plain.render(await talk.handle(Incoming(GROUP, BEN, "What does the repair cost?", "en")))
    assert "Harbour" not in await said(talk, "/articles")


async def test_what_is_brought_privately_in_a_channel_is_not_the_channels(talk: Talk) -> None:
    await talk.handle(Incoming("slack:C1/U1", "slack:U1", PAGE, "en"))
    [entry] = await talk.library.store.on(("slack:U1",))
    assert entry.title == "Harbour bridge closed after crash"
    thread = Incoming("slack:C1/1.5", "slack:U2", "/articles", "en", shared=True)
    assert "Harbour" not in plain.render(await talk.handle(thread))


async def test_the_same_page_is_known_by_any_of_its_addresses(talk: Talk) -> None:
    await talk.handle(private(PAGE))
    del talk.pages[PAGE]
    shown = await said(talk, "http://www.news.example/harbour/?utm_source=chat#top")
    assert "I have read this article only just now" in shown
    assert "9 sentences" not in await said(talk, PAGE, user=BEN)


async def test_a_removed_article_is_gone(talk: Talk) -> None:
    await talk.handle(private(PAGE))
    assert "Deleted: Harbour bridge closed" in await said(talk, "/remove")
    assert len(await talk.library.articles()) == 1
    assert "Harbour" not in await said(talk, "/articles")
    assert "Raketen gegen Soldaten" in await said(talk, "/article")
    assert "offered in every chat" in await said(talk, "/remove")


async def test_what_everybody_is_offered_stays_when_one_chat_removes_it(talk: Talk) -> None:
    assert "only whoever runs this bot" in await said(talk, "/remove 1")
    assert "There is no article 9" in await said(talk, "/remove 9")


async def test_forget_takes_what_a_person_brought_from_every_chat(talk: Talk) -> None:
    await talk.handle(private(PAGE))
    await talk.handle(Incoming(GROUP, ANNA, "https://news.example/muehle", "en"))
    assert "the articles that you brought" in await said(talk, "/forget")
    assert await talk.library.store.on((ANNA, GROUP)) == ()
    assert [a.id for a in await talk.library.articles()] == [talk.article]


@pytest.mark.parametrize(
    ("rules", "allowed", "line"),
    [
        (BringingRules(Bringers.NOBODY), frozenset(), "can’t be added here"),
        (BringingRules(Bringers.OWNERS), frozenset(), "Only an owner"),
        (BringingRules(Bringers.LIST), frozenset(), "Only people on the list"),
        (BringingRules(Bringers.LIST), frozenset({ANNA}), "9 sentences"),
        (BringingRules(a_day=1), frozenset(), "9 sentences"),
    ],
)
async def test_who_may_bring_is_told_and_kept(
    library: Library, article: Article, rules: BringingRules, allowed: frozenset[str], line: str
) -> None:
    talk = Talk(library, article.id, rules=Rules(allowed=allowed), bringing=rules)
    assert line in await said(talk, HARBOUR)
    for asked in ("can I send you an article?", "/open"):
        answer = await said(talk, asked)
        assert (line in answer) == (rules.who is not Bringers.EVERYONE and not allowed), answer


async def test_an_owner_may_always(library: Library, article: Article) -> None:
    rules = Rules(owners=frozenset({ANNA}))
    talk = Talk(library, article.id, rules=rules, bringing=BringingRules(Bringers.NOBODY, 0, 0))
    assert "9 sentences" in await said(talk, HARBOUR)


async def test_nobody_brings_more_than_is_allowed(library: Library, article: Article) -> None:
    talk = Talk(library, article.id, bringing=BringingRules(a_day=1, kept=1))
    await said(talk, HARBOUR)
    assert "1 articles within a day" in await said(talk, MILL)
    talk.now += 86_401
    assert "1 articles are kept for this chat" in await said(talk, MILL)
    await said(talk, "/remove")
    assert "Alte Mühle" in await said(talk, MILL)


async def test_what_takes_long_is_announced_where_the_answer_will_stand(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.conversation.taking_in.PATIENCE", (0.01, 0.01))
    read, behind = talk.library.ingest, Behind()

    async def slowly(document: Document) -> Article:
        await asyncio.sleep(0.1)
        return await read(document)

    monkeypatch.setattr(Library, "ingest", lambda _self, document: slowly(document))
    shown = await said(talk, PAGE, meanwhile=behind)
    assert "9 sentences" in shown
    assert [plain.render(reply) for reply in behind.shown] == ["Fetching the page …", "Reading the article …"]


async def test_the_console_opens_what_a_path_or_a_link_names(library: Library, article: Article) -> None:
    talk = Talk(library, article.id, ChatTraits(console=True))
    talk.pages["story.txt"] = Document(HARBOUR.encode(), "text/plain", "story.txt")
    shown = await said(talk, "/open story.txt")
    assert "Harbour bridge closed" in shown
    assert "/example 1" in shown
    assert await talk.library.store.on((ANNA, "")) == await talk.library.store.on(("",))
    assert "Deleted" in await said(talk, "/remove")


async def test_a_path_opens_nothing_in_a_chat(talk: Talk) -> None:
    talk.pages["/etc/passwd"] = Document(HARBOUR.encode(), "text/plain", "/etc/passwd")
    for path in ("/etc/passwd", "file:///etc/passwd", "story.txt"):
        assert "Harbour" not in await said(talk, f"/open {path}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://example.org/a", Link("https://example.org/a")),
        ("Look: https://example.org/a.", Link("https://example.org/a", "Look")),
        ("(https://example.org/a_(b))", Link("https://example.org/a_(b)", "")),
        ("www.example.org/story", Link("https://www.example.org/story")),
        ("example.org/2026/story.html", Link("https://example.org/2026/story.html")),
        ("HTTPS://EXAMPLE.ORG/A?b=c&d=e#f", Link("HTTPS://EXAMPLE.ORG/A?b=c&d=e#f")),
        ("Was sagt example.org dazu?", None),
        ("Merz", None),
        ("Who said “no”?", None),
    ],
)
def test_a_link_is_found_as_people_write_it(text: str, found: Link | None) -> None:
    assert what_is_brought(private(text)) == found


@pytest.mark.parametrize(
    ("text", "quoted", "found"),
    [
        ("", PAGE, Link(PAGE)),
        ("read this please", f"Look at {PAGE}", Link(PAGE, "Look at")),
        ("lies das", HARBOUR, Pasted(HARBOUR.strip())),
        ("who said this?", PAGE, None),
        ("read this", "ok", None),
    ],
)
def test_what_a_message_replies_to_can_be_brought(text: str, quoted: str, found: object) -> None:
    assert what_is_brought(private(text, quoted=quoted)) == found


def test_files_are_brought_whatever_is_written_beside_them() -> None:
    file = Attachment("a.pdf")
    assert what_is_brought(private(" read ", kind=Kind.FILE, files=(file,))) == Files((file,), "read")


@pytest.mark.parametrize(
    "text",
    [
        "My boss wants to know what the mayor said about the bridge. She is in a hurry. I am too. What did he say?",
        "w" * 5_000,
        "Wie teuer ist die Reparatur der Brücke, und wer bezahlt sie am Ende, die Stadt oder der Bund?" * 3,
        "The bridge is closed.",
    ],
)
def test_a_question_is_no_article(text: str) -> None:
    assert not is_article(text)


def test_parts_are_joined_where_they_were_cut() -> None:
    assert (
        joined(("The bridge was", "closed on Monday.", "It rained."))
        == "The bridge was closed on Monday.\n\nIt rained."
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("can I send you an article?", "en"),
        ("How do I add my own article?", "en"),
        ("could you read a pdf for me", "en"),
        ("new article", "en"),
        ("I'd like another article please", "en"),
        ("Can I upload a file here?", "en"),
        ("neuer Artikel", "de"),
        ("Kann ich dir einen Artikel schicken?", "de"),
        ("Wie kann ich einen eigenen Artikel hochladen?", "de"),
        ("anderen Artikel öffnen", "de"),
        ("Artikel wechseln", "de"),
        ("Can the mayor close the bridge?", None),
        ("Who sent the article to the mayor?", None),
        ("Welche Artikel liefert Russland?", None),
        ("What does the article say about new files?", None),
        ("Kann die Stadt den Text des Vertrags ändern, bevor der Rat ihn beschließt?", None),
    ],
)
def test_whoever_asks_how_to_bring_an_article_is_told(text: str, language: str | None) -> None:
    assert asks_how(text) == language


def test_an_article_in_scope_is_only_got_where_it_is_seen_whether_it_may_be() -> None:
    rooms = Path(conversation.__file__).parent
    unguarded = [
        path.name for path in sorted(rooms.glob("*.py")) if "library.article(call.turn" in path.read_text("utf-8")
    ]
    assert unguarded == ["shelves.py"]
