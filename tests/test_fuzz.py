"""Inputs that nobody would write, a few of each kind: nothing breaks, and all that is cited is word for word.

`make fuzz` tries a million; each fault that it found has a test of its own below.
"""

import json
from contextlib import ExitStack

import pytest

from benchmarks.fuzz import chance
from bot.addresses import canonical
from bot.conversation.error_messages import phrases_of
from bot.conversation.quoting import quotations
from bot.model import ExtractedText
from bot.platforms.slack.reading import parse
from bot.service import analyse
from tests.fuzzing import areas, replies
from tests.fuzzing.areas import AREAS, Area
from tests.servers.slack_payloads import BOT_USER, Payloads

COUNT = 3_000
"""Inputs, shared out as in a long run."""


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.name)
def test_nothing_breaks(area: Area) -> None:
    with ExitStack() as stack:
        one = area.open(stack)
        outcomes = {one(chance(area.name, seed)) for seed in range(max(3, COUNT * area.share // 1_000))}
    assert all(outcomes)


def test_every_area_has_its_share() -> None:
    assert sum(area.share for area in AREAS) == 1_000


def test_the_words_of_a_quotation_over_two_sentences_are_marked_in_each() -> None:
    text = "„Die Brücke ist zu schmal. Wir bauen einen Steg“, sagte Ute Groß. Der Rat tagt am Montag."
    article = analyse(ExtractedText(text), "x.txt")
    found = areas.library().quote_sync(article, "„Die Brücke ist zu schmal. Wir bauen einen Steg“")
    reply = quotations(article, found, phrases_of("de"))
    replies.verbatim(reply, text)


def test_half_a_character_from_slack_is_replaced_before_anything_is_kept() -> None:
    payload = Payloads("http://x").direct("who \ud83d won?", user="U\ud800")
    envelope = parse(json.dumps(payload).encode(), BOT_USER, lambda _channel, _thread: False)
    assert envelope is not None
    assert envelope.incoming.text.encode() == "who � won?".encode()
    assert all(value.encode() for value in envelope.address.values())


@pytest.mark.parametrize(
    "address", ["https://a.example/\ud800", "https://a.example/?\ud800=1", "https://\ud800.example/"]
)
def test_an_address_with_half_a_character_is_named_or_is_none(address: str) -> None:
    assert canonical(address).isprintable()


def test_the_name_of_a_page_on_a_numbered_host_is_an_address_again() -> None:
    assert canonical("https://[::1]:8080/a") == "[::1]:8080/a"
    assert canonical("https://a b/") == ""
