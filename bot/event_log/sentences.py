"""What an event means, and what to do about it, for people who read the log.

Rule of this module: a sentence holds facts of its event and nothing else; programs get an event's name alone.
"""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "started telegram": "Answering in Telegram as {bot}: write to it. Ctrl-C stops it.",
    "started slack": "Answering in Slack as {bot}: type /ask and a question in any channel. Ctrl-C stops it.",
    "platform_refused": "{setting} was refused, so nothing is answered there; other platforms go on. Correct it, and "
    "start the bot again.",
    "platform_failed": "A fault of the bot's own has stopped a platform; it is started again in {again_in:g} s.",
    "stopped": "Stopped; what waits is answered after the next start.",
    "not_reached": "Telegram can't be reached; next try in {again_in:g} s. "
    "Check the network, and BOT_TELEGRAM_API_URL.",
    "not_fetched": "No messages could be fetched from Telegram; next try within {again_in:g} s.",
    "fetched_elsewhere": "Another program fetches this bot's messages: stop one of the two, or get a token of its own "
    "from BotFather; next look in {again_in:g} s.",
    "webhook_not_set": "Telegram could not be told where messages go; next try in {again_in:g} s.",
    "webhook_lost": "Somebody else has changed the webhook; it is set again. Does the bot run somewhere else?",
    "webhook_not_reached": "{waiting} messages wait: Telegram can't reach BOT_TELEGRAM_WEBHOOK_URL from outside.",
    "moved": "A group has become a supergroup: what it had is there now, and its old id in BOT_TELEGRAM_ALLOW holds.",
    "slack_unreachable": "Slack can't be reached; next try in {again_in:g} s. "
    "Check the network, and BOT_SLACK_API_URL.",
    "clock_skew": "Requests from Slack are {seconds:g} s off: set this machine's clock.",
    "bad_signature": "A request was not signed by Slack: check BOT_SLACK_SIGNING_SECRET if people get no answers.",
    "token_not_renewed": "The token of a workspace could not be renewed: it has to install the app again.",
    "workspace_lost": "A workspace has removed the app, or refuses its token.",
    "pairing": "{user} wants to ask and is not let in. To let them in, pass on the code, or send /people as an owner.",
    "intake_ended": "Messages no longer came in; that is started again. Where it says OSError, something else uses the "
    "port of BOT_TELEGRAM_LISTEN or BOT_SLACK_LISTEN.",
    "intake_silent": "Nothing was heard of the connection for {seconds:g} s; it is opened again.",
    "not_stored": "Messages could not be stored, so they will come again: check the disk and BOT_DATABASE.",
    "standing_by": "Another process on this database fetches the messages; this one answers along with it, and takes "
    "over when that one ends.",
    "taken_over": "The process that fetched the messages has ended; this one does so now.",
    "archive": "All articles together can't be asked ({problem}): article-bot doctor says more.",
    "archive_behind": "What is new can't be read into the archive for now ({problem}): article-bot doctor says more.",
    "store": "The database can't be used ({problem}): article-bot doctor says more.",
}
"""By event, or by event and platform; each in one line."""


def for_people(event: str, facts: Mapping[str, str | int | float]) -> str:
    """Return an event as people read it: its sentence with its name behind, else the name alone."""
    found = _sentence(event, facts)
    return f"{found} ({event})" if found else event


def _sentence(event: str, facts: Mapping[str, str | int | float]) -> str:
    """Return an event's sentence, empty where it has none or lacks a fact of it."""
    known = SENTENCES.get(f"{event} {facts.get('platform')}") or SENTENCES.get(event, "")
    try:
        return known.format(**facts)
    except (KeyError, ValueError, TypeError):
        return ""
