"""What the site's builder does beside making pages of docs/*.md: it takes in pages from elsewhere, and leads links.

Rule of this module: a page's links are right where it lies in the repository, and are led to where they lie on the site
from there; what is no page (code, a folder of the corpus) is named without a link.
"""

import os
import re
import sys
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

import settings_page  # noqa: E402

ELSEWHERE = {
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
    "corpus/README.md": "corpus.md",
}
"""Pages that lie outside of docs/, and what they are called on the site."""
HOME = {"README.md": "docs/index.md"}
"""Files whose place on the site another page takes."""
LINK = re.compile(r"(?P<text>\[[^\[\]]*\])\((?P<to>[^()\s:#]+)(?P<part>#[^()\s]*)?\)")
IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()\s]+\)")
FROM_NETWORK = re.compile(
    r"<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc=[\"']?(?:https?:)?//[^\s\"'>]+"
    r"|<link\b(?=[^>]*\brel=[\"']?(?:stylesheet|preconnect|preload|icon))[^>]*\bhref=[\"']?(?:https?:)?//[^\s\"'>]+"
    r"|(?:@import\s+|url\()[\"']?(?:https?:)?//[^\s\"')]+"
)
"""What a page or a style sheet loads from elsewhere."""
FENCE = re.compile(r"(?ms)^ {0,6}(?P<fence>`{3,})[^`\n]*\n.*?^ {0,6}(?P=fence) *$")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take in the pages that lie elsewhere, and the one that is made."""
    for source, name in ELSEWHERE.items():
        if (ROOT / source).exists():
            files.append(File.generated(config, name, abs_src_path=str(ROOT / source)))
    files.append(File.generated(config, settings_page.PLACE.removeprefix("docs/"), content=settings_page.page()))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Lead the links of a page."""
    return led(markdown, page.file.src_uri)


def on_post_build(config: MkDocsConfig) -> None:
    """Fail for a site that loads something from the network when it is read."""
    for file in sorted(Path(config.site_dir).rglob("*")):
        if file.suffix in {".html", ".css"} and (found := FROM_NETWORK.search(file.read_text("utf-8"))):
            raise PluginError(f"{file.name} loads from the network: {found[0]}")


def led(markdown: str, name: str) -> str:
    """Return a page's text with its links as they have to be on the site; code is left as it is."""
    source = _source(name)
    parts, last = [], 0
    for fence in FENCE.finditer(markdown):
        parts += [LINK.sub(lambda link: _led(link, source), markdown[last : fence.start()]), fence[0]]
        last = fence.end()
    return "".join([*parts, LINK.sub(lambda link: _led(link, source), markdown[last:])])


def _source(name: str) -> PurePosixPath:
    """Return where a page of the site lies in the repository."""
    return PurePosixPath(next((s for s, there in ELSEWHERE.items() if there == name), f"docs/{name}"))


def _led(link: re.Match[str], source: PurePosixPath) -> str:
    target = os.path.normpath(source.parent / link["to"])
    target = HOME.get(target, target)
    if target.startswith("docs/") and ((ROOT / target).is_file() or target == settings_page.PLACE):
        target = target.removeprefix("docs/")
    elif target in ELSEWHERE and (ROOT / target).is_file():
        target = ELSEWHERE[target]
    elif (ROOT / target).exists():
        return f"{link['text'][1:-1]} (`{target}`)" if link["text"][1:-1] != target else f"`{target}`"
    return f"{link['text']}({target}{link['part'] or ''})"
