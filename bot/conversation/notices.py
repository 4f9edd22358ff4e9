"""Corrections: whoever wants to be told is told, once, that a sentence that was shown has changed.

Rule of this module: a notice is made when it is sent, of the two versions as they stand, and of sentences that were
shown alone; where it is not wanted any more, or there is nothing to say, it is silence.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.chat import Action, Incoming, Part, Reply, Said
from bot.conversation.changes import marked
from bot.conversation.citations import cited, shown
from bot.conversation.context import ON_BUTTON, CommandCall, CommandResult, Context
from bot.conversation.error_messages import phrases_of
from bot.conversation.phrases import Phrases
from bot.conversation.preference_scopes import for_two, set_for_all, set_notify
from bot.conversation.privacy import span
from bot.conversation.shelves import is_seen
from bot.core.versions.comparison import Changes, fingerprint
from bot.model import Article, Hit
from bot.ports.chats import Turn
from bot.ports.notices import Shown
from bot.retention import SHOWN

MOST = 5
"""Sentences of a notice."""
ON, OFF = "on", "off"


async def notify(context: Context, call: CommandCall) -> CommandResult:
    """Return whether corrections are told here; with a choice behind the command, keep it."""
    words, wanted = call.phrases.notices, call.rest.lower()
    if context.shown is None:
        return call.say(words.not_here)
    if not wanted:
        return call.say(words.is_on if (await set_for_all(context, call.incoming)).notify else words.is_off)
    if wanted not in {ON, OFF}:
        return call.say(words.usage)
    if not for_two(call.incoming) and not context.admission.may_choose(call.incoming.user):
        return call.say(call.phrases.owners_only)
    await set_notify(context, call.incoming, wanted=wanted == ON)
    return call.say(words.on.format(time=span(SHOWN, call.phrases)) if wanted == ON else words.off)


async def keep_shown(context: Context, incoming: Incoming, turn: Turn) -> None:
    """Keep which sentences an answer has shown, where corrections are to be told."""
    if context.shown is None or turn.answer is None or not (hits := shown(turn.answer)):
        return
    article = await context.library.article(turn.article)
    sentences = frozenset(_fingerprint(article, hit.sentence) for hit in hits)
    kept = Shown(incoming.chat, incoming.user, article.id, sentences, turn.language or "", incoming.reach)
    await context.shown.keep(kept)


async def notice(context: Context, incoming: Incoming) -> Reply:
    """Return what is said of sentences that have changed; the text names both versions and the sentences."""
    words = phrases_of(incoming.language)
    before_id, now_id, *sentences = *incoming.text.split(), "", ""
    silence = Reply((), words.code)
    wanted = (await set_for_all(context, incoming)).notify
    if not wanted or not await is_seen(context, incoming, now_id) or not await context.admission.may_ask(incoming):
        return silence
    before, now = await context.library.article(before_id), await context.library.article(now_id)
    found = _of_shown(await context.library.compared(before, now), before, frozenset(sentences))
    count = len(found.reworded) + len(found.removed)
    if not count:
        return silence
    said = words.notices.changed_1 if count == 1 else words.notices.changed_n
    parts: list[Part] = [Said(said.format(title=now.title or words.untitled, count=count))]
    parts += _told(before, now, found, words)
    parts.append(Said(words.notices.ends))
    tap = Action(words.versions.label_newest, f"/article {now.id[:ON_BUTTON]}")
    return Reply(tuple(parts), words.code, (tap,))


def _told(before: Article, now: Article, found: Changes, words: Phrases) -> Iterator[Part]:
    for pair in found.reworded[:MOST]:
        yield marked(before, pair.before, pair.before_marks, words.versions.before, words)
        yield marked(now, pair.now, pair.now_marks, words.versions.now, words)
    room = max(0, MOST - len(found.reworded))
    for sentence in found.removed[:room]:
        gone = cited(before, Hit(sentence, 1.0), 0, words)
        yield replace(gone, source=f"{words.versions.before} · {gone.source} · {words.notices.removed}")
    if (rest := len(found.reworded) + len(found.removed) - MOST) > 0:
        yield Said(words.notices.more.format(count=rest))


def _of_shown(found: Changes, before: Article, sentences: frozenset[str]) -> Changes:
    """Return of what is different only what is about sentences that were shown."""
    return Changes(
        (),
        tuple(n for n in found.removed if _fingerprint(before, n) in sentences),
        tuple(pair for pair in found.reworded if _fingerprint(before, pair.before) in sentences),
    )


def _fingerprint(article: Article, sentence: int) -> str:
    return fingerprint(article.sentences[sentence].span.cut(article.text))
