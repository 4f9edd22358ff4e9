"""Passages of several articles, laid side by side: every sentence and speaker stays that of its own article."""

from bot import languages
from bot.core.answering import Answering
from bot.core.retrieval.pooling import Part, pooled
from tests.archive_of import corpus
from tests.asking import index

FERRY = corpus("en/ferry-collision-strait")
MISSILES = corpus("en/missiles-for-soldiers")
PARTS = (Part(MISSILES, (0, 2)), Part(FERRY, (1,)))


def test_each_sentence_of_a_pool_is_one_of_an_article() -> None:
    pool = pooled(PARTS)
    wanted = [
        article.sentences[n].span.cut(article.text)
        for article, passages in ((MISSILES, (0, 2)), (FERRY, (1,)))
        for p in passages
        for n in range(article.passages[p].first, article.passages[p].last)
    ]
    assert [s.span.cut(pool.article.text) for s in pool.article.sentences] == wanted


def test_a_hit_is_handed_back_with_its_words_where_they_stand_in_its_article() -> None:
    pool = pooled(PARTS)
    answer = Answering(languages.LANGUAGES, index().search).answer(pool.article, "Who heard one short horn?")
    article, hit = pool.found(answer.hits[0])
    assert article is FERRY
    assert "Ida Solberg" in article.sentences[hit.sentence].span.cut(article.text)
    assert {m.span.cut(article.text).lower() for m in hit.matches} >= {"heard", "horn"}
    assert {span.cut(article.text) for span in hit.matched} == {m.span.cut(article.text) for m in hit.matches}
