"""How German says which articles a question is about."""

from bot.core.language_data.confines import Bound, Confines, site_pattern, time_patterns

_BOUNDS = {
    "seit": Bound.SINCE,
    "seit dem": Bound.SINCE,
    "ab": Bound.SINCE,
    "ab dem": Bound.SINCE,
    "bis": Bound.UNTIL,
    "bis zum": Bound.UNTIL,
    "bis ende": Bound.UNTIL,
    "vor dem": Bound.BEFORE,
    "vor": Bound.BEFORE,
    "aus": Bound.WITHIN,
    "aus dem": Bound.WITHIN,
    "aus dem jahr": Bound.WITHIN,
    "von": Bound.WITHIN,
    "vom": Bound.WITHIN,
    "in artikeln aus": Bound.WITHIN,
    "in artikeln von": Bound.WITHIN,
    "in artikeln vom": Bound.WITHIN,
    "in artikeln seit": Bound.SINCE,
}
_SPANS = {
    "heute": ("day", 0),
    "gestern": ("day", 1),
    "dieser woche": ("week", 0),
    "letzter woche": ("week", 1),
    "letzten woche": ("week", 1),
    "der letzten woche": ("week", 1),
    "diesem monat": ("month", 0),
    "letztem monat": ("month", 1),
    "letzten monat": ("month", 1),
    "dem letzten monat": ("month", 1),
    "diesem jahr": ("year", 0),
    "letztem jahr": ("year", 1),
    "letzten jahr": ("year", 1),
    "dem letzten jahr": ("year", 1),
}
GERMAN_CONFINES = Confines(
    _BOUNDS,
    _SPANS,
    time_patterns(_BOUNDS, _SPANS, r"an"),
    site_pattern(r"(?:in|im|in\s+der|in\s+den|auf|bei|beim|bei\s+der|aus\s+dem|aus\s+der|vom|von|von\s+der)"),
)
