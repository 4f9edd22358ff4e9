"""Slack's own phrases, in English and German.

Rule of this module: words only. What a language lacks fails to type-check.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one language; names in braces are filled in."""

    # on a message
    share: str
    back: str
    page_before: str
    page_after: str
    asks: str
    somebody: str
    typed: str
    shortened: str
    # notes
    shared: str
    not_here: str
    sent_directly: str
    no_scope: str
    no_member: str
    no_file: str
    asked_before: str
    # the modal
    title: str
    looking: str
    close: str
    submit: str
    question: str
    placeholder: str
    # Home and the assistant's pane
    ask: str
    how: str
    ways: tuple[str, ...]
    privacy_title: str
    privacy: str
    privacy_more: str
    none_kept: str
    language_title: str
    language_free: str
    status: str
    prompts: str


ENGLISH = Words(
    share="Share in channel",
    back="← Back to the answer",
    page_before="← Page {page}",
    page_after="Page {page} of {last} →",
    asks="asked the article:",
    somebody="Somebody",
    typed="In a message to me, or one that mentions me, /ask can be left out: context 2",
    shortened="(shortened)",
    shared="Shared in the channel.",
    not_here="I am not in this channel yet. Invite me with /invite, then share again.",
    sent_directly="I have sent it to you as a direct message.",
    no_scope="I am not allowed to send files in this workspace yet. Whoever runs me adds the scope files:write, as "
    "article-bot manifest has it, and installs the app again.",
    no_member="I can’t send files into this channel until I am in it. Invite me with /invite, then ask again.",
    no_file="Slack does not take the file here.",
    asked_before="You asked:",
    title="Ask the article",
    looking="Looking in the article …",
    close="Close",
    submit="Ask",
    question="Your question",
    placeholder="What did Russia send?",
    ask="Ask a question",
    how="How to ask",
    ways=(
        "/ask and a question, in any channel: only you see the answer, and you can share it.",
        "Mention me in a channel: I answer in the thread, and there you can go on without mentioning me.",
        "Write to me here, under Messages.",
        "On any message: More actions → Ask about this, or Check against article.",
        "On any message, too: Read this article. I read its file, its link or its text, and you can ask about it.",
    ),
    privacy_title="Privacy",
    privacy="A question is kept until it is answered, and no longer. It goes to no language model and to nobody else.",
    privacy_more="What is kept, and for how long",
    none_kept="Your earlier questions are not listed here, because none are kept.",
    language_title="Language",
    language_free="As I ask",
    status="is looking in the article …",
    prompts="For example:",
)

GERMAN = Words(
    share="Im Kanal teilen",
    back="← Zurück zur Antwort",
    page_before="← Seite {page}",
    page_after="Seite {page} von {last} →",
    asks="hat den Artikel gefragt:",
    somebody="Jemand",
    typed="In einer Nachricht an mich, oder wo Sie mich erwähnen, geht es auch ohne /ask: context 2",
    shortened="(gekürzt)",
    shared="Im Kanal geteilt.",
    not_here="In diesem Kanal bin ich noch nicht. Laden Sie mich mit /invite ein, und teilen Sie dann noch einmal.",
    sent_directly="Ich habe es Ihnen als Direktnachricht geschickt.",
    no_scope="In diesem Workspace darf ich noch keine Dateien senden. Wer mich betreibt, ergänzt die Berechtigung "
    "files:write, wie article-bot manifest sie nennt, und installiert die App neu.",
    no_member="In diesen Kanal kann ich erst Dateien senden, wenn ich dabei bin. Laden Sie mich mit /invite ein, und "
    "fragen Sie dann noch einmal.",
    no_file="Slack nimmt die Datei hier nicht an.",
    asked_before="Ihre Frage:",
    title="Den Artikel fragen",
    looking="Ich sehe im Artikel nach …",
    close="Schließen",
    submit="Fragen",
    question="Ihre Frage",
    placeholder="Was hat Russland geschickt?",
    ask="Eine Frage stellen",
    how="So fragen Sie",
    ways=(
        "/ask und eine Frage, in jedem Kanal: Nur Sie sehen die Antwort, und Sie können sie teilen.",
        "Erwähnen Sie mich in einem Kanal: Ich antworte im Thread, und dort geht es ohne Erwähnung weiter.",
        "Schreiben Sie mir hier, unter Nachrichten.",
        "An jeder Nachricht: Weitere Aktionen → Ask about this oder Check against article.",
        "Ebenso Read this article: Ich lese Datei, Link oder Text der Nachricht, und Sie können danach fragen.",
    ),
    privacy_title="Datenschutz",
    privacy="Eine Frage bleibt gespeichert, bis sie beantwortet ist, nicht länger. "
    "Sie geht an kein Sprachmodell und an niemanden sonst.",
    privacy_more="Was gespeichert wird, und wie lange",
    none_kept="Ihre früheren Fragen stehen hier nicht, denn es wird keine aufbewahrt.",
    language_title="Sprache",
    language_free="Wie die Frage",
    status="sieht im Artikel nach …",
    prompts="Zum Beispiel:",
)


def words_in(language: str | None) -> Words:
    """Return the phrases in a language, in English where there are none."""
    return GERMAN if (language or "")[:2].lower() == "de" else ENGLISH
