"""What an interviewer asks: sentences that are nobody's claim and never an answer.

Rule of this room: it needs the analysed article only, so that asking it needs no more.
"""

from bot.model import INTERVIEWER, Article


def interviewer_sentences(article: Article) -> frozenset[int]:
    """Return the numbers of the sentences that an interviewer says: questions, and what leads to them."""
    said = (span for a in article.attributions if a.rule == INTERVIEWER for span in a.content)
    return frozenset(article.sentences_in(said))
