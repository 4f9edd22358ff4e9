"""Modals and the app's Home.

Rule of this module: a view is made of the same blocks as a message, so what is inert there is inert here.
"""

import json
from collections.abc import Mapping

from bot.chat import Action, Reply
from bot.render.slack import Message, Setting, render
from bot.render.slack.blocks import Block, buttons
from bot.render.slack.elements import Element, cut, plain, rich, section, short, span
from bot.render.slack.ui_texts import Words, words_in

FORM_ACTION = "form"
"""Begins the ids of buttons that open the form to ask with."""
QUESTION_BLOCK, QUESTION_ACTION = "question", "text"
FORM = "ask"
"""Callback id of the form."""
LONGEST_QUESTION = 1_000
"""Characters that the form takes; the longest question that is answered."""
LANGUAGES = (("English", "en"), ("Deutsch", "de"))

View = dict[str, object]


def looking(language: str | None, kept: Mapping[str, str]) -> View:
    """Return the modal that shows that an answer is being looked for; `kept` comes back with what is tapped in it."""
    words = words_in(language)
    return _modal(words, [_said(words.looking)], kept)


def answered(message: Message, language: str, kept: Mapping[str, str], asked: str = "") -> View:
    """Return the modal with an answer, under what was asked; without blocks, its text alone."""
    above = [rich(section(span(short(asked, LONGEST_QUESTION), "italic")))] if asked.strip() else []
    below = message.blocks or tuple({"type": "section", "text": plain(t)} for t in cut(message.text))
    return _modal(words_in(language), [*above, *below], kept)


def note(text: str, language: str, kept: Mapping[str, str]) -> View:
    """Return the modal with one line."""
    return _modal(words_in(language), [_said(text)], kept)


def form(language: str | None, kept: Mapping[str, str]) -> View:
    """Return the modal to type a question into."""
    words = words_in(language)
    field: Element = {
        "type": "plain_text_input",
        "action_id": QUESTION_ACTION,
        "max_length": LONGEST_QUESTION,
        "multiline": False,
        "placeholder": plain(words.placeholder),
    }
    typed: Block = {"type": "input", "block_id": QUESTION_BLOCK, "label": plain(words.question), "element": field}
    return {**_modal(words, [typed], kept), "callback_id": FORM, "submit": plain(words.submit)}


def home(reply: Reply, chat: str) -> View:
    """Return the Home: what a reply says (the article, examples to tap in `chat`), how to ask, privacy, language."""
    words = words_in(reply.language)
    languages = (*LANGUAGES, (words.language_free, "auto"))
    ask = {"type": "button", "action_id": FORM_ACTION, "style": "primary", "text": plain(words.ask)}
    steps = [section(span(way)) for way in words.ways]
    blocks: list[Block] = [
        *render(reply, Setting(chat=chat)).blocks,
        {"type": "actions", "elements": [ask]},
        _headed(words.how),
        rich({"type": "rich_text_list", "style": "bullet", "elements": steps}),
        _headed(words.privacy_title),
        _said(words.privacy),
        _said(words.none_kept),
        *buttons((Action(words.privacy_more, "/privacy"),), Setting(chat=chat), "privacy"),
        _headed(words.language_title),
        *buttons([Action(name, f"/home {code}") for name, code in languages], Setting(chat=chat), "language"),
    ]
    return {"type": "home", "blocks": blocks}


def _modal(words: Words, blocks: list[Block], kept: Mapping[str, str]) -> View:
    return {
        "type": "modal",
        "title": plain(words.title),
        "close": plain(words.close),
        "private_metadata": json.dumps(dict(kept)),
        "blocks": blocks,
    }


def _headed(text: str) -> Block:
    return {"type": "header", "text": plain(text)}


def _said(text: str) -> Block:
    return rich(section(span(text)))
