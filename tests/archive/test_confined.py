"""Which articles a question is about, as its words say: since when, from when, on which site."""

from datetime import date

import pytest

from bot import languages
from bot.archive.confined import confined, host_of
from bot.ports.archive import ANYWHERE, Within

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("question", "rest", "within"),
    [
        ("who won the election since March?", "who won the election", Within(since=20260301)),
        ("who won the election since December?", "who won the election", Within(since=20251201)),
        ("what did Russia send from 2024?", "what did Russia send", Within(20240101, 20241231)),
        ("what did Trump say from March on?", "what did Trump say", Within(since=20260301)),
        ("Since March: who won?", "who won?", Within(since=20260301)),
        ("who resigned until 5 March 2025", "who resigned", Within(until=20250305)),
        ("who won before 2024-03-01?", "who won", Within(until=20240229)),
        ("who won from yesterday", "who won", Within(20261129, 20261129)),
        ("who won from last week?", "who won", Within(20261123, 20261129)),
        ("who won from last month?", "who won", Within(20261001, 20261031)),
        ("who resigned in Spiegel?", "who resigned", Within(sites=("spiegel",))),
        ("who resigned in Spiegel since last month?", "who resigned", Within(20261001, 0, ("spiegel",))),
        ("who won since 5 March 2025 in Spiegel", "who won", Within(20250305, 0, ("spiegel",))),
        ("Wer gewann seit März?", "Wer gewann", Within(since=20260301)),
        (
            "Wer trat aus dem Jahr 2024 zurück aus 2024?",
            "Wer trat aus dem Jahr 2024 zurück",
            Within(20240101, 20241231),
        ),
        ("Seit 24. September: wer gewann?", "wer gewann?", Within(since=20260924)),
        ("Was geschah bis Ende 2023?", "Was geschah", Within(until=20231231)),
        ("wer gewann im Spiegel?", "wer gewann", Within(sites=("spiegel",))),
        ("was sagte Merkel auf zeit.de von gestern", "was sagte Merkel", Within(20261129, 20261129, ("zeit.de",))),
        ("wer gewann auf taz.de aus dem letzten Jahr", "wer gewann", Within(20250101, 20251231, ("taz.de",))),
    ],
)
def test_a_time_and_a_site_behind_a_question_confine_it(question: str, rest: str, within: Within) -> None:
    found = confined(question, TODAY, languages.LANGUAGES)
    assert (found.question, found.within) == (rest, within)


@pytest.mark.parametrize(
    "question",
    [
        "who left since the war?",
        "Was passierte vor dem Gericht?",
        "Was hat Russland seit März geliefert?",
        "since 2020",
        "who came from 30 February?",
        "what did he say from 5 pm?",
        "",
        "?",
    ],
)
def test_what_is_no_time_and_no_site_is_asked_as_it_stands(question: str) -> None:
    assert confined(question, TODAY, languages.LANGUAGES).within == ANYWHERE
    assert confined(question, TODAY, languages.LANGUAGES).question == question


def test_a_site_is_spelt_as_hosts_are() -> None:
    assert [host_of(name) for name in ("Süddeutsche", "www.bbc.co.uk", "Der Spiegel")] == [
        "sueddeutsche",
        "bbc.co.uk",
        "derspiegel",
    ]


def test_the_first_days_of_a_year_have_a_month_before_them() -> None:
    found = confined("who won from last month?", date(2026, 1, 3), languages.LANGUAGES)
    assert found.within == Within(20251201, 20251231)
