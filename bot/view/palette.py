"""The colours of the speakers, for light and for dark.

Rule of this module: no two are told apart by hue alone: they differ in lightness too, as far as people with any of the
three kinds of colour blindness need it; and what is read on them is read (WCAG 2.2, AA).
"""

from dataclasses import dataclass

COLOURS = ("blue", "orange", "green", "mauve", "navy", "brown")
"""Six: with more of them, two would look alike to somebody. Those who say less share the neutral one."""
TINTED = {"light": 0.17, "dark": 0.26}
"""How much of a colour is in the ground of its text."""
_LIGHT = ("#275c9e", "#dd6000", "#0ba26d", "#a76cac", "#321c7f", "#9a5004")
_DARK = ("#a6b6ff", "#ee7934", "#5ee2ab", "#e798cd", "#7795ff", "#f8d434")
"""Found by a search from Okabe and Ito's: the smallest difference of any two, for any kind of sight, is the largest."""


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a speaker: of lines and marks, of the ground below their text, and of what is written on marks."""

    strong: str
    tint: str
    on: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of a page."""

    name: str
    ground: str
    ink: str
    muted: str
    rule: str
    looks: tuple[Look, ...]
    neutral: Look
    own: Look

    def look(self, colour: int | None) -> Look:
        """Return the colours of a speaker."""
        return self.neutral if colour is None else self.looks[colour]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value / 255) for value in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    """Return the light of a value of sRGB (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - the norm's


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(colour: str, ground: str, share: float) -> str:
    mixed = (round(a * share + b * (1 - share)) for a, b in zip(_parts(colour), _parts(ground), strict=True))
    return "#" + "".join(f"{value:02x}" for value in mixed)


def _look(colour: str, ground: str, share: float) -> Look:
    on = max(("#ffffff", "#000000"), key=lambda letters: contrast(letters, colour))
    return Look(colour, _mixed(colour, ground, share), on)


def _scheme(name: str, colours: tuple[str, ...], greys: tuple[str, str, str, str, str]) -> Scheme:
    ground, ink, muted, rule, neutral = greys
    share = TINTED[name]
    looks = tuple(_look(colour, ground, share) for colour in colours)
    own = Look(rule, ground, ink)
    return Scheme(name, ground, ink, muted, rule, looks, _look(neutral, ground, share * 0.8), own)


LIGHT = _scheme("light", _LIGHT, ("#fffdf8", "#1c1b19", "#5c5a55", "#cfcac0", "#6f6f6c"))
DARK = _scheme("dark", _DARK, ("#15171b", "#e9e6df", "#a9a69e", "#44474d", "#9b9b98"))
