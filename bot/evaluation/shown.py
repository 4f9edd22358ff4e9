"""What a reader is shown for a question, with no limit set: what of it answers, by the kind of question.

Rule of this room: it counts, as `scoring` does, and knows no expected figure.
"""

from collections.abc import Iterable

from bot.evaluation.annotated import Annotated, Question
from bot.evaluation.scoring import Score
from bot.model import Answer, Article

SHOWN = ("first", "kept", "right", "complete", "refuse")


def score_shown(annotated: Annotated, article: Article, answers: Iterable[Answer], kinds: Iterable[str]) -> Score:
    """Count what is shown for an article's questions of some kinds; `answers` are those to all with a kind, in order.

    `first`: the first sentence is an expected one. `kept`: what has an answer is not refused. `right`: of all sentences
    shown for what has an answer, those that answer. `complete`: all are shown that have to be. `refuse`: what the
    article does not say is refused.
    """
    score, wanted = Score(), set(kinds)
    asked = (question for question in annotated.questions if question.kind)
    for question, answer in zip(asked, answers, strict=True):
        if question.kind in wanted:
            _score_shown(
                score, question, [article.sentences[hit.sentence].span.cut(article.text) for hit in answer.hits]
            )
    return score


def _score_shown(score: Score, question: Question, texts: list[str]) -> None:
    line = f"{question.text}\n    shown {' | '.join(texts) or 'nothing'}"
    if question.refuse:
        score.count("refuse", line, hit=not texts)
        return
    score.count("first", line, hit=bool(texts) and _has(texts[0], question.first))
    score.count("kept", line, hit=bool(texts))
    for text in texts:
        good = _has(text, (*question.first, *question.answers, *question.also))
        score.count("right", f"{question.text}\n    shown {text}", hit=good)
    shown = " ".join(texts)
    needed = all(piece in shown for piece in question.answers) if question.answers else _has(shown, question.first)
    score.count("complete", line, hit=needed)


def _has(text: str, pieces: Iterable[str]) -> bool:
    return any(piece in text for piece in pieces)
