"""What people bring to Telegram: files, captions, albums, what they hand on, and what they reply to."""

import json
from typing import Any

import pytest

from bot.chat import Attachment, Incoming, Kind
from bot.platforms.telegram.addressed import Identity
from bot.platforms.telegram.buttons import Seal
from bot.platforms.telegram.reading import UpdateParser
from bot.transport import Envelope, UnreadableError

Json = dict[str, Any]

US = Identity(777, "article_bot", frozenset({"help", "open"}))
NOW = 1_700_000_000
PERSON = {"id": 42, "is_bot": False, "first_name": "Ann", "language_code": "de"}
BOT = {"id": 777, "is_bot": True, "first_name": "Article bot", "username": "article_bot"}
PRIVATE = {"id": 42, "type": "private", "first_name": "Ann"}
GROUP = {"id": -100, "type": "supergroup", "title": "Readers"}
CHANNEL = {"type": "channel", "date": 1, "message_id": 7, "chat": {"id": -1, "type": "channel", "title": "News"}}
PHOTO = {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]}
STORY = {"file_id": "BQAC1", "file_unique_id": "AgAD1", "file_name": "Fähre.pdf", "mime_type": "application/pdf"}
LINK = "https://news.example/ferry"


def message(text: str | None = None, *, chat: Json = PRIVATE, **more: object) -> Json:
    said: Json = {"message_id": 5, "date": NOW - 3, "chat": chat, "from": PERSON, **more}
    return said if text is None else said | {"text": text}


def reader() -> UpdateParser:
    return UpdateParser(US, Seal("777:secret"), lambda: NOW)


def read(said: Json, kind: str = "message", number: int = 100, parser: UpdateParser | None = None) -> Envelope | None:
    return (parser or reader()).parse(json.dumps({"update_id": number, kind: said}).encode())


def incoming(said: Json) -> Incoming:
    envelope = read(said)
    assert envelope is not None
    return envelope.incoming


def marked(text: str, part: str, kind: str, **more: object) -> Json:
    return {"type": kind, "offset": text.index(part), "length": len(part), **more}


def hidden(text: str, words: str, url: str = LINK) -> list[Json]:
    return [marked(text, words, "text_link", url=url)]


def test_a_document_is_a_file_and_its_caption_what_is_said_of_it() -> None:
    envelope = read(message(document=STORY | {"file_size": 90_000}, caption="Wer fährt?"))
    assert envelope is not None
    found = envelope.incoming
    assert (found.kind, found.text, envelope.placeholder_first) == (Kind.FILE, "Wer fährt?", True)
    assert found.files == (Attachment("Fähre.pdf", "application/pdf", 90_000, "BQAC1"),)
    bare = incoming(message(document={"file_id": "BQAC2", "file_unique_id": "AgAD2"}))
    assert (bare.kind, bare.text, bare.files) == (Kind.FILE, "", (Attachment("", place="BQAC2"),))


def test_pictures_and_sounds_are_no_files_to_read_however_they_are_sent() -> None:
    for kind in ("image/png", "video/mp4", "audio/ogg", "Image/JPEG"):
        assert incoming(message(document=STORY | {"mime_type": kind})).kind is Kind.ATTACHMENT
    moving = message(animation={"file_id": "x"}, document=STORY | {"mime_type": "application/octet-stream"})
    assert incoming(moving).kind is Kind.ATTACHMENT
    assert incoming(message(document=STORY | {"mime_type": "image/png"}, caption="Wer?")).kind is Kind.TEXT


def test_in_a_group_a_file_is_read_where_its_caption_names_the_bot() -> None:
    caption = "@article_bot lies das"
    named = message(chat=GROUP, document=STORY, caption=caption)
    assert read(message(chat=GROUP, document=STORY, caption="Seht mal")) is None
    assert read(message(chat=GROUP, document=STORY)) is None
    found = incoming(named | {"caption_entities": [marked(caption, "@article_bot", "mention")]})
    assert (found.kind, found.text) == (Kind.FILE, "lies das")


def test_the_caption_of_a_picture_is_text() -> None:
    for media in (PHOTO, {"video": {"file_id": "v"}}):
        found = incoming(message(caption="Die Fähre fährt wieder.", **media))
        assert (found.kind, found.text) == (Kind.TEXT, "Die Fähre fährt wieder.")
    edited = read(message(caption="Wer nun?", edit_date=NOW, **PHOTO), "edited_message")
    assert edited is not None
    assert (edited.edits, edited.incoming.text) == ("m5", "Wer nun?")


def test_files_and_bare_pictures_that_are_edited_are_passed_over() -> None:
    assert read(message(document=STORY, caption="neu", edit_date=NOW), "edited_message") is None
    assert read(message(edit_date=NOW, **PHOTO), "edited_message") is None


def test_pictures_that_were_sent_together_have_the_name_of_their_album() -> None:
    for sent, album in (({"media_group_id": "a"}, "a"), ({"media_group_id": 7, "caption": "Wer?"}, "7"), ({}, "")):
        found = read(message(**sent, **PHOTO))
        assert found is not None
        assert found.incoming.album == album


def test_what_was_handed_on_is_known_as_somebody_elses() -> None:
    assert incoming(message("Die Fähre fährt wieder.", forward_origin=CHANNEL)).forwarded
    assert not incoming(message("Die Fähre fährt wieder.")).forwarded
    file = incoming(message(document=STORY, forward_origin=CHANNEL))
    assert (file.kind, file.forwarded) == (Kind.FILE, True)


def test_an_address_under_words_is_read_where_none_is_seen_or_the_text_was_handed_on() -> None:
    text = "Lies diesen Artikel"
    assert incoming(message(text, entities=hidden(text, "Artikel"))).text == f"{text}\n{LINK}"
    seen = f"{text} https://other.example/x"
    assert incoming(message(seen, entities=hidden(seen, "Artikel"))).text == seen
    handed_on = message(seen, entities=hidden(seen, "Artikel"), forward_origin=CHANNEL)
    assert incoming(handed_on).text == f"{seen}\n{LINK}"
    bare = "Lies other.example/x"
    entities = [*hidden(bare, "Lies"), marked(bare, "other.example/x", "url")]
    assert incoming(message(bare, entities=entities)).text == bare
    assert incoming(message(caption=text, caption_entities=hidden(text, "Artikel"), **PHOTO)).text.endswith(LINK)
    for url in ("tg://user?id=1", "mailto:a@b.example", "javascript:x"):
        assert incoming(message(text, entities=hidden(text, "Artikel", url))).text == text


def test_a_reply_says_what_it_replies_to_unless_that_is_ours() -> None:
    text = "@article_bot lies das"
    call = {"chat": GROUP, "entities": [marked(text, "@article_bot", "mention")]}
    there = message(f"Habt ihr das gesehen? {LINK}", chat=GROUP, message_id=3)
    found = incoming(message(text, reply_to_message=there, **call))
    assert (found.text, found.quoted, found.kind) == ("lies das", f"Habt ihr das gesehen? {LINK}", Kind.TEXT)
    under = message("Lest das", chat=GROUP, message_id=3, entities=hidden("Lest das", "das"))
    assert incoming(message(text, reply_to_message=under, **call)).quoted == f"Lest das\n{LINK}"
    captioned = message(chat=GROUP, message_id=3, caption=LINK, **PHOTO)
    assert incoming(message(text, reply_to_message=captioned, **call)).quoted == LINK
    ours = message("Antwort", chat=GROUP, **{"from": BOT})
    assert incoming(message(text, reply_to_message=ours, **call)).quoted == ""
    topic = message(chat=GROUP, forum_topic_created={"name": "News", "icon_color": 1})
    assert incoming(message(text, reply_to_message=topic, **call)).quoted == ""


def test_a_reply_to_another_chats_message_says_what_it_quotes_and_takes_its_file() -> None:
    elsewhere = {"origin": CHANNEL, "message_id": 9}
    quoting = message("Wer?", external_reply=elsewhere, quote={"text": LINK, "position": 0})
    assert incoming(quoting).quoted == LINK
    found = incoming(message("Wer?", external_reply=elsewhere | {"document": STORY}))
    assert (found.kind, found.files[0].place) == (Kind.FILE, "BQAC1")


def test_a_reply_to_a_file_is_about_the_file() -> None:
    there = message(document=STORY, message_id=3)
    asked = incoming(message("Wer fährt?", reply_to_message=there))
    assert (asked.kind, asked.text, [file.place for file in asked.files]) == (Kind.FILE, "Wer fährt?", ["BQAC1"])
    own = incoming(message(document=STORY | {"file_id": "BQAC9"}, reply_to_message=there))
    assert [file.place for file in own.files] == ["BQAC9"]
    picture = incoming(message(reply_to_message=there, **PHOTO))
    assert (picture.kind, picture.files) == (Kind.ATTACHMENT, ())
    ours = incoming(message("Wer?", reply_to_message=there | {"from": BOT}))
    assert (ours.kind, ours.files) == (Kind.TEXT, ())


def test_a_command_to_a_file_is_a_command_unless_it_is_the_one_that_opens_the_file() -> None:
    there = message(document=STORY, message_id=3)
    helped = incoming(message("/help", reply_to_message=there))
    assert (helped.kind, helped.text, helped.files) == (Kind.TEXT, "/help", ())
    for said in (message("/open", reply_to_message=there), message(document=STORY, caption="/open@article_bot")):
        opened = incoming(said)
        assert (opened.kind, opened.text, opened.files[0].name) == (Kind.FILE, "", "Fähre.pdf")
    under = incoming(message("/open", reply_to_message=message(LINK, message_id=3)))
    assert (under.kind, under.text, under.quoted) == (Kind.TEXT, "", LINK)
    assert incoming(message("/open")).text == "/open"


def test_a_file_whose_fields_are_of_a_wrong_type_is_unreadable() -> None:
    for wrong in ({"file_id": 5}, {"file_id": None}, {"file_size": "x"}, {"file_name": 1}, {"mime_type": ["x"]}):
        with pytest.raises(UnreadableError):
            read(message(document=STORY | wrong))
