"""What the bot says of feeds, in each language.

Rule of this module: words only. What a language lacks fails to type-check.
"""

from typing import NamedTuple


class FeedPhrases(NamedTuple):
    """One language's words; names in braces are filled in."""

    usage: str
    looking: str
    begun: str
    too_many: str
    none: str
    none_console: str
    heading: str
    never: str
    row: str
    taken_1: str
    taken_n: str
    fine: str
    failing: str
    paused: str
    full: str
    ended: str
    no_such: str
    given_up: str
    not_here: str
    checked: str


ENGLISH = FeedPhrases(
    usage="Put the address of a feed or of a site after the command, such as: /follow https://example.org/feed.xml",
    looking="Looking for the feed …",
    begun="I follow “{title}” from now on. Its newest articles, {first} at most, come first, then what is new; I say "
    "nothing of each. /feeds shows what there is, /articles the articles, /unfollow {number} ends it.",
    too_many="{count} feeds are followed here, and that is the limit. /unfollow N ends one.",
    none="No feed is followed here. /follow and an address begins to.",
    none_console="No feed is followed. Begin with: article-bot follow ADDRESS",
    heading="Feeds that are followed here:",
    never="not read yet",
    row="read on {when}",
    taken_1="1 article",
    taken_n="{count} articles",
    fine="",
    failing="could not be read since {when}",
    paused="given up; /follow and its address tries again",
    full="nothing more is taken in: {count} articles are kept here, and that is the limit",
    ended="“{title}” is followed here no more; its articles stay.",
    no_such="There is no feed {number} here. /feeds lists them.",
    given_up="The feed “{title}” could not be read for a week, so I have given it up. /follow {address} tries again.",
    not_here="In the terminal feeds are followed by the program: article-bot follow ADDRESS",
    checked="{count} feeds were looked at.",
)

GERMAN = FeedPhrases(
    usage="Setzen Sie die Adresse eines Feeds oder einer Website hinter den Befehl, etwa: /follow "
    "https://example.org/feed.xml",
    looking="Ich suche den Feed …",
    begun="Ab jetzt folge ich „{title}“. Zuerst kommen die neuesten Artikel, höchstens {first}, dann was neu ist; "
    "einzeln melde ich sie nicht. /feeds zeigt den Stand, /articles die Artikel, /unfollow {number} beendet es.",
    too_many="Hier folge ich schon {count} Feeds, mehr geht nicht. /unfollow N beendet einen.",
    none="Hier folge ich keinem Feed. Mit /follow und einer Adresse beginnt es.",
    none_console="Es wird keinem Feed gefolgt. Der erste: article-bot follow ADRESSE",
    heading="Feeds, denen ich hier folge:",
    never="noch nicht gelesen",
    row="gelesen am {when}",
    taken_1="1 Artikel",
    taken_n="{count} Artikel",
    fine="",
    failing="seit {when} nicht lesbar",
    paused="aufgegeben; /follow und die Adresse versucht es wieder",
    full="es kommt nichts mehr dazu: {count} Artikel werden hier aufbewahrt, mehr geht nicht",
    ended="„{title}“ folge ich hier nicht mehr; die Artikel bleiben.",
    no_such="Einen Feed {number} gibt es hier nicht. /feeds führt sie auf.",
    given_up="Der Feed „{title}“ ist seit einer Woche nicht lesbar, ich habe ihn aufgegeben. /follow {address} "
    "versucht es wieder.",
    not_here="Im Terminal folgt das Programm den Feeds: article-bot follow ADRESSE",
    checked="Nachgesehen in {count} Feeds.",
)
