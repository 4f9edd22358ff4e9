"""What people bring to Slack: files, messages that they share, links, long texts, and the shortcut that opens them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat import Incoming, Kind
from bot.platforms.slack.addresses import Address, Way, unpacked
from bot.platforms.slack.brought import Spot, brought, spot_from
from bot.platforms.slack.chats import lane
from bot.platforms.slack.message_text import addresses, linked
from bot.platforms.slack.raw import raw_update
from bot.platforms.slack.reading import parse
from bot.transport import Envelope
from tests.servers.slack_payloads import BOT_USER, CHANNEL, PERSON, TEAM, Payload, Payloads

SLACK = Payloads("https://files.slack.com")
STORY = SLACK.file("Fähre.pdf", "application/pdf", 90_000)
PICTURE = SLACK.file("Fähre.png", "image/png", 9_000)
LINK = "https://news.example/ferry"


def reading(payload: object, *threads: str) -> Envelope | None:
    return parse(json.dumps(payload).encode(), BOT_USER, lambda channel, thread: f"{channel}/{thread}" in threads)


def incoming(payload: Payload, *threads: str) -> Incoming:
    envelope = reading(payload, *threads)
    assert envelope is not None
    return envelope.incoming


def address(payload: Payload) -> Address:
    envelope = reading(payload)
    assert envelope is not None
    return unpacked(envelope.address)


def test_a_file_comes_with_what_slack_tells_of_it_and_where_it_is() -> None:
    found = incoming(SLACK.shared("Wer fährt?", STORY))
    assert (found.kind, found.text) == (Kind.FILE, "Wer fährt?")
    [file] = found.files
    assert (file.name, file.media_type, file.size) == ("Fähre.pdf", "application/pdf", 90_000)
    assert spot_from(file.place) == Spot(TEAM, "", STORY["id"], STORY["url_private_download"])
    without = {name: value for name, value in STORY.items() if name != "url_private_download"}
    assert spot_from(incoming(SLACK.shared("", without)).files[0].place) == Spot(
        TEAM, "", STORY["id"], STORY["url_private"]
    )


def test_files_are_read_wherever_the_bot_is_spoken_to() -> None:
    mentioned = incoming(SLACK.mention("", files=[STORY]))
    assert (mentioned.kind, mentioned.text, mentioned.shared) == (Kind.FILE, "", True)
    thread = SLACK.posted("lies das", thread_ts="1.5", subtype="file_share", files=[STORY])
    assert reading(thread) is None
    assert (incoming(thread, f"{CHANNEL}/1.5").kind, incoming(thread, f"{CHANNEL}/1.5").overheard) == (Kind.FILE, True)


@pytest.mark.parametrize("mode", ["hosted", "snippet", "post", "space", "quip", "canvas", "email"])
def test_files_of_every_kind_that_slack_knows_are_read(mode: str) -> None:
    canvas = SLACK.file("Die_Fähre", "application/vnd.slack-docs", 10, mode=mode)
    [file] = incoming(SLACK.shared("", canvas)).files
    assert (file.name, file.media_type) == ("Die_Fähre", "application/vnd.slack-docs")


def test_several_files_come_in_order_and_without_what_can_not_be_read() -> None:
    gone = SLACK.file("weg.txt", "text/plain", 5, mode="tombstone")
    hidden = SLACK.file("alt.txt", "text/plain", 5, mode="hidden_by_limit")
    second = SLACK.file("zwei.txt", "text/plain", 5, mode="snippet")
    sound = SLACK.file("audio_message.m4a", "audio/mp4", 5, subtype="slack_audio")
    found = incoming(SLACK.shared("", PICTURE, STORY, gone, hidden, second, sound))
    assert [file.name for file in found.files] == ["Fähre.pdf", "zwei.txt"]


@pytest.mark.parametrize(
    "file",
    [
        PICTURE,
        SLACK.file("clip.mp4", "video/mp4", 5),
        SLACK.file("weg.txt", "text/plain", 5, mode="tombstone"),
        SLACK.file("alt.txt", "text/plain", 5, mode="hidden_by_limit"),
        {"id": "F1"},
    ],
)
def test_what_holds_no_article_is_no_file_and_its_words_are_a_question(file: Payload) -> None:
    assert incoming(SLACK.shared("", file)).kind is Kind.ATTACHMENT
    found = incoming(SLACK.shared("Wer fährt?", file))
    assert (found.kind, found.text, found.files) == (Kind.TEXT, "Wer fährt?", ())


def test_a_file_of_which_slack_tells_the_id_alone_is_looked_up_later() -> None:
    [file] = incoming(SLACK.shared("", SLACK.stub(STORY))).files
    assert (file.name, file.media_type, file.size) == ("", "", 0)
    assert spot_from(file.place) == Spot(TEAM, "", STORY["id"], "")


def test_a_shared_message_is_somebody_elses_text_and_beside_own_words_it_is_quoted() -> None:
    theirs = SLACK.shown_message("Die F&amp;G-Fähre fährt wieder.")
    alone = incoming(SLACK.direct("", attachments=[theirs]))
    assert (alone.kind, alone.text, alone.forwarded) == (Kind.TEXT, "Die F&G-Fähre fährt wieder.", True)
    asked = incoming(SLACK.direct("Wer fährt?", attachments=[theirs]))
    assert (asked.text, asked.forwarded, asked.quoted) == ("Wer fährt?", False, "Die F&G-Fähre fährt wieder.")
    called = incoming(SLACK.mention("lies das", attachments=[SLACK.shown_message(f"<{LINK}|hier>")]))
    assert (called.text, called.quoted) == ("lies das", f"hier\n{LINK}")
    mentioning = incoming(SLACK.direct("", attachments=[SLACK.shown_message(f"<@{BOT_USER}> hilf")]))
    assert (mentioning.text, mentioning.forwarded) == ("hilf", True)


def test_a_file_in_a_shared_message_is_read() -> None:
    theirs = SLACK.shown_message("Seht mal", files=[STORY])
    found = incoming(SLACK.direct("", attachments=[theirs]))
    assert (found.kind, found.text, found.quoted, found.forwarded) == (Kind.FILE, "", "Seht mal", False)
    assert found.files[0].name == "Fähre.pdf"


def test_what_slack_shows_of_a_link_is_no_shared_message() -> None:
    preview = {"id": 1, "title": "Fähre", "text": "Sie fährt", "title_link": LINK, "from_url": LINK}
    found = incoming(SLACK.direct(f"<{LINK}>", attachments=[preview]))
    assert (found.text, found.forwarded, found.quoted) == (LINK, False, "")


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (f"<{LINK}>", LINK),
        (f"<{LINK}|news.example/ferry>", LINK),
        (f"lies <{LINK}|das>", f"lies das\n{LINK}"),
        (f"<{LINK}?a=1&amp;b=2|das>", f"das\n{LINK}?a=1&b=2"),
        (f"<{LINK}|das> und <https://other.example/|jenes>", f"das und jenes\n{LINK}"),
        (f"<{LINK}|das>, siehe <https://other.example/>", "das, siehe https://other.example/"),
        (f"<{LINK}|https://news.exam…>", LINK),
        ("<mailto:a@b.example|schreib mir>", "schreib mir"),
        ("<@U9|anna> sagt nein", "@anna sagt nein"),
    ],
)
def test_the_address_behind_words_is_read_where_no_other_is_seen(sent: str, read: str) -> None:
    assert linked(sent, BOT_USER) == read
    assert incoming(SLACK.direct(sent)).text in {read, f"/open {LINK}"}
    assert addresses("<https://a.example/?x=1&amp;y=2|a> <#C1|c> <https://b.example>") == [
        "https://a.example/?x=1&y=2",
        "https://b.example",
    ]


def test_a_long_article_arrives_whole_wherever_it_is_pasted() -> None:
    article = "Die Fähre fährt wieder. " * 1_600
    assert len(article) > 38_000
    for payload in (
        SLACK.direct(article), SLACK.mention(article), SLACK.shortcut("ask_about", article),
        SLACK.direct("", attachments=[SLACK.shown_message(article)]),
    ):  # fmt: skip
        assert incoming(payload).text.strip() == article.strip()
    assert incoming(SLACK.slash(article)).text == article.strip()
    assert len(incoming(SLACK.direct("x" * 50_000)).text) == 40_000


def test_the_shortcut_opens_files_before_a_link_and_a_link_before_a_text() -> None:
    files = incoming(SLACK.shortcut("open_article", f"Seht: <{LINK}>", files=[PICTURE, STORY]))
    assert (files.kind, files.text, [file.name for file in files.files]) == (Kind.FILE, "", ["Fähre.pdf"])
    for text in (f"<{LINK}>", f"Seht euch <{LINK}|das> an"):
        assert incoming(SLACK.shortcut("open_article", text)).text == f"/open {LINK}"
    picture = incoming(SLACK.shortcut("open_article", f"<{LINK}>", files=[PICTURE]))
    assert (picture.kind, picture.text, picture.forwarded) == (Kind.TEXT, f"/open {LINK}", False)
    said = incoming(SLACK.shortcut("open_article", "Die Fähre fährt wieder."))
    assert (said.kind, said.text, said.forwarded) == (Kind.TEXT, "/open Die Fähre fährt wieder.", False)
    assert incoming(SLACK.shortcut("open_article", "")).kind is Kind.ATTACHMENT
    assert incoming(SLACK.shortcut("open_article", "", files=[PICTURE])).kind is Kind.ATTACHMENT


def test_a_message_that_is_an_article_is_opened_itself_though_it_links_somewhere() -> None:
    article = "Die Fähre fährt wieder. " * 60 + f"<{LINK}|Mehr>"
    found = incoming(SLACK.shortcut("open_article", article))
    assert found.forwarded
    assert found.text.startswith("Die Fähre fährt")


def test_the_shortcut_finds_what_hangs_below_a_message() -> None:
    theirs = SLACK.shown_message(f"Lest <{LINK}|das>")
    assert incoming(SLACK.shortcut("open_article", "Hier:", attachments=[theirs])).text == f"/open {LINK}"
    filed = SLACK.shown_message("", files=[STORY])
    assert incoming(SLACK.shortcut("open_article", "Hier:", attachments=[filed])).kind is Kind.FILE
    preview = {"id": 1, "title": "Fähre", "title_link": LINK, "image_url": "https://img.example/x.png"}
    assert incoming(SLACK.shortcut("open_article", "", attachments=[preview])).text == f"/open {LINK}"


def test_the_shortcut_finds_the_link_that_an_app_shows_in_blocks() -> None:
    marked = {"type": "section", "text": {"type": "mrkdwn", "text": f"*<{LINK}|Fähre>*"}}
    button = {"type": "actions", "elements": [{"type": "button", "text": {}, "url": LINK}]}
    rich = {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": [{"type": "link", "url": LINK}]}],
    }
    for block in (marked, button, rich):
        for more in ({"blocks": [block]}, {"attachments": [{"blocks": [block]}]}):
            assert incoming(SLACK.shortcut("open_article", "News: Fähre", **more)).text == f"/open {LINK}"
    inert = {"type": "section", "text": {"type": "plain_text", "text": f"<{LINK}>"}, "url": "javascript:x"}
    assert incoming(SLACK.shortcut("open_article", "News", blocks=[inert])).text == "/open News"


def test_the_first_link_of_a_message_is_the_one_that_is_opened() -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": f"<https://other.example/|x> <{LINK}>"}}]
    found = incoming(SLACK.shortcut("open_article", f"<{LINK}> <https://other.example/>", blocks=blocks))
    assert found.text == f"/open {LINK}"


def test_what_the_shortcut_opens_is_answered_to_one_person_under_its_name() -> None:
    for payload, named in (
        (SLACK.shortcut("open_article", "", files=[STORY]), "Fähre.pdf"),
        (SLACK.shortcut("open_article", f"<{LINK}>"), LINK),
        (SLACK.shortcut("open_article", "Die Fähre fährt wieder. " * 50), "Die Fähre fährt wieder. Die"),
        (SLACK.shortcut("open_article", ""), ""),
    ):
        at = address(payload)
        assert (at.way, at.channel, incoming(payload).chat) == (Way.OPEN, CHANNEL, f"slack:{CHANNEL}/{PERSON}")
        assert at.asked.startswith(named)
        assert len(at.asked) <= 120
        kept = raw_update("slack:B1:", payload, json.dumps(payload).encode())
        assert kept.lane == lane("slack:B1:", incoming(payload).chat)


def test_the_workspace_whose_token_opens_a_file_is_the_one_that_installed_the_app() -> None:
    payload = SLACK.shared("", STORY)
    payload["team_id"] = "TGUEST"
    payload["authorizations"][0] |= {"is_enterprise_install": True, "enterprise_id": "E1"}
    spot = spot_from(incoming(payload).files[0].place)
    assert spot is not None
    assert (spot.team, spot.enterprise) == (TEAM, "E1")


ACTION = {"action_token": "10647.0123"}


def test_a_message_with_a_token_for_the_assistant_is_a_message() -> None:
    """Slack puts it on every message to an app with its own pane; only the pane's own events say where the pane is."""
    plain, with_token = SLACK.direct("who won?"), SLACK.direct("who won?", assistant_thread=ACTION)
    assert (incoming(with_token).chat, incoming(with_token).text) == (incoming(plain).chat, "who won?")
    assert address(with_token) == address(plain)
    called = SLACK.mention("who won?", assistant_thread=ACTION)
    ts = called["event"]["ts"]
    assert (incoming(called).chat, address(called).thread) == (f"slack:{CHANNEL}/{ts}", ts)
    within = SLACK.direct("who won?", thread_ts="1.5", assistant_thread=ACTION)
    assert (incoming(within).chat, address(within).thread, address(within).pane) == (
        f"slack:{PERSON}/1.5",
        "1.5",
        "yes",
    )
    for payload in (with_token, called, within):
        kept = raw_update("slack:B1:", payload, json.dumps(payload).encode())
        assert kept.lane == lane("slack:B1:", incoming(payload).chat)
    assert address(SLACK.pane()).way is Way.PANE


@pytest.mark.parametrize("line", ["", "x", "[]", "{}", '["T1"]', '["T1", "", "F1", 5]', "[" * 5_000])
def test_a_place_that_is_none_of_ours_is_nowhere(line: str) -> None:
    assert spot_from(line) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FILE = st.dictionaries(
    st.sampled_from("id name title mimetype mode size url_private url_private_download file_access".split()), JSON
)
SHOWN = st.dictionaries(st.sampled_from("text is_share is_msg_unfurl title_link from_url files".split()), JSON)


@given(
    st.fixed_dictionaries({"files": JSON | st.lists(FILE), "attachments": JSON | st.lists(SHOWN), "blocks": JSON}),
    st.text(),
)
def test_whatever_hangs_on_a_message_it_is_read(message: Payload, own: str) -> None:
    found = brought(message, own, {"team": TEAM, "enterprise": ""})
    assert (found.kind is Kind.FILE) == bool(found.files)
    assert all(spot_from(file.place) for file in found.files)
