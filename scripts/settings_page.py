"""The page of settings, made of bot/settings/options.py and .env.example whenever the site is built.

Rule of this module: a setting that .env.example does not explain ends the building.
"""

import re
import sys
from dataclasses import fields
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.settings import CHOICES, LEAST, PREFIX, Secret, Settings  # noqa: E402

PLACE = "docs/settings.md"
"""Where it would lie if it were written."""
GROUPS = {"": "Everywhere", "telegram": "Telegram", "slack": "Slack"}
"""Settings by how their names begin."""
DEFAULT = re.compile(r" ?\(default: (?P<value>[^()]*(?:\([^()]*\)[^()]*)*)\)$")
HEAD = """\
# Settings

Settings are environment variables, or lines of a file `.env` in the folder that the program is started in; what is in
the environment comes first, and what is empty is not set. A line of `.env` that begins with `BOT_` and is no setting is
an error, and so is a value that can't be used: the program names the setting, never its value, and ends with exit code
2. `article-bot doctor` says what is set and what is missing. Copy `.env.example` for a file with each of them:

```sh
cp .env.example .env
```

Secrets (🔒) are shown nowhere: not in a log, not in an error.
"""


def page() -> str:
    """Return the page."""
    comments = _comments()
    lines = [HEAD]
    for group, title in GROUPS.items():
        lines += [f"## {title}\n", "| setting | what it is | default |", "| --- | --- | --- |"]
        for setting in fields(Settings):
            first = setting.name.partition("_")[0]
            if (first if first in GROUPS else "") == group:
                lines.append(_row(setting.name, setting.default, comments[PREFIX + setting.name.upper()]))
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _comments() -> dict[str, str]:
    """Return what .env.example says of each variable."""
    text = (ROOT / ".env.example").read_text("utf-8")
    return {name: comment for comment, name in re.findall(r"^# (.+)\n([A-Z_]+)=", text, re.MULTILINE)}


def _row(name: str, default: object, comment: str) -> str:
    told = DEFAULT.search(comment)
    said = comment[: told.start()] if told else comment
    if choices := [f"`{choice}`" for choice in CHOICES.get(name, ()) if choice]:
        said = f"{said} ({', '.join(choices)})" if not all(c.strip("`") in said for c in choices) else said
    if name in LEAST:
        said += f"; {LEAST[name]} or more"
    secret = isinstance(default, Secret)
    value = told["value"] if told else f"`{default}`" if default not in {None, ""} and not secret else "not set"
    if told and value == str(default):
        value = f"`{value}`"
    return f"| `{PREFIX}{name.upper()}`{' 🔒' if secret else ''} | {said} | {value} |"
