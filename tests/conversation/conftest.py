"""A library that knows the reference article, and a talk about it."""

import pytest

from bot import fetch, languages
from bot.app import first_article
from bot.model import Article
from bot.search.bm25 import Bm25Index
from bot.service import Library
from tests.fakes import MemoryStore
from tests.talking import Talk, offered

INDEX = Bm25Index(languages.LANGUAGES)


@pytest.fixture
def library() -> Library:
    return Library(MemoryStore("1"), INDEX)


@pytest.fixture
async def article(library: Library) -> Article:
    return await offered(library, fetch.read(str(first_article())))


@pytest.fixture
def talk(library: Library, article: Article) -> Talk:
    return Talk(library, article.id)
