"""What is read from what Slack sends: who asks what, where, and what is passed over."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.chat import Incoming, Kind
from bot.platforms.slack.addresses import Address, Place, Way, place_from, reach, unasked, unpacked
from bot.platforms.slack.chats import lane
from bot.platforms.slack.events import EVENTS
from bot.platforms.slack.interactions import INTERACTIONS
from bot.platforms.slack.message_text import after_slash, written
from bot.platforms.slack.raw import raw_update
from bot.platforms.slack.reading import parse
from bot.transport import Envelope, UnreadableError
from tests.servers.slack_payloads import BOT_USER, CHANNEL, DIRECT, ENTERPRISE, OTHER, PERSON, Payload, Payloads

SLACK = Payloads("https://hooks.example")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def reading(payload: object, *threads: str) -> Envelope | None:
    return parse(json.dumps(payload).encode(), BOT_USER, lambda channel, thread: f"{channel}/{thread}" in threads)


def incoming_of(payload: Payload, *threads: str) -> Incoming:
    envelope = reading(payload, *threads)
    assert envelope is not None
    return envelope.incoming


def address(payload: Payload, *threads: str) -> Address:
    envelope = reading(payload, *threads)
    assert envelope is not None
    return unpacked(envelope.address)


def test_a_direct_message_is_a_question_of_its_own() -> None:
    asked = incoming_of(SLACK.direct("who won?"))
    assert (asked.chat, asked.user, asked.text, asked.shared) == (
        f"slack:{PERSON}",
        f"slack:{PERSON}",
        "who won?",
        False,
    )
    assert address(SLACK.direct("who won?")).thread == ""


def test_a_mention_is_answered_in_its_thread_where_all_lead_one_conversation() -> None:
    payload = SLACK.mention("who won?")
    ts = payload["event"]["ts"]
    asked = incoming_of(payload)
    assert (asked.chat, asked.text, asked.id, asked.shared) == (f"slack:{CHANNEL}/{ts}", "who won?", ts, True)
    assert (address(payload).channel, address(payload).thread) == (CHANNEL, ts)
    inside = SLACK.mention("and now?", thread_ts="1.5")
    assert (incoming_of(inside).chat, address(inside).thread) == (f"slack:{CHANNEL}/1.5", "1.5")


def test_fault_28_a_mention_and_nothing_else_is_greeted() -> None:
    for nothing in ("", "   ", "\n"):
        assert incoming_of(SLACK.mention(nothing)).text == "/start"
    assert incoming_of(SLACK.slash("  ")).text == "/start"


def test_a_thread_that_the_bot_answers_in_needs_no_mention() -> None:
    payload = SLACK.posted("and oil?", thread_ts="1.5")
    assert reading(payload) is None
    assert incoming_of(payload, f"{CHANNEL}/1.5").text == "and oil?"
    assert reading(SLACK.posted("and oil?"), f"{CHANNEL}/1.5") is None


def test_a_message_that_mentions_the_bot_or_somebody_else_is_left_alone_in_a_thread() -> None:
    """The mention comes as an event of its own; what is addressed to another person is not for the bot."""
    assert reading(SLACK.posted(f"<@{BOT_USER}> and oil?", thread_ts="1.5"), f"{CHANNEL}/1.5") is None
    assert reading(SLACK.posted(f"<@{OTHER}> what do you think?", thread_ts="1.5"), f"{CHANNEL}/1.5") is None


@pytest.mark.parametrize(
    "event",
    [
        SLACK.direct("hi", bot_id="B9"),
        SLACK.direct("hi", bot_id="B0001", user=BOT_USER),
        SLACK.direct("hi", user=BOT_USER),
        SLACK.direct("hi", subtype="bot_message"),
        SLACK.direct("hi", subtype="message_changed", message={"text": "hi", "user": PERSON}),
        SLACK.direct("hi", subtype="message_deleted"),
        SLACK.direct("hi", subtype="channel_join"),
        SLACK.mention("hi", bot_id="B9"),
        SLACK.mention("hi", user=BOT_USER),
        SLACK.mention("hi", edited={"user": PERSON, "ts": "1.1"}),
        SLACK.event({"type": "reaction_added", "user": PERSON}),
        SLACK.event({"type": "app_uninstalled"}),
        SLACK.event({"type": "tokens_revoked", "tokens": {"bot": [BOT_USER]}}),
        SLACK.event({"type": "app_home_opened", "user": PERSON, "tab": "messages"}),
        {"type": "view_closed"},
        {},
    ],
)
def test_fault_34_other_bots_edits_and_what_is_no_question_are_ignored(event: Payload) -> None:
    assert reading(event) is None


def test_a_picture_alone_is_an_attachment_and_one_with_words_a_question() -> None:
    files = [{"id": "F1", "mimetype": "image/png"}]
    assert incoming_of(SLACK.direct("", subtype="file_share", files=files)).kind is Kind.ATTACHMENT
    assert incoming_of(SLACK.direct("who?", subtype="file_share", files=files)).kind is Kind.TEXT


def test_a_slash_command_is_answered_to_one_person_and_named_by_its_trigger() -> None:
    payload = SLACK.slash("who &amp; what?")
    asked = incoming_of(payload)
    assert (asked.chat, asked.text, asked.id) == (f"slack:{CHANNEL}/{PERSON}", "who & what?", payload["trigger_id"])
    assert address(payload).way is Way.URL
    assert address(payload).url == payload["response_url"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sources", "/sources"),
        ("Share", "/share"),
        ("check", "/check"),
        ("else", "/else"),
        ("people", "/people"),
        ("approve U0BERT", "/approve U0BERT"),
        ("Pair ABCD-EFGH", "/pair ABCD-EFGH"),
        ("pair of shoes?", "pair of shoes?"),
        ("/context 1", "/context 1"),
        ("sources of the report?", "sources of the report?"),
        ("help", "help"),
        ("more", "more"),
        ("", ""),
    ],
)
def test_what_stands_alone_behind_the_slash_command_is_a_command_and_questions_stay_questions(
    typed: str, meant: str
) -> None:
    assert after_slash(typed) == meant


@pytest.mark.parametrize(
    ("sent", "looks"),
    [
        (f"<@{BOT_USER}> hi", "hi"),
        (f"  <@{BOT_USER}|article-bot>: hi", "hi"),
        (f"hi <@{BOT_USER}>", "hi"),
        (f"hey <@{BOT_USER}> what did Russia send?", "hey what did Russia send?"),
        (f"could you, <@{BOT_USER}>, say who warns?", "could you say who warns?"),
        (f"<@{BOT_USER}> <@{BOT_USER}> who warns?", "who warns?"),
        (f"who warns?\n<@{BOT_USER}> please", "who warns?\n please"),
        (f"<@U9> <@{BOT_USER}> who warns?", "who warns?"),
        ("<@U9> said", "said"),
        ("<@U9|anna> said in <#C1|general>", "@anna said in #general"),
        ("<!channel> <!here|here> <!subteam^S1|@team>", "@channel here @team"),
        ("see <https://a.example/x>", "see https://a.example/x"),
        ("see <https://a.example|a.example>", "see https://a.example"),
        ("see <https://a.example|the bank>", "see the bank"),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2 &amp;lt;", "1 < 2 && 3 > 2 &lt;"),
    ],
)
def test_a_message_is_read_as_it_looks(sent: str, looks: str) -> None:
    assert written(sent, BOT_USER) == looks


def _button(text: str, about: str = "m1", chat: str = f"slack:{CHANNEL}/{PERSON}") -> Payload:
    return {"action_id": "say-0", "value": json.dumps({"text": text, "id": about, "chat": chat})}


def test_a_tap_says_what_is_on_the_button_about_the_answer_that_it_is_under() -> None:
    tapped = incoming_of(SLACK.tap(_button("/context 1"), {"ts": "2.5", "is_ephemeral": True}))
    assert (tapped.text, tapped.about, tapped.kind, tapped.chat) == (
        "/context 1",
        "m1",
        Kind.TAP,
        f"slack:{CHANNEL}/{PERSON}",
    )
    assert address(SLACK.tap(_button("/more"), {"ts": "2.5", "is_ephemeral": True})).way is Way.URL
    in_thread = SLACK.tap(_button("/more", chat=f"slack:{CHANNEL}/1.5"), {"ts": "2.5", "thread_ts": "1.5"})
    assert (address(in_thread).thread, address(in_thread).message, incoming_of(in_thread).shared) == (
        "1.5",
        "2.5",
        True,
    )


def test_a_tap_in_direct_messages_is_answered_there_and_not_in_a_thread() -> None:
    tapped = SLACK.tap(_button("/more", chat=f"slack:{PERSON}"), {"ts": "2.5"}, channel="D0001")
    assert (address(tapped).channel, address(tapped).thread, incoming_of(tapped).shared) == ("D0001", "", False)


@pytest.mark.parametrize("value", ["", "x", "[]", "{}", '{"text": 1}', '{"id": "m1"}', "[" * 5_000])
def test_a_button_that_is_not_ours_is_not_taken_for_a_question(value: str) -> None:
    try:
        envelope = reading(SLACK.tap({"action_id": "say-0", "value": value}, {"ts": "2.5"}))
    except UnreadableError:
        envelope = None
    assert envelope is None


def test_shortcuts_ask_about_a_message_and_check_it() -> None:
    asked = SLACK.shortcut("ask_about", "Did Russia &lt;really&gt; send oil?")
    assert incoming_of(asked).text == "Did Russia <really> send oil?"
    assert address(asked).way is Way.OPEN
    assert incoming_of(SLACK.shortcut("check_against", "Russia sent oil.")).text == "/check Russia sent oil."
    assert incoming_of(SLACK.shortcut("check_against", "")).kind is Kind.ATTACHMENT
    assert reading(SLACK.shortcut("somebody_elses", "x")) is None
    assert address(SLACK.everywhere("ask")).way is Way.FORM


def test_home_the_pane_and_a_link_are_read() -> None:
    assert (incoming_of(SLACK.home()).text, address(SLACK.home()).way) == ("/start", Way.HOME)
    assert address(SLACK.pane()).way is Way.PANE
    linked = SLACK.link("https://a.example/story")
    assert (incoming_of(linked).text, address(linked).way) == ("/link https://a.example/story", Way.LINK)


def test_the_workspace_whose_token_answers_is_the_one_that_installed_the_app() -> None:
    payload = SLACK.direct("hi")
    payload["team_id"] = "TGUEST"
    assert address(payload).team == SLACK.team
    payload["authorizations"][0] |= {"is_enterprise_install": True, "enterprise_id": "E1"}
    assert (address(payload).team, address(payload).enterprise) == (SLACK.team, "E1")


def test_the_token_of_a_whole_enterprise_answers_in_its_workspaces_and_taps() -> None:
    event = address(SLACK.in_enterprise(SLACK.direct("hi")))
    assert (event.team, event.enterprise) == (SLACK.team, ENTERPRISE)
    tapped = address(SLACK.tapped_in_enterprise(SLACK.tap(_button("/context 1"), {"ts": "2.5", "is_ephemeral": True})))
    assert (tapped.team, tapped.enterprise) == (SLACK.team, ENTERPRISE)


def test_a_message_in_the_pane_is_answered_in_its_thread_whatever_slack_says_of_the_pane() -> None:
    for more in ({}, {"assistant_thread": {"action_token": "1.2.abc"}}, {"assistant_thread": {"XXX": "YYY"}}):
        payload = SLACK.in_pane("who warns?", "1.5", **more)
        assert incoming_of(payload).text == "who warns?"
        assert (address(payload).channel, address(payload).thread, address(payload).pane) == (DIRECT, "1.5", "yes")


def test_what_slack_tells_of_the_pane_and_of_workspaces_beside_questions_is_passed_over() -> None:
    assert reading(SLACK.renamed_pane("1.5")) is None
    pane = {"user_id": PERSON, "context": {"channel_id": CHANNEL}, "channel_id": DIRECT, "thread_ts": "1.5"}
    assert reading(SLACK.event({"type": "assistant_thread_context_changed", "assistant_thread": pane})) is None
    for change in ("team_access_granted", "team_access_revoked"):
        assert reading(SLACK.of_enterprise({"type": change, "team_ids": ["T1", "T2"]})) is None


def test_an_address_and_a_place_survive_being_written_down() -> None:
    whole = Address(Way.URL, "T1", "E1", "C1", "1.5", "U1", "2.5", "https://x", "t", "V1", "who?", "m1", "yes")
    assert unpacked(whole.packed()) == whole
    for place in (Place(Way.POST, "C1", "1.5"), Place(Way.URL), Place(Way.VIEW, name="V1"), Place(Way.HOME)):
        assert place_from(str(place)) == place


def test_keys_name_an_update_and_lanes_a_thread_or_what_one_person_sees() -> None:
    def of(payload: Payload) -> tuple[str, str]:
        kept = raw_update("slack:B1:", payload, json.dumps(payload).encode())
        return kept.key, kept.lane

    mention, direct, slash = SLACK.mention("x"), SLACK.direct("x"), SLACK.slash("x")
    ts = mention["event"]["ts"]
    assert of(mention) == (f"slack:B1:{mention['event_id']}", f"slack:B1:{CHANNEL}:{ts}")
    assert of(SLACK.posted("y", thread_ts=ts))[1] == of(mention)[1]
    assert of(direct)[1] == f"slack:B1:{PERSON}"
    assert of(slash) == (f"slack:B1:{slash['trigger_id']}", f"slack:B1:{CHANNEL}:{PERSON}")
    tapped = SLACK.tap(_button("/more"), {"ts": "2.5", "is_ephemeral": True})
    assert of(tapped)[1] == of(slash)[1]
    assert of(SLACK.tap(_button("/more"), {"ts": "2.5", "thread_ts": ts}))[1] == of(mention)[1]
    assert of(SLACK.tap(_button("/more"), {"ts": "2.5"}, channel="D0001"))[1] == of(direct)[1]
    assert of({"type": "?"})[0] == of({"type": "?"})[1]


def test_a_lane_is_named_like_its_chat_so_that_forgetting_finds_it() -> None:
    for payload in (
        SLACK.mention("x"), SLACK.direct("x"), SLACK.direct("x", thread_ts="1.5"), SLACK.slash("x"),
        SLACK.slash("x", channel="D0001"), SLACK.home(), SLACK.pane(), SLACK.shortcut("ask_about", "x"),
    ):  # fmt: skip
        kept = raw_update("slack:B1:", payload, json.dumps(payload).encode())
        assert kept.lane == lane("slack:B1:", incoming_of(payload).chat)


def _shapes() -> st.SearchStrategy[Any]:
    """Payloads that begin like Slack's and go wrong somewhere."""
    names = st.sampled_from([*EVENTS, "message", "x"])
    keys = st.sampled_from(
        "type event channel user text ts thread_ts files bot_id subtype assistant_thread links authorizations team "
        "actions container view message trigger_id response_url callback_id value state values is_ephemeral".split()
    )
    inner = st.dictionaries(
        keys, JSON | st.dictionaries(keys, JSON, max_size=6) | st.lists(JSON, max_size=2), max_size=9
    )
    event = st.builds(lambda name, more: {**more, "type": name}, names, inner)
    events = st.builds(lambda e, more: {**more, "type": "event_callback", "event": e}, event, inner)
    kinds = st.sampled_from([*INTERACTIONS, "x"])
    return (
        events
        | st.builds(lambda k, more: {**more, "type": k}, kinds, inner)
        | st.builds(lambda more: {**more, "command": "/ask"}, inner)
    )


@given(JSON | _shapes())
@example([1, 2])
@example({})
@example(
    {"type": "event_callback", "event": {"type": "message", "channel": 7, "user": "U1", "ts": 12345678901234567890}}
)
@example({"type": "block_actions", "user": {"id": 1}, "actions": [[]]})
def test_fault_36_any_json_is_a_letter_nothing_or_unreadable_and_can_be_kept(body: object) -> None:
    content = json.dumps(body).encode()
    if isinstance(body, dict):
        kept = raw_update("slack:B1:", body, content)
        assert kept.key.startswith("slack:B1:")
        assert kept.lane.startswith("slack:B1:")
        assert (kept.key + kept.lane).isprintable()
    try:
        envelope = parse(content, BOT_USER, lambda _channel, _thread: True)
    except UnreadableError:
        return
    if envelope is not None:
        unpacked(envelope.address)
        assert envelope.incoming.user
        assert envelope.incoming.chat


@given(st.binary())
@example(b"[" * 100_000)
@example(b'{"a":')
@example(b"\xff")
def test_bytes_that_are_no_json_are_unreadable(content: bytes) -> None:
    try:
        assert parse(content, "", lambda _channel, _thread: False) is None
    except UnreadableError:
        return


def test_what_nobody_has_asked_for_goes_to_the_chat_or_to_the_one_person_who_saw_it_before() -> None:
    in_thread = unasked("slack:C1/1.5", reach(Address(Way.POST, team="T1", channel="C1", thread="1.5", user="U1")))
    assert in_thread == Address(Way.POST, team="T1", channel="C1", thread="1.5")
    assert unasked("slack:U1", "T1 E1") == Address(Way.POST, team="T1", enterprise="E1", channel="U1")
    assert unasked("slack:U1/1.5", "- -") == Address(Way.POST, channel="U1")
    assert unasked("slack:C1/U1", "") == Address(Way.POST, channel="U1")
    assert unasked("slack:C1", "T1 -") == Address(Way.POST, team="T1", channel="C1")
