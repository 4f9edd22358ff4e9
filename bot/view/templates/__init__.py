"""The templates of the page and the map, and what fills them in.

Rule of this room: every value is escaped where it is put in; nothing but our own style and script is taken as it is.
"""

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from bot.render.text import inert


def own(name: str) -> str:
    """Return a file of ours beside the templates."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


_NONE = dict.fromkeys((0xFFFE, 0xFFFF), 0xFFFD)
"""What is no character, and XML does not allow."""


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(own),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def rendered(template: str, **values: object) -> str:
    """Return a template filled in, without what a browser would act on or refuse: control characters, half signs."""
    filled: str = _environment().get_template(template).render(**values)
    return inert(filled).translate(_NONE)


def trusted(text: str) -> Markup:
    """Return what a template of ours has made, to be put into another one as it is."""
    return Markup(text)  # noqa: S704 - made by `rendered` or read by `own`, where everything else is escaped


def digest(text: str) -> str:
    """Return what names a script or a style in a content security policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
