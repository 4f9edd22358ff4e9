"""A reply as plain text: for a pipe, a terminal that knows no styles, and the one-shot `ask`.

Rule of this room: unfolded, every sentence stands in it character by character, but for what a terminal would obey.
"""

from bot.chat import Reply
from bot.render.console import lines


def render(reply: Reply, width: int | None = None, *, hints: bool = False) -> str:
    """Return a reply without a line end after its last line.

    `width` is where lines are folded, in columns; None leaves them as they are, so that a sentence can be found with
    grep. `hints` adds what can be typed next.
    """
    return "\n".join("".join(segment.text for segment in line) for line in lines(reply, width, hints=hints))
