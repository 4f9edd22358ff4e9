"""Pages and Markdown that are broken in the way in which people and programs break them.

Rule of this module: the same chance makes the same document.
"""

from random import Random

from bot.formats.media_types import HTML, MARKDOWN, PLAIN
from bot.model import Document
from tests.fuzzing import texts

LONGEST = 20_000
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "latin-1", "mac_roman", "cp850", "shift_jis")
MARKDOWN_WAYS = (
    "# %s", "## %s", "- %s", "  - %s", "> %s", "1. %s", "```\n%s\n```", "[%s](http://x.y)", "![%s](a)", "**%s**",
    "<div>%s</div>", "| a | b |\n|---|---|\n| %s | x |", "---\ntitle: %s\n---", "%s\n===", "`%s`", "<!-- %s -->",
    "[^1]: %s", "\\%s",
)  # fmt: skip
HTML_WAYS = (
    "<p>%s</p>", "<h1>%s</h1>", "<h2>%s", "<ul><li>%s</ul>", "<table><tr><td>%s</table>",
    '<div class="cookie-consent">%s</div>', '<a href="#">%s</a>', "<!-- %s -->", "<script>%s</script>",
    "<blockquote><p>%s", "<article>%s</article>", "<br>%s<br/>", "<pre>%s</pre>", "<svg><text>%s</svg>",
    "&lt;%s&gt;", "&#0;%s&#xD800;&#1114112;", '<p title="%s">x</p>', "<noscript>%s", "<title>%s</title>",
    '<meta name="description" content="%s">', "<![CDATA[%s]]>", "<?php %s ?>", "<p>%s", "</p>%s</div>",
    "<template>%s</template>", "<iframe>%s",
)  # fmt: skip
DEEP = ("<div>", "<b>", "<ul><li>", "<table><tr><td>", "<span>", "<p>", "<blockquote>", "> ", "- ", "[", "*", "`", "| ")
HEADS = ("", "<!doctype html>", "<html><body>", '<?xml version="1.0"?><html>', "<!---->" * 40)


def page(chance: Random) -> Document:
    """Return an HTML page."""
    text = chance.choice(HEADS) + _marked_up(HTML_WAYS, chance)
    return Document(text.encode("utf-8", "surrogatepass"), HTML, chance.choice(("x.html", "https://a.example/x")))


def markdown(chance: Random) -> Document:
    """Return a Markdown file."""
    return Document(_marked_up(MARKDOWN_WAYS, chance).encode("utf-8", "surrogatepass"), MARKDOWN, "x.md")


def plain(chance: Random) -> Document:
    """Return a text file in some encoding, at times with a few bytes that do not belong there."""
    content = bytearray(texts.article(chance).encode(chance.choice(ENCODINGS), "replace"))
    for _ in range(chance.choice((0, 0, 1, 10)) if content else 0):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return Document(bytes(content), PLAIN, "x.txt")


def _marked_up(ways: tuple[str, ...], chance: Random) -> str:
    parts = []
    if chance.random() < 0.04:
        parts.append(chance.choice(DEEP) * chance.choice((50, 500, 2_000)))
    for _ in range(chance.randint(1, 14)):
        part = texts.sentence(chance)
        for _ in range(chance.choice((1, 1, 2, 3))):
            part = chance.choice(ways).replace("%s", part)
        parts.append(part)
    return "\n\n".join(parts)[:LONGEST]
