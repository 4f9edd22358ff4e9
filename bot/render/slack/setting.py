"""Where a reply is shown in Slack.

Rule of this module: a record.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reply does not know of itself: `id` names the message that it answers, in `chat`; buttons carry both.

    `private` means that only one person sees it, so that it can be shared; `back` is the `id` of the answer that this
    one takes the place of; `asked_by` is the Slack id of whoever asked, where all see it.
    """

    id: str = ""
    chat: str = ""
    private: bool = False
    back: str = ""
    asked_by: str = ""


NOWHERE = Setting()
