"""A reply as a Slack message: Block Kit, and the text that notifications and screen readers get.

Rule of this room: what people and articles wrote stands only where Slack reads no markup (rich text and plain text), or
with `&`, `<` and `>` escaped; so no mention, channel alarm or link comes out of a question or an article.
"""

from dataclasses import dataclass, replace

from bot.chat import Action, Cited, Reply
from bot.render.slack.blocks import Block, buttons, hint, preface
from bot.render.slack.fallback import fallback
from bot.render.slack.pages import pages
from bot.render.slack.setting import NOWHERE, Setting
from bot.render.slack.ui_texts import words_in

__all__ = ["Message", "Setting", "page_count", "render"]


@dataclass(frozen=True, slots=True)
class Message:
    """What Slack's `chat.postMessage` takes: `text` (escaped) and `blocks`."""

    text: str
    blocks: tuple[Block, ...]


def render(reply: Reply, setting: Setting = NOWHERE) -> Message:
    """Return the reply's page `reply.page` (the nearest one that there is)."""
    parted = pages(reply.parts)
    page = min(max(reply.page, 1), len(parted))
    words = words_in(reply.language)
    blocks = list(parted[page - 1])
    if reply.public:
        blocks = [preface(setting.asked_by, reply.question, words), *blocks]
    blocks += hint(reply.parts, words)
    blocks += buttons([a for a in reply.actions if setting.private or a.text != "/share"], setting, "say")
    blocks += buttons(_ways(reply, setting, page, len(parted)), setting, "go")
    blocks += buttons(_way_back(reply, setting), replace(setting, id=setting.back), "back")
    return Message(fallback(reply), tuple(blocks))


def page_count(reply: Reply) -> int:
    """Return how many pages a reply has."""
    return len(pages(reply.parts))


def _ways(reply: Reply, setting: Setting, page: int, last: int) -> tuple[Action, ...]:
    """Return the buttons that are Slack's own: share it, turn the page."""
    words = words_in(reply.language)
    ways = []
    if setting.private and any(isinstance(p, Cited) for p in reply.parts) and not _offers(reply, "/share"):
        ways.append(Action(words.share, "/share"))
    if page > 1:
        ways.append(Action(words.page_before.format(page=page - 1), f"/page {page - 1}"))
    if page < last:
        ways.append(Action(words.page_after.format(page=page + 1, last=last), f"/page {page + 1}"))
    return tuple(ways)


def _way_back(reply: Reply, setting: Setting) -> tuple[Action, ...]:
    """Return the button back to the answer whose place this one has taken."""
    wanted = bool(setting.back) and not reply.replaces
    return (Action(words_in(reply.language).back, "/page 1"),) if wanted else ()


def _offers(reply: Reply, command: str) -> bool:
    return any(action.text.split(" ")[0] == command for action in reply.actions)
