"""The questions that are offered in the assistant's pane.

Rule of this module: pure.
"""

from collections.abc import Sequence

from bot.chat import Action

MOST = 4
"""Prompts that Slack shows (assistant.threads.setSuggestedPrompts)."""


def prompts(actions: Sequence[Action]) -> list[dict[str, str]]:
    """Return what Slack offers: a tap writes the message as if the person had typed it, so no command is among them."""
    questions = [action for action in actions if action.label.rstrip().endswith("?") or not action.text.startswith("/")]
    return [{"title": a.label, "message": a.label if a.text.startswith("/") else a.text} for a in questions[:MOST]]
