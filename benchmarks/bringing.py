"""Articles brought to a chat in every way and form: what becomes of them, and how long a person waits for it.

    python -m benchmarks.bringing [--articles FOLDER] [--most N]

Each article of the corpus is brought as a link to a page, as a file of each type, pasted in one message and in five,
and forwarded. The table has, for each way: replies that name the article, sentences of the text that are found again
word for word, suggested questions that are answered, answers to the corpus' own questions that are the same as when the
plain text is read, and the median and longest time from the message to the reply in milliseconds (the conversation's
own, with the reading; no network). Words alone answer.
"""

import argparse
import asyncio
import html
import io
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from pathlib import Path
from textwrap import wrap
from time import perf_counter

import docx

from bot import languages
from bot.chat import Attachment, Cited, Heading, Incoming, Kind, Reply
from bot.errors import ArticleError
from bot.evaluation.annotated import Annotated, corpus
from bot.formats import media_type_of
from bot.model import Article, Document
from bot.search.bm25 import Bm25Index
from bot.service import Library
from tests.documents import pdf
from tests.fakes import MemoryStore
from tests.talking import Talk

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
ANNA = "telegram:1"
PARTS = 5
LINE, LINES = 88, 44
"""Characters of a printed line, and lines of a page."""
FITTING = str.maketrans("„“”‚‘’–—…", "\"\"\"'''--.")
"""Signs that the printed page has no letter for."""


@dataclass
class Behind:
    """A chat in which the next part of a text waits."""

    waiting: Incoming | None = None

    async def show(self, reply: Reply) -> None:
        """Show nothing."""

    async def following(self, seconds: float) -> Incoming | None:  # noqa: ARG002 - nothing else will come
        """Return what waits."""
        return self.waiting


@dataclass
class Tally:
    """What became of the articles that were brought one way."""

    brought: list[bool] = field(default_factory=list)
    sentences: list[bool] = field(default_factory=list)
    suggested: list[bool] = field(default_factory=list)
    answers: list[bool] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    def row(self, way: str) -> str:
        """Return the figures as a line of a table."""
        shares = (self.brought, self.sentences, self.suggested, self.answers)
        told = " | ".join(f"{100 * sum(s) / len(s):.1f}" if s else "-" for s in shares)
        times = f"{statistics.median(self.waited):.0f} | {max(self.waited):.0f}"
        return f"| {way} | {len(self.brought)} | {told} | {times} |"


def paragraphs_of(text: str) -> list[str]:
    """Return a text's title and paragraphs."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def page(text: str) -> bytes:
    """Return a page of a newspaper with a text in it."""
    title, *paragraphs = [html.escape(part, quote=False) for part in paragraphs_of(text)]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    head = f"<head><meta charset=utf-8><title>{title}</title></head>"
    return f"<!doctype html><html>{head}<body><article><h1>{title}</h1>{body}</article></body></html>".encode()


def word(text: str) -> bytes:
    """Return a Word document with a text in it."""
    title, *paragraphs = paragraphs_of(text)
    document, file = docx.Document(), io.BytesIO()
    document.add_paragraph(title, style="Title")
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def mail(text: str) -> bytes:
    """Return a mail with a text in it."""
    title, *paragraphs = paragraphs_of(text)
    message = EmailMessage()
    message["Subject"], message["From"] = title, "desk@news.example"
    message.set_content("\n\n".join(paragraphs))
    return bytes(message)


def printed(text: str) -> bytes:
    """Return a text as a PDF, in the letters that its font has."""
    fitting = text.translate(FITTING).encode("cp1252", "replace").decode("cp1252")
    lines = [line for part in paragraphs_of(fitting) for line in (*wrap(part, LINE), "")]
    escaped = [line.replace("\\", "").replace("(", "").replace(")", "") for line in lines]
    return pdf(*(escaped[n : n + LINES] for n in range(0, len(escaped), LINES)))


FORMS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "link": ("https://news.example/story", page),
    "txt": ("story.txt", lambda text: text.encode()),
    "md": ("story.md", lambda text: f"# {text}".encode()),
    "html": ("story.html", page),
    "pdf": ("story.pdf", printed),
    "docx": ("story.docx", word),
    "eml": ("story.eml", mail),
}


def parts_of(text: str, count: int) -> list[str]:
    """Return a text cut into parts between its paragraphs."""
    paragraphs = paragraphs_of(text)
    size = -(-len(text) // count)
    parts = [""]
    for paragraph in paragraphs:
        if len(parts[-1]) >= size and len(parts) < count:
            parts.append("")
        parts[-1] += ("\n\n" if parts[-1] else "") + paragraph
    return parts


def messages(way: str, text: str, talk: Talk) -> Iterator[Incoming]:
    """Yield the messages that bring a text one way."""
    plain = Incoming(ANNA, ANNA, text, "en", id="m0")
    match way:
        case "pasted":
            yield plain
        case "forwarded":
            yield replace(plain, forwarded=True)
        case "in five":
            said = [replace(plain, text=part, id=f"m{n}") for n, part in enumerate(parts_of(text, PARTS))]
            for one, behind in zip(said, [*said[1:], None], strict=True):
                yield replace(one, meanwhile=Behind(behind))
        case "link":
            name, make = FORMS[way]
            talk.pages[name] = Document(make(text), "text/html", name)
            yield replace(plain, text=name)
        case _:
            name, make = FORMS[way]
            talk.files["f"] = make(text)
            file = Attachment(name, size=len(talk.files["f"]), place="f")
            yield replace(plain, text="", kind=Kind.FILE, files=(file,))


async def bring(way: str, text: str, talk: Talk) -> tuple[Reply, float]:
    """Return the last reply to a text that is brought one way, and how many milliseconds it took."""
    started, reply = perf_counter(), Reply((), "en")
    for incoming in messages(way, text, talk):
        reply = await talk.handle(incoming)
    return reply, 1_000 * (perf_counter() - started)


def first_cited(reply: Reply) -> str:
    """Return the first sentence of an answer, empty for a refusal."""
    if reply.parts and not isinstance(reply.parts[0], Cited) and "match" not in str(reply.parts[0]):
        return ""
    return next((part.text for part in reply.parts if isinstance(part, Cited)), "")


async def answers(talk: Talk, asked: Sequence[str]) -> list[str]:
    """Return the first sentences that answer questions about the article of a chat."""
    return [first_cited(await talk.handle(Incoming(ANNA, ANNA, question, "en"))) for question in asked]


def letters(text: str) -> str:
    """Return a sentence without what a form may change: white space, and signs that a font lacks."""
    return "".join(c for c in text.translate(FITTING) if c.isalnum())


async def judge(way: str, article: Annotated, plain: Article, expected: Sequence[str], tally: Tally) -> None:
    """Bring an article one way, and count what became of it."""
    library = Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))
    other = await library.ingest(Document(b"Nothing happened. It rained.", "text/plain", "none.txt"))
    talk = Talk(library, other.id)
    reply, waited = await bring(way, plain.text, talk)
    tally.waited.append(waited)
    mine = await library.store.on((ANNA,))
    tally.brought.append(len(mine) == 1 and any(isinstance(part, Heading) for part in reply.parts))
    if not mine:
        return
    read = await library.article(mine[0].id)
    there = {letters(s.span.cut(read.text)) for s in read.sentences}
    tally.sentences += [letters(s.span.cut(plain.text)) in there for s in plain.sentences]
    for action in reply.actions:
        if action.text.startswith("/example"):
            answer = await talk.handle(Incoming(ANNA, ANNA, action.text, "en", kind=Kind.TAP))
            tally.suggested.append(any(isinstance(part, Cited) for part in answer.parts))
    got = await answers(talk, [q.text for q in article.questions])
    tally.answers += [letters(one) == letters(two) for one, two in zip(got, expected, strict=True)]


async def measure(articles: Sequence[Annotated]) -> dict[str, Tally]:
    """Return what became of every article, by the way it was brought."""
    tallies = {way: Tally() for way in (*FORMS, "pasted", "in five", "forwarded")}
    for article in articles:
        library = Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))
        content = article.file.read_bytes()
        try:
            plain = await library.ingest(Document(content, media_type_of(str(article.file), content), "a.txt"))
        except ArticleError:
            continue
        talk = Talk(library, plain.id)
        expected = await answers(talk, [q.text for q in article.questions])
        for way, tally in tallies.items():
            await judge(way, article, plain, expected, tally)
    return tallies


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=CORPUS)
    parser.add_argument("--most", type=int, default=1_000)
    given = parser.parse_args()
    found = [*corpus(given.articles), *(corpus(CORPUS / "measured") if given.articles == CORPUS else ())]
    tallies = asyncio.run(measure(found[: given.most]))
    print("| way | articles | brought | sentences | suggested | same answers | median ms | longest ms |")
    print("|---|---|---|---|---|---|---|---|")
    for way, tally in tallies.items():
        print(tally.row(way))


if __name__ == "__main__":
    main()
