"""The one translator: a message becomes a command, the service does it, and a reply comes out.

Rule of this room: it alone speaks both the words of the chat and those of the library, errors become words here and
nowhere else, and `handle` never raises.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from bot import languages
from bot.chat import Heading, Incoming, Part, Reply, Rows, Said
from bot.conversation.cite import cited, reply_to, shown, sources
from bot.conversation.followups import Wish, resolve
from bot.conversation.phrases import Phrases
from bot.conversation.words import phrases_of, words_for
from bot.errors import BotError, QuestionError
from bot.model import Answer, Article, Hit, Term
from bot.ports import ChatMemory, Listed, Turn
from bot.service import Library

MORE = 5
"""Sentences that "more" brings at once."""
MOST_RENDERINGS = 6
"""Renderings of a word that `/why` shows; the rest weigh next to nothing."""


Command = Callable[["Conversation", Incoming, Turn, Phrases, str], Awaitable[Reply]]


class Conversation:
    """Every chat with every person, beginning with `article`; `alarm` is told of failures that nobody expected."""

    def __init__(
        self, library: Library, memory: ChatMemory, article: str, alarm: Callable[[BaseException], None]
    ) -> None:
        self._library = library
        self._memory = memory
        self._article = article
        self._alarm = alarm

    async def handle(self, incoming: Incoming) -> Reply:
        """Return the reply to a message; never raises, but lets itself be cancelled."""
        turn = await self._turn(incoming)
        phrases = phrases_of(turn.language, incoming.language)
        try:
            return await self._answer(incoming, turn, phrases)
        except BotError as error:
            return _said(phrases, words_for(error, phrases))
        except Exception as error:  # noqa: BLE001 - a chat gets one polite line, whatever happened
            self._alarm(error)
            return _said(phrases, phrases.internal)

    async def greet(self, incoming: Incoming) -> Reply:
        """Return what a person sees first: what this is, which article, and how to ask."""
        phrases = phrases_of(incoming.language)
        try:
            article = await self._library.article((await self._turn(incoming)).article)
        except BotError as error:
            return _said(phrases, words_for(error, phrases), phrases.greeting_hint)
        title = Heading(article.title or phrases.untitled)
        return Reply((title, Said(phrases.greeting), Said(phrases.greeting_hint)), phrases.code)

    async def _answer(self, incoming: Incoming, turn: Turn, phrases: Phrases) -> Reply:
        text = incoming.text.strip()
        if not text.startswith("/"):
            return await self._ask(incoming, turn, phrases)
        name, _, rest = text.partition(" ")
        command = COMMANDS.get(name.lower())
        if command is None:
            return _said(phrases, phrases.unknown_command.format(command=name[:40]))
        return await command(self, incoming, turn, phrases, rest.strip())

    async def _ask(self, incoming: Incoming, turn: Turn, phrases: Phrases) -> Reply:
        question = incoming.text
        if turn.answer is not None:
            last = turn.answer.query
            match resolve(question, last.question, last.language, self._same_kind):
                case Wish.MORE:
                    return await self._more(incoming, turn, turn.answer, phrases)
                case Wish.SPEAKER:
                    return await self._speakers(turn, turn.answer, phrases)
                case str(question):
                    pass
        article = await self._library.article(turn.article)
        asked = phrases_of(languages.detect(incoming.text), phrases.code)
        try:
            answer = await self._library.ask(article, question)
        except QuestionError as error:
            return _said(asked, words_for(error, asked))
        groups = self._library.groups(article, answer)
        answer = replace(answer, hits=tuple(hit for group in groups for hit in group.hits))
        await self._remember(incoming, replace(turn, language=asked.code, answer=answer))
        return reply_to(article, answer, groups, asked)

    async def _more(self, incoming: Incoming, turn: Turn, answer: Answer, phrases: Phrases) -> Reply:
        """Return the next sentences that have to do with the last question."""
        article = await self._library.article(turn.article)
        there = shown(answer)
        wider = await self._library.ask(article, answer.query.question, len(there) + MORE)
        known = {hit.sentence for hit in there}
        fresh = tuple(hit for hit in wider.hits if hit.sentence not in known)[:MORE]
        if not fresh:
            return _said(phrases, phrases.no_more)
        numbered = replace(answer, hits=there + fresh, refusal=None)
        await self._remember(incoming, replace(turn, answer=numbered))
        parts = (cited(article, hit, number, phrases) for number, hit in enumerate(fresh, len(there) + 1))
        return Reply((Said(phrases.more), *parts), phrases.code)

    async def _speakers(self, turn: Turn, answer: Answer, phrases: Phrases) -> Reply:
        """Return the last answer again, for who says so."""
        hits = shown(answer)
        if not hits:
            return _said(phrases, phrases.ask_first)
        article = await self._library.article(turn.article)
        parts = (cited(article, hit, number, phrases) for number, hit in enumerate(hits, 1))
        return Reply((Said(phrases.who_says), *parts), phrases.code)

    def _same_kind(self, one: str, other: str) -> bool:
        return languages.same_kind(one, other, self._library.tongues)

    async def _turn(self, incoming: Incoming) -> Turn:
        return await self._memory.recall(incoming.chat, incoming.user) or Turn(self._article)

    async def _remember(self, incoming: Incoming, turn: Turn) -> None:
        await self._memory.remember(incoming.chat, incoming.user, turn)

    async def help(self, _incoming: Incoming, _turn: Turn, phrases: Phrases, _rest: str) -> Reply:
        """Return what can be typed."""
        return Reply((Said(phrases.help), Rows(phrases.commands)), phrases.code)

    async def article(self, incoming: Incoming, turn: Turn, phrases: Phrases, rest: str) -> Reply:
        """Return what the article in scope is; with a number, take that article of the list into scope."""
        if rest:
            return await self._switch(incoming, turn, phrases, rest)
        article = await self._library.article(turn.article)
        return Reply((Rows(_facts(article, phrases)),), phrases.code)

    async def _switch(self, incoming: Incoming, turn: Turn, phrases: Phrases, rest: str) -> Reply:
        chosen = _pick(rest, await self._library.articles())
        if chosen is None:
            return _said(phrases, phrases.no_such_article.format(number=rest[:40]))
        await self._remember(incoming, replace(turn, article=chosen.id, answer=None))
        return _said(phrases, phrases.switched.format(title=chosen.title or phrases.untitled))

    async def articles(self, _incoming: Incoming, turn: Turn, phrases: Phrases, _rest: str) -> Reply:
        """Return the stored articles with the numbers that `/article N` takes."""
        listed = await self._library.articles()
        if not listed:
            return _said(phrases, phrases.no_articles)
        rows = tuple(
            (
                f"{'→ ' if entry.id.startswith(turn.article) else ''}{number}",
                entry.title or phrases.untitled,
                phrases.languages.get(entry.language, entry.language),
            )
            for number, entry in enumerate(listed, 1)
        )
        return Reply((Said(phrases.articles), Rows(rows)), phrases.code)

    async def sources(self, _incoming: Incoming, turn: Turn, phrases: Phrases, _rest: str) -> Reply:
        """Return who says what in the article in scope."""
        return Reply(sources(await self._library.article(turn.article), phrases), phrases.code)

    async def context(self, _incoming: Incoming, turn: Turn, phrases: Phrases, rest: str) -> Reply:
        """Return an answer with the sentences around it."""
        article = await self._library.article(turn.article)
        number, hit = _numbered(turn, rest)
        if hit is None:
            return _said(phrases, _which(turn, rest, phrases))
        said = Said(phrases.context.format(number=number))
        return Reply((said, cited(article, hit, number, phrases, around=2)), phrases.code)

    async def why(self, _incoming: Incoming, turn: Turn, phrases: Phrases, rest: str) -> Reply:
        """Return why an answer was found: its score, and the words that matched."""
        article = await self._library.article(turn.article)
        number, hit = _numbered(turn, rest)
        if hit is None or turn.answer is None:
            return _said(phrases, _which(turn, rest, phrases))
        return Reply(_reasons(article, turn.answer, hit, number, phrases), phrases.code)

    async def quit(self, _incoming: Incoming, _turn: Turn, phrases: Phrases, _rest: str) -> Reply:
        """Return a good-bye."""
        return Reply((Said(phrases.bye),), phrases.code, bye=True)


COMMANDS: dict[str, Command] = {
    "/help": Conversation.help,
    "/article": Conversation.article,
    "/articles": Conversation.articles,
    "/sources": Conversation.sources,
    "/context": Conversation.context,
    "/why": Conversation.why,
    "/quit": Conversation.quit,
}


def _said(phrases: Phrases, *texts: str) -> Reply:
    return Reply(tuple(Said(text) for text in texts), phrases.code)


def _pick(wanted: str, listed: Sequence[Listed]) -> Listed | None:
    """Return the article that a number of the list or the start of an id names."""
    if wanted.isdecimal() and 1 <= int(wanted[:6]) <= len(listed):
        return listed[int(wanted[:6]) - 1]
    found = [entry for entry in listed if len(wanted) >= 4 and entry.id.startswith(wanted)]  # noqa: PLR2004 - not by chance
    return found[0] if len(found) == 1 else None


def _numbered(turn: Turn, rest: str) -> tuple[int, Hit | None]:
    """Return the answer that a number names (the first one where none is given)."""
    hits = shown(turn.answer) if turn.answer else ()
    number = int(rest[:6]) if rest.isdecimal() else 1 if not rest else 0
    return number, hits[number - 1] if 1 <= number <= len(hits) else None


def _which(turn: Turn, rest: str, phrases: Phrases) -> str:
    hits = shown(turn.answer) if turn.answer else ()
    if not hits:
        return phrases.ask_first
    return phrases.no_such_number.format(number=rest[:40], count=len(hits))


def _facts(article: Article, phrases: Phrases) -> tuple[tuple[str, str], ...]:
    title, date, length, language, author, origin = phrases.article_rows
    size = phrases.length.format(sentences=len(article.sentences), characters=len(article.text))
    rows = [
        (title, article.title or phrases.untitled),
        (date, article.published or phrases.unknown_date),
        (length, size),
        (language, phrases.languages.get(article.language, article.language)),
    ]
    if article.byline:
        rows.append((author, article.byline.cut(article.text)))
    return (*rows, (origin, article.url or article.origin))


def _reasons(article: Article, answer: Answer, hit: Hit, number: int, phrases: Phrases) -> tuple[Part, ...]:
    rows = [(term.word, *_looked_for(article, term, hit, phrases)) for term in answer.query.terms]
    score = Said(phrases.why_score.format(score=f"{hit.score:.2f}"))
    return Said(phrases.why.format(number=number)), cited(article, hit, number, phrases), Rows(tuple(rows)), score


def _looked_for(article: Article, term: Term, hit: Hit, phrases: Phrases) -> tuple[str, str]:
    """Return what was looked for beside the word itself, and what of it stands in the sentence."""
    other = ", ".join(r.word for r in term.renderings[:MOST_RENDERINGS] if r.word != term.word)
    found = ", ".join(dict.fromkeys(m.span.cut(article.text) for m in hit.matches if m.word == term.word))
    return (
        phrases.why_searched.format(words=other) if other else "",
        phrases.why_found.format(words=found) if found else phrases.why_none,
    )
