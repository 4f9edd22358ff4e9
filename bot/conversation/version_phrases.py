"""What the bot says of an article's versions, in each language.

Rule of this module: words only. What a language lacks fails to type-check.
"""

from typing import NamedTuple


class VersionPhrases(NamedTuple):
    """One language's words; names in braces are filled in, `when` is a pattern for a moment (UTC)."""

    when: str
    of_version: str
    newer: str
    brought: str
    unchanged: str
    just_read: str
    read_before: str
    unreachable: str
    row: str
    row_value: str
    heading: str
    shown: str
    label_version: str
    label_changes: str
    label_newest: str
    between: str
    counts: tuple[tuple[str, str], tuple[str, str], tuple[str, str]]
    """Of what was added, removed and reworded: for one, and for several."""
    nothing: str
    headline: str
    reworded: str
    added: str
    removed: str
    before: str
    now: str
    more_changes: str
    new_sources: str
    gone_sources: str
    only_one: str
    no_such: str
    usage: str
    usage_console: str


ENGLISH = VersionPhrases(
    when="%d %b %Y, %H:%M UTC",
    of_version="This is from version {number} of {count}, read on {when}.",
    newer="There is a newer version: /article {id}",
    brought="I know {count} versions of this article; this is version {number}. /changes shows what is different.",
    unchanged="I have read this article before, and it has not changed since.",
    just_read="I have read this article only just now.",
    read_before="I have read this article before; this is how it was on {when}.",
    unreachable="The page can’t be fetched just now, so this is the article as it was on {when}.",
    row="Version",
    row_value="{number} of {count}, read on {when}",
    heading="Versions of this article:",
    shown="this one",
    label_version="Version {number}",
    label_changes="What changed?",
    label_newest="The new version",
    between="From version {before} ({before_when}) to version {now} ({now_when}):",
    counts=(
        ("1 sentence added", "{count} sentences added"),
        ("1 removed", "{count} removed"),
        ("1 reworded", "{count} reworded"),
    ),
    nothing="No sentence is different.",
    headline="Headline",
    reworded="Reworded",
    added="Added",
    removed="Removed",
    before="Before",
    now="Now",
    more_changes="{count} more are not shown here.",
    new_sources="Speaks only now: {names}",
    gone_sources="Speaks no more: {names}",
    only_one="I know one version of this article. When its page has changed, send me the link again, and I compare.",
    no_such="There is no version {number}; there are {count}. /article lists them.",
    usage="/changes shows what is new in the last version, /changes 1 2 what is different between versions 1 and 2.",
    usage_console="/changes shows what is new in the last version, /changes 1 2 what is different between versions 1 "
    "and 2, /changes OLD NEW the same for two files or links.",
)

GERMAN = VersionPhrases(
    when="%d.%m.%Y, %H:%M UTC",
    of_version="Das ist aus Fassung {number} von {count}, gelesen am {when}.",
    newer="Es gibt eine neuere Fassung: /article {id}",
    brought="Ich kenne {count} Fassungen dieses Artikels; dies ist Fassung {number}. /changes zeigt, was anders ist.",
    unchanged="Diesen Artikel habe ich schon gelesen; seitdem hat er sich nicht geändert.",
    just_read="Diesen Artikel habe ich gerade eben gelesen.",
    read_before="Diesen Artikel habe ich schon gelesen; so war er am {when}.",
    unreachable="Die Seite ist im Moment nicht abrufbar; das ist der Artikel, wie er am {when} war.",
    row="Fassung",
    row_value="{number} von {count}, gelesen am {when}",
    heading="Fassungen dieses Artikels:",
    shown="diese",
    label_version="Fassung {number}",
    label_changes="Was ist anders?",
    label_newest="Die neue Fassung",
    between="Von Fassung {before} ({before_when}) zu Fassung {now} ({now_when}):",
    counts=(
        ("1 Satz neu", "{count} Sätze neu"),
        ("1 entfallen", "{count} entfallen"),
        ("1 umformuliert", "{count} umformuliert"),
    ),
    nothing="Kein Satz ist anders.",
    headline="Überschrift",
    reworded="Umformuliert",
    added="Neu",
    removed="Entfallen",
    before="Vorher",
    now="Jetzt",
    more_changes="{count} weitere stehen hier nicht.",
    new_sources="Kommt erst jetzt zu Wort: {names}",
    gone_sources="Kommt nicht mehr zu Wort: {names}",
    only_one="Ich kenne eine Fassung dieses Artikels. Wenn sich die Seite geändert hat, schicken Sie mir den Link "
    "noch einmal, dann vergleiche ich.",
    no_such="Eine Fassung {number} gibt es nicht, es sind {count}. /article führt sie auf.",
    usage="/changes zeigt, was in der letzten Fassung neu ist, /changes 1 2 den Unterschied zwischen den Fassungen 1 "
    "und 2.",
    usage_console="/changes zeigt, was in der letzten Fassung neu ist, /changes 1 2 den Unterschied zwischen den "
    "Fassungen 1 und 2, /changes ALT NEU dasselbe für zwei Dateien oder Links.",
)
