"""How English says which articles a question is about."""

from bot.core.language_data.confines import Bound, Confines, site_pattern, time_patterns

_BOUNDS = {
    "since": Bound.SINCE,
    "starting": Bound.SINCE,
    "starting from": Bound.SINCE,
    "until": Bound.UNTIL,
    "till": Bound.UNTIL,
    "up to": Bound.UNTIL,
    "before": Bound.BEFORE,
    "from": Bound.WITHIN,
    "in articles from": Bound.WITHIN,
    "in articles of": Bound.WITHIN,
    "in articles since": Bound.SINCE,
    "in articles before": Bound.BEFORE,
}
_SPANS = {
    "today": ("day", 0),
    "yesterday": ("day", 1),
    "this week": ("week", 0),
    "last week": ("week", 1),
    "this month": ("month", 0),
    "last month": ("month", 1),
    "this year": ("year", 0),
    "last year": ("year", 1),
}
ENGLISH_CONFINES = Confines(
    _BOUNDS, _SPANS, time_patterns(_BOUNDS, _SPANS, r"on|onwards?"), site_pattern(r"(?:in|on|from|by)(?:\s+the)?")
)
