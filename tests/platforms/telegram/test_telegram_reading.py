"""Updates as people cause them, and as nobody does: what is meant for the bot, and what it says."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chat import Kind
from bot.platforms.telegram.addressed import Identity
from bot.platforms.telegram.buttons import Seal
from bot.platforms.telegram.reading import UpdateParser
from bot.platforms.telegram.updates import number_of, parsed, raw_update
from bot.transport import Envelope, UnreadableError

Json = dict[str, Any]

US = Identity(777, "article_bot", frozenset({"help", "context"}))
SEAL = Seal("777:secret")
NOW = 1_700_000_000
PERSON = {"id": 42, "is_bot": False, "first_name": "Ann", "language_code": "de"}
BOT = {"id": 777, "is_bot": True, "first_name": "Article bot", "username": "article_bot"}
OTHER_BOT = {"id": 778, "is_bot": True, "first_name": "Other", "username": "other_bot"}
PRIVATE = {"id": 42, "type": "private", "first_name": "Ann"}
GROUP = {"id": -100, "type": "supergroup", "title": "Readers"}


def message(text: str | None = "Wer?", *, chat: Json = PRIVATE, **more: object) -> Json:
    said: Json = {"message_id": 5, "date": NOW - 3, "chat": chat, "from": PERSON, **more}
    if text is not None:
        said["text"] = text
    return said


def read(kind: str = "message", number: int = 100, **update: object) -> Envelope | None:
    body = json.dumps({"update_id": number, kind: update}).encode()
    return UpdateParser(US, SEAL, lambda: NOW).parse(body)


def said(text: str | None = "Wer?", **more: object) -> Envelope | None:
    return read(**message(text, **more))


def text_in_group(text: str, **more: object) -> str | None:
    """Return what the bot reads of a message in a group, None where it passes it over."""
    envelope = said(text, chat=GROUP, **more)
    return envelope.incoming.text if envelope else None


def entity(text: str, part: str, kind: str = "mention", **more: object) -> Json:
    offset = len(text[: text.index(part)].encode("utf-16-le")) // 2
    return {"type": kind, "offset": offset, "length": len(part.encode("utf-16-le")) // 2, **more}


def answer(name: str = "rt", chat: int = 42) -> Json:
    """Return a message of ours with a button under it."""
    button = InlineKeyboardButton("Context", callback_data=SEAL.data(chat, "/context 1", name))
    markup = InlineKeyboardMarkup([[button]]).to_dict()
    return message("Antwort", **{"from": BOT, "reply_markup": markup, "message_id": 4})


def test_a_question_in_a_private_chat_is_read_with_who_asks_and_how_long_ago() -> None:
    envelope = said("Wer sagt das?")
    assert envelope is not None
    incoming = envelope.incoming
    assert (incoming.chat, incoming.user, incoming.text) == ("telegram:42", "telegram:42", "Wer sagt das?")
    assert (incoming.language, incoming.kind, incoming.waited, incoming.id) == ("de", Kind.TEXT, 3.0, "2s")
    assert (envelope.subject, envelope.edits, envelope.address["chat"]) == ("m5", "", "42")


def test_a_message_brings_the_name_that_telegram_shows_of_its_person() -> None:
    people = (
        ({"first_name": "Ann"}, "Ann"),
        ({"first_name": "Ann", "last_name": "Lee", "username": "ann"}, "Ann Lee @ann"),
        ({"first_name": "\ud83d", "last_name": 7}, "\N{REPLACEMENT CHARACTER}"),
        ({}, ""),
    )
    for fields, name in people:
        envelope = said("Wer?", **{"from": {"id": 42, "is_bot": False, **fields}})
        assert envelope is not None
        assert envelope.incoming.name == name


def test_group_chatter_is_passed_over() -> None:
    assert text_in_group("Hat jemand den Artikel gelesen?") is None
    assert text_in_group("frag doch @other_bot", entities=[entity("frag doch @other_bot", "@other_bot")]) is None


def test_in_a_group_the_bot_hears_its_name_and_what_follows_without_it() -> None:
    for text, rest in (
        ("@article_bot, wer sagt das?", "wer sagt das?"),
        ("\U0001f600 @Article_Bot wer?", "\U0001f600 wer?"),
        ("wer sagt das, @ARTICLE_BOT", "wer sagt das,"),
        ("@article_bot", ""),
    ):
        name = next(word.strip(",") for word in text.split() if word.startswith("@"))
        assert text_in_group(text, entities=[entity(text, name)]) == rest
    text = "Artikelbot: wer?"
    assert text_in_group(text, entities=[entity(text, "Artikelbot", "text_mention", user=BOT)]) == "wer?"


def test_in_a_group_a_reply_to_the_bot_is_for_the_bot_and_says_to_which_answer() -> None:
    envelope = said("und wann?", chat=GROUP, reply_to_message=answer("rt", -100))
    assert envelope is not None
    assert envelope.incoming.about == "rt"
    assert text_in_group("und wann?", reply_to_message=message("x", chat=GROUP)) is None


def test_the_message_that_opens_a_topic_is_no_answer_of_the_bot() -> None:
    opened = message(None, **{"from": BOT, "forum_topic_created": {"name": "News", "icon_color": 1}})
    assert text_in_group("guten Morgen", reply_to_message=opened) is None


def test_commands_are_heard_if_they_are_ours() -> None:
    assert text_in_group("/help") == "/help"
    assert text_in_group("/help@article_bot") == "/help"
    assert text_in_group("/context@ARTICLE_BOT 2") == "/context 2"
    assert text_in_group("/ban@article_bot x") == "/ban x"
    assert text_in_group("/ban x") is None
    assert text_in_group("/help@other_bot") is None
    for text, rest in (("/ban", "/ban"), ("/help@other_bot", None), ("/help@article_bot", "/help"), ("/ x", "/ x")):
        envelope = said(text)
        assert (envelope.incoming.text if envelope else None) == rest


def test_a_topic_is_a_chat_of_its_own_and_a_thread_of_replies_is_not() -> None:
    topic = said("/help", chat=GROUP, message_thread_id=9, is_topic_message=True)
    replies = said("/help", chat=GROUP, message_thread_id=9)
    assert topic is not None
    assert replies is not None
    assert (topic.incoming.chat, topic.address["thread"]) == ("telegram:-100/9", "9")
    assert (replies.incoming.chat, replies.address["thread"]) == ("telegram:-100", "")


def test_bots_channels_and_notes_of_telegram_are_passed_over() -> None:
    assert said("x", **{"from": OTHER_BOT}) is None
    assert said("x", **{"from": BOT}) is None
    assert said("x", via_bot=BOT) is None
    assert said("x", chat={"id": -1, "type": "channel"}) is None
    assert read("channel_post", **message("x", chat={"id": -1, "type": "channel"})) is None
    assert said(None, new_chat_members=[PERSON]) is None
    assert said(None) is None
    assert text_in_group("/help", sender_chat={"id": -7, "type": "channel"}, is_automatic_forward=True) is None


def test_who_writes_in_the_name_of_the_group_is_answered() -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    envelope = said("/help", chat=GROUP, sender_chat=GROUP, **{"from": anonymous})
    assert envelope is not None
    assert envelope.incoming.user == "telegram:-100"


def test_an_edited_question_amends_its_answer() -> None:
    envelope = read("edited_message", **message("Wer nun?", edit_date=NOW - 1))
    assert envelope is not None
    assert (envelope.subject, envelope.edits, envelope.incoming.waited) == ("m5", "m5", 1.0)


def changed(old: Json, new: Json, chat: Json = GROUP, who: Json = PERSON) -> Envelope | None:
    """Return what the bot reads where its membership of a chat changes."""
    members = {"old_chat_member": old | {"user": BOT}, "new_chat_member": new | {"user": BOT}}
    return read("my_chat_member", chat=chat, date=NOW, **members, **{"from": who})


def test_whoever_takes_the_bot_into_a_group_wants_a_greeting_there() -> None:
    for out in ("left", "kicked"):
        for there in ("member", "administrator"):
            envelope = changed({"status": out}, {"status": there})
            assert envelope is not None
            assert (envelope.incoming.text, envelope.incoming.kind) == ("/start", Kind.JOINED)
            assert (envelope.incoming.chat, envelope.address["chat"]) == ("telegram:-100", "-100")
            assert envelope.incoming.language == "de"
    assert changed({"status": "left"}, {"status": "restricted", "is_member": True}) is not None


def test_other_changes_of_the_bots_membership_want_no_greeting() -> None:
    assert changed({"status": "member"}, {"status": "administrator"}) is None
    assert changed({"status": "administrator"}, {"status": "member"}) is None
    assert changed({"status": "member"}, {"status": "left"}) is None
    assert changed({"status": "left"}, {"status": "restricted", "is_member": False}) is None
    assert changed({"status": "kicked"}, {"status": "member"}, PRIVATE) is None
    assert changed({"status": "left"}, {"status": "administrator"}, {"id": -1, "type": "channel"}) is None


def test_a_mention_that_an_edit_adds_may_be_answered_late_and_an_edited_reply_may_not() -> None:
    text = "@article_bot Wer nun?"
    mention = [entity(text, "@article_bot")]
    for more, late in (({"entities": mention}, True), ({"entities": mention, "reply_to_message": answer()}, False)):
        envelope = read("edited_message", **message(text, chat=GROUP, edit_date=NOW, **more))
        assert envelope is not None
        assert (envelope.edits, envelope.answered_late) == ("m5", late)
    private = read("edited_message", **message("Wer nun?", edit_date=NOW))
    assert private is not None
    assert not private.answered_late


def test_pictures_voices_and_stickers_are_attachments_where_they_are_for_the_bot() -> None:
    photo = {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]}
    voice = {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 2}}
    for more in (photo, voice):
        envelope = said(None, **more)
        assert envelope is not None
        assert (envelope.incoming.kind, envelope.incoming.text) == (Kind.ATTACHMENT, "")
        assert said(None, chat=GROUP, **more) is None
        assert said(None, chat=GROUP, reply_to_message=answer(), **more) is not None
    assert read("edited_message", **message(None, **photo)) is None
    captioned = said(None, caption="Wer?", **photo)
    assert captioned is not None
    assert captioned.incoming.text == "Wer?"


@pytest.mark.parametrize(
    "note", [{"chat": GROUP | {"id": -5}, "migrate_to_chat_id": -100}, {"migrate_from_chat_id": -5}]
)
def test_both_notes_that_a_group_has_become_a_supergroup_say_which_chat_took_whose_place(note: Json) -> None:
    envelope = said(None, **{"chat": GROUP, **note})
    assert envelope is not None
    incoming = envelope.incoming
    assert (incoming.kind, incoming.text, incoming.chat) == (Kind.MOVED, "telegram:-5", "telegram:-100")


def tap(data: object, chat: Json = PRIVATE, **more: object) -> Envelope | None:
    under = message("Antwort", chat=chat, **{"from": BOT})
    return read(
        "callback_query", **{"id": "q1", "from": PERSON, "chat_instance": "1", "message": under, "data": data} | more
    )


def test_a_tap_says_what_its_button_carries() -> None:
    envelope = tap(SEAL.data(42, "/context 1", "rt"))
    assert envelope is not None
    assert (envelope.incoming.text, envelope.incoming.about, envelope.incoming.kind) == ("/context 1", "rt", Kind.TAP)
    assert (envelope.address["callback"], envelope.address["message"], envelope.address["chat"]) == ("q1", "5", "42")
    assert "expired" not in envelope.address


def test_a_button_that_was_forged_or_moved_is_no_longer_valid() -> None:
    good = SEAL.data(42, "/context 1", "rt")
    bad = (
        good[:-1] + "?",
        good.replace("1", "2", 1),
        "/context 1",
        "",
        "|",
        "ü|ü|ü",
        SEAL.data(43, "/context 1", "rt"),
    )
    for data in (*bad, Seal("778:other").data(42, "/context 1", "rt")):
        envelope = tap(data)
        assert envelope is not None
        assert (envelope.incoming.text, envelope.incoming.about) == ("", "")
        assert envelope.address["expired"]
    gone = read("callback_query", **{"id": "q1", "from": PERSON, "chat_instance": "1", "data": good})
    assert gone is not None
    assert gone.address["expired"]


def test_a_tap_under_a_message_that_telegram_has_forgotten_is_a_tap() -> None:
    old = {"chat": PRIVATE, "message_id": 5, "date": 0}
    envelope = tap(SEAL.data(42, "/help", "rt"), message=old)
    assert envelope is not None
    assert envelope.incoming.text == "/help"


def test_buttons_carry_at_most_64_bytes() -> None:
    assert 0 < len(SEAL.data(-(2**63), "x" * 40, "1y2p0ij32e8e7").encode()) <= 64
    assert SEAL.data(1, "x" * 60, "rt") == ""


def test_an_inline_query_is_about_the_article_of_the_private_chat() -> None:
    envelope = read("inline_query", id="i1", query="wer?", offset="", **{"from": PERSON})
    assert envelope is not None
    assert (envelope.incoming.chat, envelope.incoming.kind, envelope.incoming.text) == (
        "telegram:42",
        Kind.INLINE,
        "wer?",
    )


def test_a_reply_to_a_text_keeps_the_text_for_quoting() -> None:
    envelope = said("Wer?", reply_to_message=message("Der Artikel.", message_id=3))
    assert envelope is not None
    assert (envelope.address["quotable"], envelope.address["quoted"]) == ("Der Artikel.", "3")


def test_half_a_surrogate_pair_becomes_a_sign_that_can_be_stored() -> None:
    envelope = said("a\ud83db\U0001f600")
    assert envelope is not None
    assert envelope.incoming.text == "a\ufffdb\U0001f600"


POISON = (
    b"",
    b"null",
    b"[]",
    b'"x"',
    b"{}",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"update_id": ' + b"9" * 5_000 + b"}",
    b'{"update_id": 1, "message": {}}',
    b'{"update_id": 1, "message": []}',
    b'{"update_id": 1, "message": "x"}',
    b'{"update_id": "1", "message": {"message_id": 1}}',
)


@pytest.mark.parametrize("body", POISON, ids=range(len(POISON)))
def test_what_no_server_sends_is_unreadable_and_still_has_a_key_and_a_lane(body: bytes) -> None:
    with pytest.raises(UnreadableError) as raised:
        UpdateParser(US, SEAL).parse(body)
    assert raised.value.__context__ is None
    found = raw_update("telegram:777:", body, parsed(body))
    assert found.key.startswith("telegram:777:")
    assert found.lane.startswith("telegram:777:")
    assert found.body == body


def test_a_time_that_has_not_come_is_no_reason_to_be_silent() -> None:
    envelope = said(date=10**18)
    assert envelope is not None
    assert envelope.incoming.waited == 0.0


def test_values_of_a_wrong_type_are_unreadable() -> None:
    for more in (
        {"message_id": "5"},
        {"chat": {"id": "42", "type": "private"}},
        {"chat": {"id": 2**63, "type": "private"}},
        {"from": {"id": 1.5, "is_bot": False, "first_name": "x"}},
        {"text": 5},
        {"text": ["x"]},
        {"date": "x"},
        {"entities": [{"type": "mention", "offset": "x", "length": None}]},
    ):
        with pytest.raises(UnreadableError):
            read(**message() | more)


def test_an_update_of_a_wrong_number_is_kept_apart() -> None:
    assert number_of({"update_id": 5}) == 5
    assert number_of({"update_id": "5"}) == 5
    assert [number_of(x) for x in ({"update_id": True}, {"update_id": -1}, {"update_id": 1.5}, {}, [], None)] == [
        None
    ] * 6
    assert raw_update("p:", b"{}", {}).key != raw_update("p:", b"[]", []).key


SCALARS = st.sampled_from(
    [
        None,
        True,
        False,
        0,
        -1,
        42,
        777,
        2**63,
        -(2**63),
        10**30,
        1.5,
        1e300,
        "",
        "x",
        "/help",
        "\ud800",
        "9",
        [],
        {},
        [1],
        ["x"],
    ]
)
FIELDS = st.sampled_from(
    "message_id date chat from text entities reply_to_message caption photo sender_chat via_bot message_thread_id "
    "is_topic_message media_group_id quote edit_date forum_topic_created reply_markup message id data query offset "
    "type title is_bot first_name language_code user".split()
)
KINDS = st.sampled_from(["message", "edited_message", "callback_query", "inline_query", "my_chat_member"])
KNOWN = st.sampled_from([PRIVATE, GROUP, PERSON, BOT, [entity("@article_bot", "@article_bot")], answer()])
FLAT = st.dictionaries(FIELDS, SCALARS | KNOWN, max_size=4)
TYPED = SCALARS | KNOWN | st.dictionaries(FIELDS, SCALARS | KNOWN | FLAT | st.lists(FLAT, max_size=2), max_size=6)


@given(st.dictionaries(st.just("update_id") | KINDS, TYPED, max_size=3))
def test_whatever_comes_is_a_letter_nothing_or_unreadable(update: Json) -> None:
    body = json.dumps(update).encode()
    found = raw_update("telegram:777:", body, parsed(body))
    assert found.lane.startswith("telegram:777:")
    try:
        envelope = UpdateParser(US, SEAL).parse(body)
    except UnreadableError:
        return
    assert envelope is None or isinstance(envelope, Envelope)


@given(KINDS, st.dictionaries(FIELDS, TYPED, max_size=4))
def test_a_good_update_with_something_wrong_in_it_is_a_letter_nothing_or_unreadable(kind: str, wrong: Json) -> None:
    good = message("Wer, @article_bot?") | {"id": "1", "query": "x", "offset": "", "chat_instance": "1", "data": "x"}
    body = json.dumps({"update_id": 1, kind: good | wrong}).encode()
    try:
        envelope = UpdateParser(US, SEAL).parse(body)
    except UnreadableError:
        return
    if envelope is not None:
        envelope.incoming.text.encode()
        assert all(isinstance(value, str) for value in envelope.address.values())
        int(envelope.address.get("chat", "0"))
