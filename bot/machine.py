"""The objects that `--json` prints: Reply, Check and Analysis as the contract in docs/json.md has them.

Rule of this room: keys and shapes are a promise to other programs; each span carries its text, cut from the article.
"""

from bot import languages
from bot.core.retrieval.preceding import preceding
from bot.core.versions.comparison import Changes, Reworded
from bot.model import Answer, Article, Attribution, Check, Hit, Mention, Query, QuotationCheck, Refusal, Span
from bot.model.archive import ArchiveAnswer, Found

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


TRANSLATIONS = 6
"""Of a word asked, the likeliest; the rest weigh next to nothing."""


def reply(origin: str, article: Article, answer: Answer) -> dict[str, Json]:
    """Return a Reply: the answers best first, or a refusal with its reason; `origin` is how the article was named."""
    refusal: Json = None
    if answer.refusal is not None:
        nearest: list[Json] = [_answer(origin, article, hit) for hit in answer.nearest]
        refusal = {"reason": answer.refusal.value, "missing": list(answer.missing), "nearest": nearest}
        if answer.refusal is Refusal.KIND_MISSING and answer.query.answer_type:
            refusal["wanted"] = answer.query.answer_type.value
    return {
        "question": answer.query.question,
        "language": answer.query.language,
        "searched": _searched(answer.query),
        "answers": [*_headline(origin, article, answer), *(_answer(origin, article, hit) for hit in answer.hits)],
        "refusal": refusal,
    }


def checked(origin: str, article: Article, found: Check) -> dict[str, Json]:
    """Return a Check: the verdict, the sentences it rests on, and in what they differ."""
    differences: list[Json] = [
        {"kind": d.kind.value, "statement": list(d.stated), "article": list(d.in_article)} for d in found.differences
    ]
    return {
        "statement": found.statement,
        "language": found.language,
        "verdict": found.verdict.value,
        "sentences": [_answer(origin, article, hit) for hit in found.hits],
        "differences": differences,
        "missing": list(found.missing),
    }


def quoted(origin: str, article: Article, found: QuotationCheck) -> dict[str, Json]:
    """Return a Quotation: the verdict, the sentences that have it, and in what they differ."""
    changes: list[Json] = [{"quotation": stated, "article": told} for stated, told in found.changes]
    return {
        "quotation": found.quotation,
        "by": found.by,
        "verdict": found.verdict.value,
        "speakers": list(found.speakers),
        "sentences": [_answer(origin, article, hit) for hit in found.hits],
        "omitted": list(found.omitted),
        "changes": changes,
    }


def changes(before: Article, now: Article, found: Changes) -> dict[str, Json]:
    """Return Changes: the headline of both versions, and the sentences that were added, removed and reworded."""
    return {
        "before": {"article": before.id, "title": before.title, "origin": before.origin},
        "now": {"article": now.id, "title": now.title, "origin": now.origin},
        "added": [_told(now, n) for n in found.added],
        "removed": [_told(before, n) for n in found.removed],
        "reworded": [_reworded(before, now, pair) for pair in found.reworded],
    }


def _reworded(before: Article, now: Article, pair: Reworded) -> Json:
    def marked(article: Article, sentence: int, marks: tuple[tuple[int, int], ...]) -> dict[str, Json]:
        start = article.sentences[sentence].span.start
        spans: list[Json] = [_span(article, Span(start + first, start + last)) for first, last in marks]
        return _told(article, sentence) | {"different": spans}

    return {
        "before": marked(before, pair.before, pair.before_marks),
        "now": marked(now, pair.now, pair.now_marks),
    }


def _told(article: Article, sentence: int) -> dict[str, Json]:
    """Return a sentence with who says what in it."""
    span = article.sentences[sentence].span
    said: list[Json] = [_attribution(article, a) for a in article.attributions_in(span)]
    return {"sentence": sentence, **_span(article, span), "attributions": said}


def analysis(origin: str, article: Article, *, extracted: bool) -> dict[str, Json]:
    """Return an Analysis; the text comes along where offsets refer to one that was `extracted` from markup."""
    found: dict[str, Json] = {"article": origin, "title": article.title, "language": article.language}
    if extracted:
        found["text"] = article.text
    found["sentences"] = [_span(article, s.span) for s in article.sentences]
    found["attributions"] = [_attribution(article, a) for a in article.attributions]
    return found


def _searched(query: Query) -> Json:
    """Return the words looked for, each with what it may be in the other language, the likeliest first."""
    found: dict[str, list[Json]] = {}
    for term in query.terms:
        there = found.setdefault(term.word, [])
        across = (r.word for r in term.translations if r.language != query.language)
        there += [word for word in dict.fromkeys(across) if word not in there]
    return [
        {"word": word, "language": query.language, "renderings": translations[:TRANSLATIONS]}
        for word, translations in found.items()
    ]


def _answer(origin: str, article: Article, hit: Hit) -> Json:
    span = article.sentences[hit.sentence].span
    before = preceding(article, hit.sentence, languages.of(article.language).mention_words)
    return {
        "article": origin,
        "start": span.start,
        "end": span.end,
        "text": span.cut(article.text),
        "before": None if before is None else _span(article, before),
        "score": round(hit.score, 4),
        "matched": [_span(article, m.span) | {"word": m.word} for m in hit.matches],
        "attributions": [_attribution(article, a) for a in article.attributions_in(span)],
    }


def _headline(origin: str, article: Article, answer: Answer) -> list[Json]:
    """Return the headline as an Answer where it answers."""
    if answer.headline is None:
        return []
    found: dict[str, Json] = {"article": origin, **_span(article, answer.headline.span), "before": None}
    matched: list[Json] = [_span(article, m.span) | {"word": m.word} for m in answer.headline.matches]
    score = round(answer.headline.score, 4)
    return [{**found, "score": score, "matched": matched, "attributions": [], "headline": True}]


def _attribution(article: Article, attribution: Attribution) -> Json:
    speaker = attribution.speaker
    return {
        "content": [_span(article, s) for s in attribution.content],
        "cue": [_span(article, s) for s in attribution.cue],
        "mode": attribution.mode.value,
        "speaker": None if speaker is None else _mention(article, speaker),
        "via": [_mention(article, m) for m in attribution.via],
        "confidence": attribution.confidence.value,
    }


def _mention(article: Article, mention: Mention) -> Json:
    found: dict[str, Json] = {"start": mention.span.start, "end": mention.span.end}
    return found | {"text": mention.span.cut(article.text), "name": mention.name, "role": mention.role}


def _span(article: Article, span: Span) -> dict[str, Json]:
    return {"start": span.start, "end": span.end, "text": span.cut(article.text)}


def everywhere(answer: ArchiveAnswer) -> dict[str, Json]:
    """Return an ArchiveReply: the articles that answer, best first, or a refusal with its reason."""
    refusal: Json = None
    if answer.refusal is not None:
        nearest: list[Json] = [_found(answer.nearest)] if answer.nearest else []
        refusal = {"reason": answer.refusal.value, "missing": list(answer.missing), "nearest": nearest}
    return {
        "question": answer.question,
        "language": answer.language,
        "since": answer.since or None,
        "until": answer.until or None,
        "site": answer.site or None,
        "unread": answer.unread,
        "found": [_found(found) for found in answer.found],
        "refusal": refusal,
    }


def _found(found: Found) -> Json:
    """Return an article with its answers, and the others that only repeat them."""
    article = found.article
    return {
        "article": article.id,
        "title": article.title,
        "published": article.published,
        "url": article.url,
        "answers": [_answer(article.id, article, hit) for hit in found.hits],
        "repeats": [
            {
                "article": other.id,
                "title": other.title,
                "published": other.published,
                "url": other.url,
                "answers": [_answer(other.id, other, hit)],
            }
            for other, hit in found.repeats
        ],
        "articles": found.articles,
        "sources": found.sources,
        "source": found.source or None,
    }
