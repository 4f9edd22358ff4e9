"""What the doctor says of a chat in which it has tried Telegram out, in English and German.

Rule of this module: words only; each line says what was seen, and what follows for how answers are sent.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LiveChecks:
    """What was seen in the chat; T1, T2, T3 and T5 are the checks in docs/delivery.md."""

    unwritable: str
    words: str
    other_words: str
    nobody: str
    rising: str
    falling: str
    quick: str
    flooded: str
    found: str
    uncut: str
    lost: str


ENGLISH = LiveChecks(
    unwritable="Telegram: nothing can be sent into chat {chat}. Check its id, and that the bot may write there.",
    words="T1: Telegram says of numbers whose messages they are, in the words that the bot knows.",
    other_words="T1: Telegram's words have changed ({seen}). Set BOT_TELEGRAM_ONCE=placeholder.",
    nobody="T1: no message of somebody else was found in this chat. Write something in it, and run this again.",
    rising="T2: messages in a row have rising numbers ({numbers}).",
    falling="T2: messages in a row do not have rising numbers ({numbers}). Set BOT_TELEGRAM_ONCE=placeholder.",
    quick="T3: {count} looks in {seconds:.1f} s, none refused.",
    flooded="T3: Telegram asked for patience after {count} looks ({wait:.0f} s). What breaks off is found later.",
    found="T5: a message whose answer was cut off was found again ({count} of {tries}).",
    uncut="T5: Telegram answered before the connection could be cut ({tries} tries); this was not tried.",
    lost="T5: of {tries} messages whose answers were cut off {count} were found. Set BOT_TELEGRAM_ONCE=placeholder.",
)

GERMAN = LiveChecks(
    unwritable="Telegram: In den Chat {chat} lässt sich nichts senden. Bitte die Nummer prüfen, und ob der Bot dort "
    "schreiben darf.",
    words="T1: Telegram sagt von Nummern, wessen Nachrichten sie sind, in den Worten, die der Bot kennt.",
    other_words="T1: Telegrams Worte haben sich geändert ({seen}). Bitte BOT_TELEGRAM_ONCE=placeholder setzen.",
    nobody="T1: In diesem Chat fand sich keine Nachricht von jemand anderem. "
    "Bitte etwas hineinschreiben und noch einmal starten.",
    rising="T2: Nachrichten hintereinander haben steigende Nummern ({numbers}).",
    falling="T2: Nachrichten hintereinander haben keine steigenden Nummern ({numbers}). "
    "Bitte BOT_TELEGRAM_ONCE=placeholder setzen.",
    quick="T3: {count} Blicke in {seconds:.1f} s, keiner abgelehnt.",
    flooded="T3: Nach {count} Blicken bat Telegram um Geduld ({wait:.0f} s). Was abbricht, wird dann später gefunden.",
    found="T5: Eine Nachricht, deren Antwort abgeschnitten war, fand sich wieder ({count} von {tries}).",
    uncut="T5: Telegram hat geantwortet, bevor sich die Verbindung trennen ließ ({tries} Versuche); nicht erprobt.",
    lost="T5: Von {tries} Nachrichten, deren Antwort abgeschnitten war, fanden sich {count}. "
    "Bitte BOT_TELEGRAM_ONCE=placeholder setzen.",
)


def words_in(language: str) -> LiveChecks:
    """Return the phrases in a language, in English where there are none."""
    return GERMAN if language[:2].lower() == "de" else ENGLISH
