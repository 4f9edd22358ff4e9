"""What every `Observer` keeps to: it takes whatever it is told, at once, and never raises."""

import pytest

from bot.delivery.context import Unobserved
from bot.metrics import Figures, PrometheusObserver
from bot.model import Refusal
from bot.ports.observing import Observer

KINDS = ("prometheus", "nobody")


@pytest.fixture(params=KINDS)
def observer(request: pytest.FixtureRequest) -> Observer:
    return PrometheusObserver(Figures("1"), "telegram") if request.param == "prometheus" else Unobserved()


def test_it_takes_whatever_it_is_told(observer: Observer) -> None:
    for number in (0, 1, 100):
        observer.arrived(number)
    for seconds in (0.0, 1e-9, 0.2, 86_400.0, float("inf")):
        observer.composed(seconds)
        observer.replied(seconds)
    for refusal in ("", *Refusal):
        observer.asked(refusal)
    for reason in ("failed", "unsure", "asked_to_wait"):
        observer.retried(reason)
    for reason in ("unreadable", "not_taken", "failed"):
        observer.gave_up(reason)
    observer.turned_away()


def test_what_prometheus_is_told_of_one_platform_is_not_counted_for_another() -> None:
    figures = Figures("1")
    one, other = PrometheusObserver(figures, "telegram"), PrometheusObserver(figures, "slack")
    one.asked("")
    one.asked(Refusal.NOT_SAID)
    other.asked("")

    def value(name: str, **labels: str) -> float | None:
        return figures.registry.get_sample_value(f"article_bot_{name}", labels)

    assert value("questions_total", platform="telegram") == 2
    assert value("answers_total", platform="telegram") == value("answers_total", platform="slack") == 1
    assert value("refusals_total", platform="telegram", reason="not_said") == 1
    assert value("refusals_total", platform="slack", reason="not_said") is None
