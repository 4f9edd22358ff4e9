"""What the bot says about many articles asked at once.

Rule of this module: words only; a day is written as people of the language write it.
"""

from typing import NamedTuple


class ArchivePhrases(NamedTuple):
    """The words of one language; `months` from January on."""

    on: str
    on_one: str
    off: str
    unavailable: str
    empty: str
    none: str
    none_missing: str
    none_words: str
    nearest: str
    since: str
    until: str
    between: str
    on_day: str
    in_year: str
    site: str
    unread: str
    unread_one: str
    repeated: str
    one_source: str
    one_named: str
    sources: str
    untitled_date: str
    label_ask: str
    label_all: str
    found: str
    none_found: str
    months: tuple[str, ...]
    day: str


ENGLISH = ArchivePhrases(
    on="From now on I look through all {count} articles that are here. /article N takes you back to one.",
    on_one="From now on I look through the one article that is here, and through those that come.",
    off="There is no archive here to look through.",
    unavailable="I can’t look through all articles just now; nothing is lost. A single one still answers: /article N.",
    empty="There is no article here yet that I could look through.",
    none="None of the articles here answers that.",
    none_missing="None of the articles here answers that. Not found in what comes nearest: {missing}",
    none_words="There is no word in this question to look for. Ask with a name, a thing or a verb.",
    nearest="The nearest sentence, which does not answer it:",
    since="Only articles since {day}",
    until="Only articles up to {day}",
    between="Only articles from {first} to {last}",
    on_day="Only articles of {day}",
    in_year="Only articles from {year}",
    site="on {site}",
    unread="I am still reading in {count} articles; ask again later for those.",
    unread_one="I am still reading in one article; ask again later for it.",
    repeated="The same in: {titles}",
    one_source="All {articles} articles on this go back to one source.",
    one_named="All {articles} articles on this go back to one source: {name}",
    sources="{sources} different sources in {articles} articles on this.",
    untitled_date="no date",
    label_ask="Ask this one: {title}",
    label_all="Ask all of them",
    found="Articles about that, the likeliest first:",
    none_found="No article here is about that.",
    months=tuple("January February March April May June July August September October November December".split()),
    day="{day} {month} {year}",
)

GERMAN = ArchivePhrases(
    on="Ab jetzt suche ich in allen {count} Artikeln, die hier sind. Mit /article N geht es zu einem zurück.",
    on_one="Ab jetzt suche ich in dem einen Artikel, der hier ist, und in denen, die noch kommen.",
    off="Ein Archiv, in dem ich suchen könnte, gibt es hier nicht.",
    unavailable="Alle Artikel zusammen kann ich gerade nicht durchsuchen; verloren ist nichts. "
    "Ein einzelner antwortet weiterhin: /article N.",
    empty="Noch ist hier kein Artikel, in dem ich suchen könnte.",
    none="Keiner der Artikel hier beantwortet das.",
    none_missing="Keiner der Artikel hier beantwortet das. In dem, was am nächsten kommt, fehlt: {missing}",
    none_words="In dieser Frage ist kein Wort, nach dem ich suchen könnte. Fragen Sie mit einem Namen, einer Sache "
    "oder einem Verb.",
    nearest="Der nächstliegende Satz, der die Frage aber nicht beantwortet:",
    since="Nur Artikel seit dem {day}",
    until="Nur Artikel bis zum {day}",
    between="Nur Artikel vom {first} bis zum {last}",
    on_day="Nur Artikel vom {day}",
    in_year="Nur Artikel aus dem Jahr {year}",
    site="auf {site}",
    unread="{count} Artikel lese ich noch ein; fragen Sie später noch einmal, wenn es um sie geht.",
    unread_one="Einen Artikel lese ich noch ein; fragen Sie später noch einmal, wenn es um ihn geht.",
    repeated="Dasselbe in: {titles}",
    one_source="Alle {articles} Artikel dazu gehen auf eine Quelle zurück.",
    one_named="Alle {articles} Artikel dazu gehen auf eine Quelle zurück: {name}",
    sources="{sources} verschiedene Quellen in {articles} Artikeln dazu.",
    untitled_date="ohne Datum",
    label_ask="Diesen fragen: {title}",
    label_all="Alle fragen",
    found="Artikel dazu, die passendsten zuerst:",
    none_found="Dazu ist hier kein Artikel.",
    months=tuple("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()),
    day="{day}. {month} {year}",
)


def archive_phrases(code: str) -> ArchivePhrases:
    """Return the words of a language, English ones for one that has none."""
    return {"de": GERMAN}.get(code, ENGLISH)


def written(day: int, words: ArchivePhrases) -> str:
    """Return a day (20260131) as people write it."""
    year, month = day // 10_000, day // 100 % 100
    return words.day.format(day=day % 100, month=words.months[month - 1], year=year)
