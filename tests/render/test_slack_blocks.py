"""Block Kit that Slack takes, and in which nothing that people or articles wrote does anything."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.chat import Action, Cited, Heading, Part, Reply, Rows, Said
from bot.render.slack import Message, Setting, page_count, render
from bot.render.slack.elements import cut, escaped, short, units
from bot.render.slack.fallback import plain_text
from bot.render.slack.views import answered, form, home, looking, note
from bot.render.text import inert
from tests.fakes import REPLY
from tests.servers.slack_api import BLOCKS_IN_ALL, buttons, texts, visible

HOSTILE = (
    "<!channel> <@U123> <https://evil.example|bank> & <b>*bold* `code` ~no~ :smile: @here &lt; \u202e \x00 http://x.y"
)
IN_CHANNEL = Setting("m1", "slack:C1", private=True, back="m0", asked_by="U0ANNA")

hostile = st.text(st.sampled_from("<>&|!@#*_~`:/-. \n\taé😀\u202e\x00\ud800\u0301")) | st.text() | st.just(HOSTILE)
marks = st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50)), max_size=4).map(tuple)
cited = st.builds(
    Cited,
    st.integers(1, 999),
    hostile,
    hostile,
    marks,
    hostile,
    hostile,
    st.sampled_from(["", "https://a.example/b#c"]) | hostile,
)
rows = st.lists(st.lists(hostile, max_size=4).map(tuple), max_size=5).map(tuple).map(Rows)
parts = st.lists(st.builds(Said, hostile) | st.builds(Heading, hostile) | cited | rows, max_size=8).map(tuple)
actions = st.lists(st.builds(Action, hostile, hostile.map(lambda text: text[:40])), max_size=30).map(tuple)
replies = st.builds(
    Reply, parts, st.sampled_from(["de", "en", "fr"]), actions, page=st.integers(-1, 9), public=st.booleans(),
    replaces=st.booleans(), question=hostile,
)  # fmt: skip


def sound(message: Message) -> None:
    """Hold a message to what Slack takes, with Slack's own models."""
    assert message.blocks
    assert len(message.blocks) <= 50
    for block in message.blocks:
        parsed = Block.parse(block)
        assert parsed is not None
        assert parsed.to_dict()["type"] == block["type"]
    written = texts(list(message.blocks))
    assert all(units(text) <= 3_000 for text in written)
    assert sum(map(units, written)) < BLOCKS_IN_ALL
    assert 0 < units(message.text) <= 4_000
    ids = [button["action_id"] for button in _buttons(message)]
    assert len(ids) == len(set(ids))
    json.dumps(message.blocks)


def _buttons(message: Message) -> list[dict[str, object]]:
    return [e for b in message.blocks if b["type"] == "actions" for e in b["elements"]]  # type: ignore[attr-defined]


def _quoted(message: Message) -> str:
    """Return what stands in quotes, the sentences around a sentence left out."""
    quotes = [e for b in message.blocks if b["type"] == "rich_text" for e in b["elements"]]  # type: ignore[attr-defined]
    inside = [e for quote in quotes if quote["type"] == "rich_text_quote" for e in quote["elements"]]
    return "".join(e["text"] for e in inside if not e.get("style", {}).get("italic"))


def test_an_answer_is_a_quote_with_bold_hits_over_a_line_that_says_who_says_so() -> None:
    message = render(REPLY, IN_CHANNEL)
    sound(message)
    heading, quote, source, *_ = message.blocks
    assert visible({"blocks": [heading]}) == "2 sentences of the article match:\n"
    [section] = quote["elements"]  # type: ignore[misc]
    assert section["type"] == "rich_text_quote"  # type: ignore[index]
    assert [e["text"] for e in section["elements"] if e.get("style") == {"bold": True}] == [  # type: ignore[index]
        "Russland", "Flugabwehrraketen"
    ]  # fmt: skip
    assert source["type"] == "context"
    assert texts(source) == ["1 · Source: South Korean accounts (indirect speech)"]


def test_the_text_for_notifications_is_the_first_sentence_and_who_says_so() -> None:
    first = REPLY.parts[1]
    assert isinstance(first, Cited)
    assert render(REPLY).text.startswith(f"{first.text} — {first.source}")
    assert render(Reply((Said("a < b"), Heading("&")), "en")).text == "a &lt; b\n&amp;"


def test_buttons_carry_what_they_say_and_which_answer_they_are_about() -> None:
    message = render(REPLY, IN_CHANNEL)
    found = buttons({"blocks": list(message.blocks)})
    assert list(found) == ["Context", "Who says what?", "Share in channel", "← Back to the answer"]
    assert json.loads(found["Context"]["value"]) == {"text": "/context 1", "id": "m1", "chat": "slack:C1"}
    assert json.loads(found["← Back to the answer"]["value"]) == {"text": "/page 1", "id": "m0", "chat": "slack:C1"}


def test_only_what_one_person_sees_can_be_shared_and_only_once() -> None:
    shares = Reply(REPLY.parts, "en", (Action("Share", "/share"),))
    assert list(buttons({"blocks": list(render(shares, Setting(private=True)).blocks)})) == ["Share"]
    assert list(buttons({"blocks": list(render(shares).blocks)})) == []
    assert list(buttons({"blocks": list(render(Reply((Said("No."),), "en"), Setting(private=True)).blocks)})) == []


def test_a_shared_answer_says_who_asked_what() -> None:
    shared = Reply(REPLY.parts, "en", public=True, question="What did <!channel> send?")
    [line, *_] = render(shared, Setting(asked_by="U0ANNA")).blocks
    assert line["elements"][0]["elements"][0] == {"type": "user", "user_id": "U0ANNA"}  # type: ignore[index]
    assert texts(line)[-1] == "What did <!channel> send?"
    assert render(shared).text.startswith("What did &lt;!channel&gt; send?\nNach Angaben")
    [line, *_] = render(shared, Setting(asked_by="U1> <!here")).blocks
    assert texts(line)[0] == "Somebody"


def test_commands_are_listed_with_how_to_type_them_in_slack() -> None:
    listed = Reply((Rows((("/context N", "the sentences around"),)),), "de")
    message = render(listed)
    assert "/context N – the sentences around" in visible({"blocks": list(message.blocks)})
    assert "/ask" in texts(message.blocks[-1])[0]
    assert len(render(Reply((Rows((("a", "b"),)),), "de")).blocks) == 1


def test_a_link_to_the_sentence_stands_beside_its_source_and_only_a_web_address_does() -> None:
    there = Cited(1, "Es regnet.", "Quelle: dpa", link="https://a.example/b?c=1&d=2#:~:text=Es%20regnet")
    [_, source] = render(Reply((there,), "de")).blocks
    assert source["elements"][1]["text"] == "<https://a.example/b?c=1&amp;d=2#:~:text=Es%20regnet|↗>"  # type: ignore[index]
    for bad in ("javascript:alert(1)", "https://a|b", "https://a> <!channel>", "https://a b", "http://"):
        [_, source] = render(Reply((Cited(1, "Es regnet.", "Quelle: dpa", link=bad),), "de")).blocks
        assert len(source["elements"]) == 1  # type: ignore[arg-type]


@given(replies)
@example(Reply((), "en"))
@example(Reply((Said(""), Heading(""), Cited(1, "", ""), Rows(((), ("",)))), "en"))
def test_every_reply_is_a_message_that_slack_takes(reply: Reply) -> None:
    sound(render(reply, IN_CHANNEL))


@given(replies)
def test_every_view_is_one_that_slack_takes(reply: Reply) -> None:
    message = render(reply, IN_CHANNEL)
    for view in (
        answered(message, reply.language, {"channel": "C1"}, reply.question),
        home(reply, "slack:U1"),
        looking(reply.language, {}),
        note("<!here>", reply.language, {}),
        form(reply.language, {"channel": "C1"}),
    ):
        View(**view).to_dict()
        assert len(view["blocks"]) <= 100  # type: ignore[arg-type]
        for block in view["blocks"]:  # type: ignore[attr-defined]
            parsed = Block.parse(block)
            assert parsed is not None
            parsed.to_dict()


@given(replies)
@example(Reply((Said(HOSTILE), Cited(1, HOSTILE, HOSTILE, link="https://a.example/")), "en"))
def test_fault_32_nothing_in_questions_and_articles_is_markup_for_slack(reply: Reply) -> None:
    """Mentions, channel alarms and links: what Slack parses is escaped, the rest stands where Slack parses nothing."""
    message = render(reply, Setting("m1", asked_by="U1"))
    assert not re.search("[<>]", message.text)
    assert not re.search("&(?!amp;|lt;|gt;)", message.text)
    assert not re.search("[<>]", plain_text(reply))
    for block in message.blocks:
        for element in _every(block):
            if element.get("type") == "mrkdwn":
                assert re.fullmatch(r"<https?://[^\s<>|]+\|↗>", str(element["text"]))
            assert element.get("type") not in {"link", "usergroup", "channel", "broadcast", "emoji"}
            if element.get("type") == "plain_text":
                assert element["emoji"] is False


def _every(value: object) -> list[dict[str, object]]:
    if isinstance(value, list):
        return [found for inner in value for found in _every(inner)]
    if isinstance(value, dict):
        return [value, *(found for inner in value.values() for found in _every(inner))]
    return []


@given(st.text(), marks)
@example("😀" * 4_000, ((0, 3),))
@example("a\r\nb", ((1, 2),))
def test_the_sentence_stands_there_character_by_character(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    reply = Reply((Cited(1, text, "Source: x", spans, before="Before.", after="After."),), "en")
    assert _all_pages(reply) == inert(text)


def _all_pages(reply: Reply) -> str:
    pages = range(1, page_count(reply) + 1)
    return "".join(
        _quoted(render(Reply(reply.parts, "en", page=page))) for page in pages
    )  # fmt: skip


@pytest.mark.parametrize("length", [2_999, 3_000, 3_001, 9_001, 13_300, 20_000])
def test_fault_30_a_long_answer_is_paged_and_no_sentence_is_lost(length: int) -> None:
    sentence = ("Wort " * length)[:length]
    reply = Reply((Said("Vorweg:"), Cited(1, sentence, "Quelle: x"), Cited(2, "Ende.", "Quelle: y")), "de")
    for page in range(1, page_count(reply) + 1):
        sound(render(Reply(reply.parts, "de", page=page), IN_CHANNEL))
    assert _all_pages(reply) == sentence + "Ende."


def test_fault_30_many_sentences_are_paged_between_sentences() -> None:
    many = tuple(Cited(n, f"Satz {n}. " + "x" * 200, "Quelle: z") for n in range(1, 120))
    reply = Reply((Heading("Alles"), *many), "de")
    assert page_count(reply) > 3
    shown = ""
    for page in range(1, page_count(reply) + 1):
        message = render(Reply(reply.parts, "de", page=page), IN_CHANNEL)
        sound(message)
        assert _quoted(message).startswith("Satz ")
        assert message.blocks[-2]["type"] == "actions"
        shown += _quoted(message)
    assert shown == "".join(c.text for c in many)


def test_pages_are_turned_with_buttons() -> None:
    reply = Reply(tuple(Said("x" * 2_900) for _ in range(9)), "en", page=2)
    turned = buttons({"blocks": list(render(reply, Setting("m1")).blocks)})
    assert {label: json.loads(button["value"])["text"] for label, button in turned.items()} == {
        "← Page 1": "/page 1", "Page 3 of 3 →": "/page 3"
    }  # fmt: skip


def test_a_heading_never_ends_a_page() -> None:
    filler = tuple(Said("x" * 2_500) for _ in range(3))
    reply = Reply((*filler, Heading("Kapitel"), Said("y" * 2_900)), "en", page=2)
    assert page_count(reply) == 2
    assert visible({"blocks": list(render(reply).blocks)}).startswith("Kapitel\nyyy")


@given(hostile, st.integers(5, 40))
def test_cutting_loses_nothing_and_fits(text: str, longest: int) -> None:
    assert "".join(cut(text, longest)) == text
    assert all(units(piece) <= longest for piece in cut(text, longest))
    assert units(short(text, longest)) <= longest


@given(replies)
def test_plain_text_fits_and_keeps_the_first_sentence_whole(reply: Reply) -> None:
    assert 0 < units(plain_text(reply)) <= 4_000
    found = [part for part in reply.parts if isinstance(part, Cited)]
    if found and sum(units(t) for t in _texts(reply.parts)) < 500:
        # No sentence of an article begins or ends with a blank.
        assert all(escaped(inert(part.text)).strip() in plain_text(reply) for part in found)


def _texts(parts: tuple[Part, ...]) -> list[str]:
    return [str(part) for part in parts]


def test_a_heading_that_begins_a_page_does() -> None:
    reply = Reply((Heading("All", new_page=True), Said("a"), Heading("Ann", new_page=True), Cited(1, "B.", "s")), "en")
    assert page_count(reply) == 2
    assert "Ann" not in str(render(reply).blocks)
    assert "Ann" in str(render(replace(reply, page=2)).blocks)
