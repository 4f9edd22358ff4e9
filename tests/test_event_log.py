"""The log says what happened and never what was written, and no secret."""

import io
import json
import logging
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot
from bot.event_log import HIDDEN, PERIOD, SAME, Repetitions, open_event_log
from bot.event_log.sentences import SENTENCES, for_people

TOKEN = "123456789:" + "AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
SLACK = "xoxb-123456789012-abcdefABCDEF"


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(capture=False)


def test_an_event_is_one_line_with_its_facts() -> None:
    out = io.StringIO()
    open_event_log("json", stream=out)("asked_to_wait", {"key": "telegram:1:2", "seconds": 3})
    line = json.loads(out.getvalue())
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "asked_to_wait", "key": "telegram:1:2", "seconds": 3}


def test_people_get_a_line_without_colours_where_there_is_no_terminal() -> None:
    out = io.StringIO()
    open_event_log("console", stream=out)("started", {"platform": "telegram"})
    assert "started" in out.getvalue()
    assert "platform=telegram" in out.getvalue()
    assert "\x1b" not in out.getvalue()


def test_people_are_told_in_a_sentence_whom_to_write_to_and_what_to_do() -> None:
    out = io.StringIO()
    log = open_event_log("console", stream=out)
    log("started", {"platform": "telegram", "bot": "@article_bot"})
    log("not_reached", {"error": "OutcomeUnknownError", "again_in": 5.0})
    log("slack_unreachable", {"again_in": 1.5})
    log("pairing", {"user": "telegram:42", "code": "ABCD-EFGH"})
    log("never heard of", {"again_in": 1})
    started, telegram, slack, pairing, other = out.getvalue().splitlines()
    assert "Answering in Telegram as @article_bot: write to it." in started
    assert "(started)" in started
    assert "Telegram can't be reached; next try in 5 s." in telegram
    assert "error=OutcomeUnknownError" in telegram
    assert "Slack can't be reached; next try in 1.5 s." in slack
    assert "telegram:42 wants to ask" in pairing
    assert "code=ABCD-EFGH" in pairing
    assert "never heard of" in other


def test_programs_get_names_and_no_sentences() -> None:
    out = io.StringIO()
    open_event_log("json", stream=out)("not_reached", {"error": "OutcomeUnknownError", "again_in": 5.0})
    assert json.loads(out.getvalue())["event"] == "not_reached"


def test_every_sentence_is_of_an_event_that_is_written() -> None:
    written = "\n".join(path.read_text("utf-8") for path in Path(bot.__file__).parent.rglob("*.py"))
    for event in SENTENCES:
        assert f'"{event.split()[0]}", {{' in written, event


def test_a_sentence_that_lacks_a_fact_gives_way_to_the_name() -> None:
    assert for_people("not_reached", {}) == "not_reached"
    assert for_people("not_reached", {"again_in": "soon"}) == "not_reached"
    assert for_people("started", {"platform": "slack"}) == "started"


@pytest.mark.parametrize("form", ["json", "console"])
@pytest.mark.parametrize(
    "secret",
    [
        TOKEN,
        SLACK,
        "xapp-1-A111-222-abc",
        "https://hooks.slack.com/commands/T1/2/x",
        f"http://localhost/bot{TOKEN}/getMe",
    ],
)
def test_what_looks_like_a_secret_is_hidden(form: str, secret: str) -> None:
    out = io.StringIO()
    open_event_log(form, stream=out)("failed", {"key": f"before {secret} after"})
    assert HIDDEN in out.getvalue()
    assert secret not in out.getvalue()
    assert TOKEN not in out.getvalue()


@given(st.text(min_size=4), st.text(), st.text())
def test_a_secret_that_is_set_never_shows(secret: str, before: str, after: str) -> None:
    out = io.StringIO()
    open_event_log("json", [secret], out)("failed", {"key": before + secret + after})
    assert secret not in str(json.loads(out.getvalue())["key"]) or secret in HIDDEN or not secret.strip()


@pytest.mark.parametrize("form", ["json", "console"])
def test_what_libraries_say_is_cut_down_to_where_and_what_kind(form: str) -> None:
    out = io.StringIO()
    open_event_log(form, [TOKEN], out)
    question = "who stole the zebra?"
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)
    logging.getLogger("telegram.ext").warning("wrong: %s %s", TOKEN, question)
    warnings.showwarning(UserWarning(question), UserWarning, "x.py", 1)
    error = ValueError(question + TOKEN)
    logging.getLogger("aiohttp").error(question, exc_info=error)
    text = out.getvalue()
    assert "httpx" not in text
    assert all(word in text for word in ("telegram.ext", "aiohttp", "ValueError", "test_event_log.py"))
    assert question not in text
    assert TOKEN not in text
    assert "Traceback" not in text


def test_a_fact_stays_on_one_line() -> None:
    out = io.StringIO()
    open_event_log("console", stream=out)("failed", {"key": "a\nb\r\nc"})
    assert out.getvalue().count("\n") == 1


def test_the_same_line_again_and_again_is_written_a_few_times_a_minute_and_counted() -> None:
    now = 0.0
    repetitions = Repetitions(lambda: now)
    wrong = {"place": "x.py:1"}
    written = [repetitions.passed("library", wrong) for _ in range(1_000)]
    assert written == [wrong] * SAME + [None] * (1_000 - SAME)
    assert repetitions.passed("library", {"place": "x.py:2"}) is not None
    assert repetitions.passed("other", wrong) is not None
    now = PERIOD
    assert repetitions.passed("library", wrong) == wrong | {"more": 1_000 - SAME}
    assert repetitions.passed("library", wrong) == wrong


def test_a_library_that_says_the_same_for_ever_fills_no_disk() -> None:
    out = io.StringIO()
    open_event_log("json", stream=out)
    for _ in range(500):
        logging.getLogger("asyncio").error("socket.accept() out of system resource", exc_info=OSError())
    assert out.getvalue().count("\n") == SAME
