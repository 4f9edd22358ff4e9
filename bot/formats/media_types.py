"""What a document is: by what is said of it, by how it starts, by the ending of its name.

Rule of this module: what somebody says of a document counts where it says something; it is looked at only where not.
"""

import re
from pathlib import PurePath

HTML, PLAIN, MARKDOWN, PDF, MAIL = "text/html", "text/plain", "text/markdown", "application/pdf", "message/rfc822"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SLACK = "application/vnd.slack-docs"

SUFFIXES = {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".txt": PLAIN,
    ".pdf": PDF,
    ".docx": DOCX,
    ".eml": MAIL,
}
"""File name endings and the media types they stand for."""

ALIASES = {
    "application/xhtml+xml": HTML,
    "text/x-markdown": MARKDOWN,
    "text/x-web-markdown": MARKDOWN,
    "application/x-pdf": PDF,
}
"""Other names of the same types."""

UNTOLD = frozenset(
    {
        "",
        "application/octet-stream",
        "binary/octet-stream",
        "application/force-download",
        "application/x-download",
        "application/zip",
        "application/x-zip-compressed",
    }
)
"""What is said of a document where nothing is known of it; a Word document is a zip file."""

_PAGE = re.compile(
    rb"(?:\s|\xef\xbb\xbf|<!--(?:(?!-->).){0,2000}+-->|<\?xml(?:(?!\?>).){0,200}+\?>)*+<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE | re.ASCII)
_SNIFFED = 8_000
_ZIP = b"PK\x03\x04"
_WORD = b"word/document.xml"
"""The part of a zip file that makes it a Word document; names of parts are never packed."""


def media_type_of(origin: str, content: bytes) -> str:
    """Return a document's media type: by how it starts (PDF, HTML, Word), else by its name's ending, else plain."""
    ending = PurePath(origin.partition("?")[0]).suffix.lower()
    if content.startswith(b"%PDF-"):
        return PDF
    if _PAGE.match(content[:_SNIFFED]):
        return HTML
    if content.startswith(_ZIP) and _WORD in content:
        return DOCX
    return SUFFIXES.get(ending, PLAIN)


def told(media_type: str) -> str:
    """Return what a media type says, without its parameters and by the one name that it has here."""
    name = media_type.partition(";")[0].strip().lower()
    return ALIASES.get(name, name)


def charset_of(media_type: str) -> str:
    """Return the encoding that a media type names as a parameter; "" where it names none."""
    found = _CHARSET.search(media_type)
    return found[1].lower() if found else ""


def with_charset(media_type: str, charset: str) -> str:
    """Return a media type that names an encoding, where there is one to name."""
    return f"{media_type}; charset={charset}" if charset else media_type


def fetched_type(declared: str, name: str, content: bytes) -> str:
    """Return the media type of what a server has sent: plain text is also said of what it does not know."""
    media_type = told(declared)
    if media_type in UNTOLD or media_type == PLAIN:
        media_type = media_type_of(name, content)
    return with_charset(media_type, charset_of(declared))
