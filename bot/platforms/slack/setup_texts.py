"""What the doctor says of Slack's set-up, in English and German.

Rule of this module: words only; a line names the setting to mend and what to do, and no value.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Checks:
    """What the doctor says of the set-up."""

    missing: str
    begun: str
    odd_bot: str
    odd_app: str
    no_way: str
    unsigned: str
    no_client: str
    odd_listen: str
    refused: str
    unreachable: str
    odd_root: str
    works: str
    scopes: str
    no_files: str
    app_refused: str
    app_unusable: str
    mode: str
    socket: str
    http: str
    one: str
    many: str


ENGLISH = Checks(
    missing="Slack: not set up (no BOT_SLACK_BOT_TOKEN). docs/slack.md shows how.",
    begun="Slack: BOT_SLACK_BOT_TOKEN is missing (OAuth & Permissions, Bot User OAuth Token). "
    "For several workspaces, set BOT_SLACK_CLIENT_ID instead.",
    odd_bot="BOT_SLACK_BOT_TOKEN begins with xoxb- (OAuth & Permissions, Bot User OAuth Token).",
    odd_app="BOT_SLACK_APP_TOKEN begins with xapp- (Basic Information, App-Level Tokens).",
    no_way="Set BOT_SLACK_APP_TOKEN (the bot connects to Slack) or BOT_SLACK_SIGNING_SECRET (Slack connects to it).",
    unsigned="Set BOT_SLACK_SIGNING_SECRET (Basic Information, App Credentials).",
    no_client="Set BOT_SLACK_CLIENT_SECRET (Basic Information, App Credentials).",
    odd_listen="BOT_SLACK_LISTEN is a host and a port, such as 127.0.0.1:8081.",
    refused="Slack refuses BOT_SLACK_BOT_TOKEN. Install the app to the workspace again and copy the new token.",
    odd_root="Slack does not answer like this at BOT_SLACK_API_URL. It takes the root of the address alone, such as "
    "https://slack.com, without /api/ and what follows.",
    unreachable="Slack can't be reached. Check the network, or BOT_SLACK_API_URL where you have set it.",
    works="Slack knows the bot as @{name} in {team}",
    scopes="The app lacks scopes: {scopes}. "
    "Paste the output of article-bot manifest into App Manifest, and install the app again.",
    no_files="Without files:read the bot cannot read the files that people send it.",
    app_refused="Slack refuses BOT_SLACK_APP_TOKEN. Make a new one with the scope connections:write.",
    app_unusable="Slack gives no connection for BOT_SLACK_APP_TOKEN. "
    "Check its scope connections:write, and that Socket Mode is on.",
    mode="Slack: {ways}; {whose}",
    socket="Socket Mode",
    http="HTTP on {listen}, path /slack/events",
    one="one workspace",
    many="workspaces install the app at /slack/install",
)

GERMAN = Checks(
    missing="Slack: nicht eingerichtet (BOT_SLACK_BOT_TOKEN fehlt). docs/slack.md zeigt, wie es geht.",
    begun="Slack: BOT_SLACK_BOT_TOKEN fehlt (OAuth & Permissions, Bot User OAuth Token). "
    "Für mehrere Workspaces stattdessen BOT_SLACK_CLIENT_ID setzen.",
    odd_bot="BOT_SLACK_BOT_TOKEN beginnt mit xoxb- (OAuth & Permissions, Bot User OAuth Token).",
    odd_app="BOT_SLACK_APP_TOKEN beginnt mit xapp- (Basic Information, App-Level Tokens).",
    no_way="Bitte BOT_SLACK_APP_TOKEN setzen (der Bot verbindet sich mit Slack) "
    "oder BOT_SLACK_SIGNING_SECRET (Slack verbindet sich mit ihm).",
    unsigned="Bitte BOT_SLACK_SIGNING_SECRET setzen (Basic Information, App Credentials).",
    no_client="Bitte BOT_SLACK_CLIENT_SECRET setzen (Basic Information, App Credentials).",
    odd_listen="BOT_SLACK_LISTEN besteht aus Host und Port, etwa 127.0.0.1:8081.",
    refused="Slack lehnt BOT_SLACK_BOT_TOKEN ab. Bitte die App im Workspace neu installieren und das neue Token "
    "eintragen.",
    odd_root="Unter BOT_SLACK_API_URL antwortet Slack so nicht. Dort steht nur der Anfang der Adresse, etwa "
    "https://slack.com, ohne /api/ und was danach kommt.",
    unreachable="Slack ist nicht erreichbar. Bitte das Netz prüfen und, falls gesetzt, BOT_SLACK_API_URL.",
    works="Slack kennt den Bot als @{name} in {team}",
    scopes="Der App fehlen Rechte: {scopes}. Bitte die Ausgabe von article-bot manifest unter App Manifest einfügen "
    "und die App neu installieren.",
    no_files="Ohne files:read kann der Bot keine Dateien lesen, die man ihm schickt.",
    app_refused="Slack lehnt BOT_SLACK_APP_TOKEN ab. Bitte ein neues mit dem Recht connections:write erzeugen.",
    app_unusable="Slack gibt für BOT_SLACK_APP_TOKEN keine Verbindung. Bitte das Recht connections:write "
    "und Socket Mode prüfen.",
    mode="Slack: {ways}; {whose}",
    socket="Socket Mode",
    http="HTTP auf {listen}, Pfad /slack/events",
    one="ein Workspace",
    many="Workspaces installieren die App unter /slack/install",
)


def words_in(language: str) -> Checks:
    """Return the phrases in a language, in English where there are none."""
    return GERMAN if language[:2].lower() == "de" else ENGLISH


@dataclass(frozen=True, slots=True)
class Live:
    """What the doctor has seen in a channel; S1 and S2 are the checks in docs/delivery.md."""

    unusable: str
    refused: str
    same: str
    ignored: str
    shown: str
    late: str


LIVE = {
    "en": Live(
        unusable="Slack: channel {channel} can't be used ({code}). Check its id, and invite the bot.",
        refused="S1: a second message with the same client_msg_id is refused ({code}).",
        same="S1: a second message with the same client_msg_id is the first one.",
        ignored="S1: a second message with the same client_msg_id is a second message; the bot does not rely on it.",
        shown="S2: the history has shown {count} messages with their metadata, the slowest after {seconds:.1f} s.",
        late="S2: the history did not show a message within {seconds:.0f} s. Set BOT_SLACK_ONCE=placeholder.",
    ),
    "de": Live(
        unusable="Slack: Der Kanal {channel} ist nicht zu gebrauchen ({code}). Bitte seine Kennung prüfen und den Bot "
        "einladen.",
        refused="S1: Eine zweite Nachricht mit derselben client_msg_id wird abgelehnt ({code}).",
        same="S1: Eine zweite Nachricht mit derselben client_msg_id ist die erste.",
        ignored="S1: Eine zweite Nachricht mit derselben client_msg_id ist eine zweite; "
        "der Bot verlässt sich nicht darauf.",
        shown="S2: Der Verlauf hat {count} Nachrichten mit ihren Metadaten gezeigt, "
        "die langsamste nach {seconds:.1f} s.",
        late="S2: Der Verlauf hat eine Nachricht nach {seconds:.0f} s nicht gezeigt. "
        "Bitte BOT_SLACK_ONCE=placeholder setzen.",
    ),
}


def live_words_in(language: str) -> Live:
    """Return what is said of a channel in a language, in English where there is nothing."""
    return LIVE.get(language[:2].lower(), LIVE["en"])
