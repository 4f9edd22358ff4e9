"""Small documents of every format, and what happens to documents: cut, doubled, spliced, bits turned over.

Rule of this module: the same seed makes the same document.
"""

import io
import json
import random
import zipfile
from collections.abc import Sequence

import docx

from bot.formats.media_types import DOCX, HTML, MAIL, MARKDOWN, PDF, PLAIN, SLACK
from bot.model import Document

MOST = 4
"""Changes to one document."""

LINES = (
    "Rat baut Steg",
    "Der Rat von Dunau hat am Montag den Bau eines Steges beschlossen.",
    "„Die Brücke ist zu schmal“, sagte Bürgermeisterin Ute Groß nach der Sitzung.",
    "Nach Angaben der Stadt kostet der Steg 1,2 Millionen Euro (ein Gutachten vom 3. Mai).",
    "The council's engineer, Tom Reed, said that work would begin in June.",
)

_TOKENS = (
    b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?", b"?>", b"<!DOCTYPE html>", b"<html>", b"<body>",
    b"<div>" * 300, b"</div>" * 50, b"<table><tr><td>", b"<blockquote>" * 40, b"<p class='paywall'>", b"<script>",
    b"<noscript>", b"<svg>", b"<math>", b"<iframe>", b"<template>", b"<p ", b"='\"", b"&#xD800;", b"&#0;",
    b"&#x110000;", b"&amp" * 30, b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80",
    b"\xf4\x90\x80\x80", b"\xe2\x80\xae", b"%PDF-1.7", b"PK\x03\x04", b"endobj", b"endstream", b"stream\r\n",
    b"trailer", b"startxref\n0\n%%EOF", b"xref\n0 9999999", b"/Length -1", b"/Length 999999999", b"/Count 2147483648",
    b"/Kids [2 0 R 2 0 R]", b"/Parent 2 0 R", b"2 0 R", b"/FlateDecode", b"/ASCII85Decode", b"/LZWDecode",
    b"/Filter [/FlateDecode /FlateDecode]", b"<<" * 200, b"[" * 400, b"(" * 300, b"BT ET",
    b"Content-Type: multipart/mixed; boundary=a\n\n--a\n", b"Content-Transfer-Encoding: base64\n", b"charset=utf-7",
    b"charset=\xff", b"=?utf-8?b?////?=", b"=?x?q?=C3?=", b'From: "', b"Date: Mon, 99 Foo 99999 99:99:99 +9999\n",
    b"--a--\n", b"=\n", b"=ZZ", b"```", b"> " * 100, b"* " * 100, b"[a](", b"![", b"|---|", b"---\n", b"    " * 20,
    b"#" * 9, b"\\", b"_*" * 60, b"{", b"}", b'"text":', b"null", b"\\ud800", b"1e999", b"-", b"\r", b"\x0b\x0c",
    b"\xc2\xad", b" " * 2_000, b"\n" * 500, b"9" * 400, "„“»«›‹’".encode() * 20, "\u202e\u200b\u2060".encode(),
    b"a" * 5_000, b"." * 3_000, b'"' * 500,
)  # fmt: skip


def pdf(*pages: Sequence[str]) -> bytes:
    """Return a PDF with these lines on its pages."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, lines in enumerate(pages):
        drawn = "BT /F1 11 Tf 14 TL 60 760 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{value}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def word() -> bytes:
    """Return a Word document with a title, paragraphs, a heading and a table."""
    document = docx.Document()
    document.add_paragraph(LINES[0], style="Title")
    for line in LINES[1:]:
        document.add_paragraph(line)
    document.add_heading("Kosten", 1)
    document.add_table(2, 2).rows[0].cells[0].text = LINES[3]
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


_PAGE = (
    '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Rat baut Steg | Dunauer Bote</title>'
    '<link rel="canonical" href="https://dunau.example/steg"><meta property="og:title" content="Rat baut Steg">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": true}</script></head><body>'
    f"<nav><a href=/>Start</a></nav><article><h1>{LINES[0]}</h1><p class=lead>{LINES[1]}</p><p>{LINES[2]}</p>"
    f"<blockquote><p>{LINES[2]}</p><cite>Ute Groß</cite></blockquote><h2>Kosten</h2><ul><li>{LINES[3]}</li></ul>"
    f"<table><tr><td>Ort</td><td>Dunau</td></tr><tr><td>Euro</td><td>12</td></tr></table><p><b>{LINES[4]}</b></p>"
    "</article><footer>Impressum</footer><noscript>Bitte JavaScript einschalten</noscript></body></html>"
)
_MAIL = (
    "From: Presse Dunau <presse@dunau.example>\nSubject: =?utf-8?Q?Br=C3=BCcke?=\nDate: Mon, 3 Nov 2031 09:12:00 +0100"
    '\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n'
    "--b\nContent-Type: text/plain; charset=utf-8\n"
    "Content-Transfer-Encoding: quoted-printable\n\nDie Br=C3=BCcke ist zu. Das sagte=\n Ute Grau.\n-- \nPresse\n--b\n"
    f"Content-Type: text/html; charset=utf-8\n\n{_PAGE}\n--b--\n"
)
_MARKED = (
    f"---\ntitle: {LINES[0]}\ndate: 2031-05-03\nurl: https://dunau.example/steg\n---\n"
    f"# {LINES[0]}\n\n{LINES[1]} **Fett** "
    f"[Link](https://dunau.example)\n\n> {LINES[2]}\n\n## Kosten\n\n* {LINES[3]}\n* {LINES[4]}\n\n"
    "| a | b |\n|---|---|\n| c | d |\n"
)
_POST = json.dumps({"title": LINES[0], "root": {"children": [{"type": "p", "text": line} for line in LINES[1:]]}})


def originals() -> tuple[Document, ...]:
    """Return a document of each format."""
    drawn = [line.replace("„", '"').replace("“", '"').replace("(", "").replace(")", "") for line in LINES]
    return (
        Document(_PAGE.encode(), HTML, "steg.html"),
        Document(_PAGE.encode("cp1252", "replace"), f"{HTML}; charset=windows-1252", "https://dunau.example/steg"),
        Document(pdf(drawn, drawn[::-1]), PDF, "steg.pdf"),
        Document(word(), DOCX, "steg.docx"),
        Document(_MAIL.encode(), MAIL, "steg.eml"),
        Document(_MARKED.encode(), MARKDOWN, "steg.md"),
        Document("\n\n".join(LINES).encode(), PLAIN, "steg.txt"),
        Document("\n".join(LINES).encode("utf-16"), PLAIN, "steg.txt"),
        Document(_POST.encode(), SLACK, "steg"),
        Document(_PAGE.encode(), "application/octet-stream", "steg"),
    )


def mutated(seed: int, documents: Sequence[Document]) -> Document:
    """Return one of the documents with something done to it; of a Word document, often to one of its parts."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    document = documents[seed % len(documents)]
    if document.media_type == DOCX and chance.random() < 0.7:
        content = _with_part(document.content, chance)
    else:
        content = document.content
        other = chance.choice(documents).content
        for _ in range(chance.randint(1, MOST)):
            content = _changed(content, other, chance)
    return Document(content, document.media_type, document.origin)


def _with_part(content: bytes, chance: random.Random) -> bytes:
    """Return a zip file with one of its parts changed, and packed anew."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = "word/document.xml" if chance.random() < 0.5 else chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, _changed(part, old.read(chance.choice(names)), chance) if name == chosen else part)
    return file.getvalue()


def _changed(content: bytes, other: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    to = min(len(content), at + int(chance.expovariate(1 / 40)))
    piece = chance.randint(0, len(other))
    flipped = bytes(byte ^ (1 << chance.randrange(8)) if chance.random() < 0.01 else byte for byte in content[at:])
    ways = (
        content[:at],
        content[:at] + content[to:],
        content[:to] + content[at:to] * chance.randint(1, 200) + content[to:],
        content[:at] + bytes(chance.randrange(256) for _ in range(to - at)) + content[to:],
        content[:at] + other[piece : piece + 500] + content[to:],
        content[:at] + flipped,
        content[:at] + chance.choice(_TOKENS) + content[at:],
        content[:at] + chance.choice(_TOKENS) + content[at:],
    )
    return chance.choice(ways)
