"""What Slack sends, as its reference pages show it: events, commands, taps, shortcuts and forms.

Rule of this module: pure; every payload has all the fields that Slack's examples have and that could be looked at.
"""

import json
from dataclasses import dataclass, field
from itertools import count
from typing import Any

Payload = dict[str, Any]

TEAM, BOT_USER, BOT, APP = "T0001", "U0BOT", "B0001", "A0001"
PERSON, OTHER = "U0ANNA", "U0BERT"
CHANNEL, DIRECT = "C0001", "D0001"
ENTERPRISE = "E0001"
ROOT = 1_790_000_000


@dataclass
class Payloads:
    """Makes payloads whose ids are all different; `base` is the root URL that response_urls lie under."""

    base: str
    team: str = TEAM
    me: str = BOT_USER
    _numbers: Any = field(default_factory=lambda: count(1))

    def ts(self) -> str:
        return f"{ROOT + next(self._numbers)}.000100"

    def trigger(self) -> str:
        return f"{next(self._numbers)}.738474920.8088930838d88f008e0"

    def event(self, event: Payload) -> Payload:
        number = next(self._numbers)
        return {
            "token": "verification", "team_id": self.team, "api_app_id": APP, "type": "event_callback",
            "event": {"event_ts": event.get("ts", self.ts()), **event},
            "event_id": f"Ev{number:09}", "event_time": ROOT + number,
            "authorizations": [
                {
                    "enterprise_id": None, "team_id": self.team, "user_id": self.me, "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": False, "event_context": "4-context",
        }  # fmt: skip

    def of_enterprise(self, event: Payload) -> Payload:
        """An event that concerns a whole enterprise: it names no workspace and nobody that it is seen by."""
        number = next(self._numbers)
        return {
            "token": "verification", "enterprise_id": ENTERPRISE, "api_app_id": APP, "type": "event_callback",
            "event": {"event_ts": self.ts(), **event}, "event_id": f"Ev{number:09}", "event_time": ROOT + number,
        }  # fmt: skip

    def in_enterprise(self, payload: Payload) -> Payload:
        """An event in a workspace of an enterprise that has installed the app for all of them."""
        seen_by = payload["authorizations"][0] | {
            "enterprise_id": ENTERPRISE, "team_id": None, "is_enterprise_install": True,
        }  # fmt: skip
        return payload | {"enterprise_id": ENTERPRISE, "authed_users": [], "authorizations": [seen_by]}

    def tapped_in_enterprise(self, payload: Payload) -> Payload:
        """The same of a tap, a shortcut or a form: it is of no workspace, but its person is."""
        organization = {"id": ENTERPRISE, "name": "Example"}
        return payload | {"team": None, "enterprise": organization, "is_enterprise_install": True}

    def in_pane(self, text: str, thread: str, *, user: str = PERSON, **more: object) -> Payload:
        """A message in the assistant's pane: a direct one in the pane's thread, from whichever workspace."""
        others = {"user_team": self.team, "source_team": "T0002", "user_profile": {}, "parent_user_id": self.me}
        return self.direct(text, user=user, thread_ts=thread, **others, **more)

    def renamed_pane(self, thread: str) -> Payload:
        """What Slack tells when it gives the pane's thread a title."""
        told: Payload = {
            "text": "New chat", "subtype": "assistant_app_thread", "user": self.me, "type": "message", "edited": {},
            "thread_ts": thread, "reply_count": 2, "reply_users": [self.me, PERSON], "is_locked": False, "ts": thread,
        }  # fmt: skip
        titled = told | {"assistant_app_thread": {"title": "Who warns?", "title_blocks": [], "artifacts": []}}
        return self.event({
            "type": "message", "subtype": "message_changed", "message": titled, "previous_message": told,
            "channel": DIRECT, "hidden": True, "ts": self.ts(), "channel_type": "im",
        })  # fmt: skip

    def direct(self, text: str, *, user: str = PERSON, channel: str = DIRECT, **more: object) -> Payload:
        """A direct message."""
        message = {
            "type": "message", "user": user, "text": text, "ts": self.ts(), "channel": channel, "channel_type": "im",
            "client_msg_id": self.trigger(), "team": self.team,
        }  # fmt: skip
        return self.event(message | more)

    def posted(self, text: str, *, user: str = PERSON, channel: str = CHANNEL, **more: object) -> Payload:
        """A message in a channel."""
        message = {"type": "message", "user": user, "text": text, "ts": self.ts(), "channel": channel}
        return self.event(message | {"channel_type": "channel", "team": self.team} | more)

    def shared(self, text: str, *files: Payload, **more: object) -> Payload:
        """A direct message with files."""
        return self.direct(text, subtype="file_share", files=list(files), upload=False, display_as_bot=False, **more)

    def file(self, name: str, mimetype: str, size: int, *, mode: str = "hosted", **more: object) -> Payload:
        """A file as it hangs on a message."""
        number = f"F{next(self._numbers):04}"
        at = f"{self.base}/files-pri/{self.team}-{number}"
        ending = name.rpartition(".")[2]
        told: Payload = {
            "id": number, "created": ROOT, "timestamp": ROOT, "name": name, "title": name, "mimetype": mimetype,
            "filetype": ending, "pretty_type": ending.upper(), "user": PERSON, "user_team": self.team,
            "editable": mode == "snippet", "size": size, "mode": mode, "is_external": False, "external_type": "",
            "is_public": False, "public_url_shared": False, "display_as_bot": False, "username": "",
            "url_private": f"{at}/{name}", "url_private_download": f"{at}/download/{name}",
            "permalink": f"https://example.slack.com/files/{PERSON}/{number}/{name}",
            "permalink_public": f"https://slack-files.com/{self.team}-{number}-abc", "has_rich_preview": False,
            "file_access": "visible",
        }  # fmt: skip
        return told | more

    def stub(self, told: Payload) -> Payload:
        """What a message in a channel with another organization tells of a file."""
        return {
            "id": told["id"], "created": 0, "timestamp": 0, "user": "", "mode": "file_access",
            "file_access": "check_file_info",
        }  # fmt: skip

    def shown_message(self, text: str, **more: object) -> Payload:
        """A message of somebody else that is shared in another one, as an attachment."""
        ts = self.ts()
        attachment: Payload = {
            "id": 1, "ts": ts, "is_msg_unfurl": True, "is_share": True, "channel_id": CHANNEL,
            "channel_team": self.team, "author_id": OTHER, "author_name": "Bert", "author_subname": "Bert",
            "author_link": f"https://example.slack.com/team/{OTHER}", "text": text, "mrkdwn_in": ["text"],
            "fallback": f"[1 December] bert: {text}", "footer": "Posted in #general", "color": "D0D0D0",
            "from_url": f"https://example.slack.com/archives/{CHANNEL}/p{ts.replace('.', '')}",
            "message_blocks": [{"team": self.team, "channel": CHANNEL, "ts": ts, "message": {"blocks": []}}],
        }  # fmt: skip
        return attachment | more

    def mention(self, text: str, *, user: str = PERSON, channel: str = CHANNEL, **more: object) -> Payload:
        """A mention of the bot in a channel."""
        message = {"type": "app_mention", "user": user, "text": f"<@{self.me}> {text}".rstrip(), "ts": self.ts()}
        return self.event(message | {"channel": channel, "team": self.team} | more)

    def slash(self, text: str, *, user: str = PERSON, channel: str = CHANNEL, command: str = "/ask") -> Payload:
        trigger = self.trigger()
        return {
            "token": "verification", "team_id": self.team, "team_domain": "example", "channel_id": channel,
            "channel_name": "general", "user_id": user, "user_name": "anna", "command": command, "text": text,
            "api_app_id": APP, "is_enterprise_install": "false", "trigger_id": trigger,
            "response_url": f"{self.base}/respond/{trigger}",
        }  # fmt: skip

    def tap(self, button: Payload, message: Payload, *, user: str = PERSON, channel: str = CHANNEL) -> Payload:
        """A tap on a button of a message; `message` holds its ts, and thread_ts or is_ephemeral where it has them."""
        seen = {"type": "message", "message_ts": message["ts"], "channel_id": channel}
        private = bool(message.get("is_ephemeral"))
        trigger = self.trigger()
        tapped: Payload = {
            "type": "block_actions", "user": {"id": user, "username": "anna", "team_id": self.team},
            "api_app_id": APP, "token": "verification", "team": {"id": self.team, "domain": "example"},
            "container": seen | {"is_ephemeral": private}, "trigger_id": trigger, "enterprise": None,
            "is_enterprise_install": False, "channel": {"id": channel, "name": "general"},
            "response_url": f"{self.base}/respond/{message.get('respond') or trigger}",
            "actions": [button | {"action_ts": self.ts(), "block_id": "b"}],
        }  # fmt: skip
        return tapped if private else tapped | {"message": {"type": "message", "user": self.me, **message}}

    def tap_on_link(self, button: Payload, *, user: str = PERSON, channel: str = CHANNEL) -> Payload:
        """A tap on a button below a link that the bot has unfolded."""
        tapped = self.tap(button, {"ts": self.ts()}, user=user, channel=channel)
        del tapped["message"]
        return tapped | {"container": tapped["container"] | {"type": "message_attachment", "attachment_id": 1}}

    def tap_in_view(self, button: Payload, view: Payload, *, user: str = PERSON) -> Payload:
        """A tap on a button of a modal or of Home."""
        return {
            "type": "block_actions", "user": {"id": user, "username": "anna", "team_id": self.team},
            "api_app_id": APP, "token": "verification", "team": {"id": self.team, "domain": "example"},
            "container": {"type": "view", "view_id": view["id"]}, "trigger_id": self.trigger(), "enterprise": None,
            "is_enterprise_install": False, "view": view, "actions": [button | {"action_ts": self.ts()}],
        }  # fmt: skip

    def shortcut(
        self, callback: str, text: str, *, user: str = PERSON, channel: str = CHANNEL, **more: object
    ) -> Payload:
        """A shortcut on a message; `more` are further fields of that message."""
        trigger = self.trigger()
        return {
            "type": "message_action", "token": "verification", "action_ts": self.ts(), "callback_id": callback,
            "team": {"id": self.team, "domain": "example"}, "user": {"id": user, "name": "anna"},
            "channel": {"id": channel, "name": "general"}, "is_enterprise_install": False, "enterprise": None,
            "trigger_id": trigger, "message_ts": self.ts(), "response_url": f"{self.base}/respond/{trigger}",
            "message": {"type": "message", "user": OTHER, "ts": self.ts(), "text": text, **more},
        }  # fmt: skip

    def everywhere(self, callback: str, *, user: str = PERSON) -> Payload:
        """A shortcut that belongs to no message."""
        return {
            "type": "shortcut", "token": "verification", "action_ts": self.ts(), "callback_id": callback,
            "team": {"id": self.team, "domain": "example"}, "user": {"id": user, "username": "anna"},
            "is_enterprise_install": False, "enterprise": None, "trigger_id": self.trigger(),
        }  # fmt: skip

    def submission(self, text: str, view: Payload, *, user: str = PERSON) -> Payload:
        """A form that was sent."""
        state = {"values": {"question": {"text": {"type": "plain_text_input", "value": text}}}}
        return {
            "type": "view_submission", "team": {"id": self.team, "domain": "example"},
            "user": {"id": user, "username": "anna", "team_id": self.team}, "api_app_id": APP,
            "token": "verification", "trigger_id": self.trigger(), "view": view | {"state": state},
            "response_urls": [], "is_enterprise_install": False, "enterprise": None,
        }  # fmt: skip

    def home(self, *, user: str = PERSON) -> Payload:
        return self.event({"type": "app_home_opened", "user": user, "channel": DIRECT, "tab": "home"})

    def pane(self, *, user: str = PERSON, channel: str = DIRECT) -> Payload:
        thread = {"user_id": user, "context": {}, "channel_id": channel, "thread_ts": self.ts()}
        return self.event({"type": "assistant_thread_started", "assistant_thread": thread})

    def link(self, url: str, *, user: str = PERSON, channel: str = CHANNEL) -> Payload:
        links = [{"domain": url.split("/")[2], "url": url}]
        return self.event(
            {"type": "link_shared", "channel": channel, "user": user, "message_ts": self.ts(), "links": links}
        )


def as_form(payload: Payload) -> tuple[str, str]:
    """Return the body and the type of a request as Slack sends it: events as JSON, the rest as a form."""
    from urllib.parse import urlencode  # noqa: PLC0415

    if payload.get("type") in {"event_callback", "url_verification"}:
        return json.dumps(payload), "application/json"
    fields = payload if "command" in payload else {"payload": json.dumps(payload)}
    return urlencode(fields), "application/x-www-form-urlencoded"


def kind_of(payload: Payload) -> str:
    """Return the type of the Socket Mode envelope of a payload."""
    if payload.get("type") == "event_callback":
        return "events_api"
    return "slash_commands" if "command" in payload else "interactive"
