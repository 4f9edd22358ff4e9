"""What the Telegram platform says of its own.

Rule of this module: words only; what is about the article is said by the conversation.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Checks:
    """What the doctor finds, in one language."""

    missing: str
    malformed: str
    refused: str
    unreachable: str
    odd_root: str
    works: str
    no_inline: str
    no_groups: str
    no_privacy: str
    elsewhere: str
    undelivered: str
    no_https: str
    bad_secret: str
    bad_listen: str


@dataclass(frozen=True, slots=True)
class Words:
    """The platform's own phrases in one language."""

    expired: str
    ask_here: str
    checks: Checks


GERMAN = Words(
    expired="Dieser Knopf gilt nicht mehr. Bitte fragen Sie noch einmal.",
    ask_here="Im Chat mit mir fragen",
    checks=Checks(
        missing="Telegram: nicht eingerichtet (BOT_TELEGRAM_TOKEN fehlt). docs/telegram.md zeigt, wie es geht.",
        malformed="BOT_TELEGRAM_TOKEN sieht nicht wie ein Token aus (Ziffern, Doppelpunkt, Buchstaben und Ziffern). "
        "Bitte bei BotFather noch einmal vollständig kopieren.",
        refused="Telegram lehnt BOT_TELEGRAM_TOKEN ab. Bitte prüfen, ob es vollständig ist, "
        "oder bei BotFather mit /token ein neues holen.",
        unreachable="Telegram antwortet nicht. Bitte die Verbindung ins Netz und BOT_TELEGRAM_API_URL prüfen.",
        odd_root="Unter BOT_TELEGRAM_API_URL antwortet Telegram so nicht. Dort steht nur der Anfang der Adresse, etwa "
        "https://api.telegram.org, ohne /bot und was danach kommt.",
        works="Telegram: das Token gehört @{name}",
        no_inline="@{name} lässt sich nicht aus anderen Chats fragen. Wenn das gehen soll: /setinline bei BotFather.",
        no_groups="@{name} darf nicht in Gruppen. Wenn das gehen soll: /setjoingroups bei BotFather.",
        no_privacy="@{name} bekommt in Gruppen alles zu lesen, braucht es aber nicht. "
        "Besser: /setprivacy bei BotFather auf „Enable“ stellen.",
        elsewhere="Telegram schickt die Nachrichten an eine andere Adresse (Webhook). "
        "Läuft der Bot schon woanders? Ein Start hier nimmt sie ihm weg.",
        undelivered="{count} Nachrichten warten: Telegram erreicht die Adresse in BOT_TELEGRAM_WEBHOOK_URL nicht. "
        "Bitte prüfen, ob der Bot läuft und von außen zu erreichen ist.",
        no_https="BOT_TELEGRAM_WEBHOOK_URL muss mit https:// beginnen.",
        bad_secret="BOT_TELEGRAM_WEBHOOK_SECRET braucht 1 bis 256 Buchstaben, Ziffern, _ und -.",  # noqa: S106 - no secret
        bad_listen="BOT_TELEGRAM_LISTEN braucht die Form Rechner:Port, zum Beispiel 127.0.0.1:8080.",
    ),
)

ENGLISH = Words(
    expired="This button is no longer valid. Please ask again.",
    ask_here="Ask in a chat with me",
    checks=Checks(
        missing="Telegram: not set up (no BOT_TELEGRAM_TOKEN). docs/telegram.md shows how.",
        malformed="BOT_TELEGRAM_TOKEN does not look like a token (digits, a colon, letters and digits). "
        "Copy all of it again from BotFather.",
        refused="Telegram refuses BOT_TELEGRAM_TOKEN. Check that it is complete, or get a new one from BotFather "
        "with /token.",
        unreachable="Telegram does not answer. Check the network, and BOT_TELEGRAM_API_URL.",
        odd_root="Telegram does not answer like this at BOT_TELEGRAM_API_URL. It takes the root of the address alone, "
        "such as https://api.telegram.org, without /bot and what follows.",
        works="Telegram: the token belongs to @{name}",
        no_inline="@{name} can't be asked from other chats. If it should be: /setinline in BotFather.",
        no_groups="@{name} can't be added to groups. If it should be: /setjoingroups in BotFather.",
        no_privacy="@{name} is sent everything that is written in its groups, which it does not need. "
        "Better set /setprivacy in BotFather to “Enable”.",
        elsewhere="Telegram sends the messages to another address (webhook). Does the bot run somewhere else already? "
        "Starting it here takes them away from there.",
        undelivered="{count} messages wait: Telegram can't reach the address in BOT_TELEGRAM_WEBHOOK_URL. "
        "Check that the bot runs and can be reached from outside.",
        no_https="BOT_TELEGRAM_WEBHOOK_URL must begin with https://.",
        bad_secret="BOT_TELEGRAM_WEBHOOK_SECRET takes 1 to 256 letters, digits, _ and -.",  # noqa: S106 - no secret
        bad_listen="BOT_TELEGRAM_LISTEN takes the form host:port, such as 127.0.0.1:8080.",
    ),
)

WORDS = {"de": GERMAN, "en": ENGLISH}


def words_in(language: str | None) -> Words:
    """Return the platform's phrases in a language, in English where it has none."""
    return WORDS.get((language or "")[:2].lower(), ENGLISH)
