"""Broken and hostile files, each with what must become of it: a pattern of the line that is said, or None where it is read."""
from __future__ import annotations

import io
import random
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage

import docx
from typeset_pdf import FONT, new_canvas

SENTENCE = "海州省数据局6月1日印发《海州省数据管理办法》，自2025年7月1日起施行。"


def pdf(draw: Callable[[object], None] | None = None, **options: object) -> bytes:
    """A PDF of one page."""
    buffer, canvas = new_canvas(**options)
    canvas.setFont(FONT, 12)
    if draw:
        draw(canvas)
    else:
        canvas.drawString(50, 800, SENTENCE)
    canvas.save()
    return buffer.getvalue()


def raw_pdf(*objects: str, streams: dict[int, bytes] | None = None) -> bytes:
    """A PDF of the given objects, numbered from 1, without cross-reference table, as damaged files are."""
    parts = [b"%PDF-1.7\n"]
    for number, text in enumerate(objects, 1):
        stream = (streams or {}).get(number)
        body = text.encode() if stream is None else text.encode() + b"\nstream\n" + stream + b"\nendstream"
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    return b"".join(parts) + b"trailer <</Root 1 0 R /Size %d>>\n%%%%EOF\n" % (len(objects) + 1)


def scattered(canvas: object) -> None:
    places = random.Random(1)
    for _ in range(3000):
        canvas.drawString(places.randrange(800), places.randrange(1100), "政策的" if places.random() < 0.1 else "的")


def enormous(canvas: object) -> None:
    canvas.drawString(50, 800, SENTENCE)
    canvas.setFont(FONT, 1e7)
    canvas.drawString(1e9, -1e9, "的")
    canvas.setFont(FONT, 1e-7)
    canvas.drawString(0, 0, "的")


def word(change: Callable[[str], str] | None = None, name: str = "word/document.xml", more: dict[str, bytes] | None = None) -> bytes:
    """A Word document, one part of which is changed."""
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    saved, changed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info.filename, change(data.decode()).encode() if change and info.filename == name else data)
        for path, data in (more or {}).items():
            new.writestr(path, data)
    return changed.getvalue()


LAUGHS = "<!DOCTYPE d [<!ENTITY a '政'>" + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)) + "]>"


def laughing(text: str) -> str:
    head, _, rest = text.partition("?>")
    return f"{head}?>{LAUGHS}{rest.replace(SENTENCE, '&i;')}"


def outside(text: str) -> str:
    head, _, rest = text.partition("?>")
    return f"{head}?><!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{rest.replace(SENTENCE, '&x;')}"


def nested(text: str) -> str:
    return text.replace("<w:body>", "<w:body>" + "<w:tbl><w:tr><w:tc>" * 400 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 400)


def page(body: str, head: str = '<meta charset="utf-8"><title>海州省印发办法</title>') -> bytes:
    """A web page."""
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>".encode("utf-8", "surrogatepass")


def mail(
    *, headers: str = "Subject: =?utf-8?b?5Yqe5rOV?=\nFrom: a@example.org\n", body: bytes = SENTENCE.encode(), kind: str = "text/plain; charset=utf-8",
) -> bytes:
    """An e-mail."""
    return f"{headers}MIME-Version: 1.0\nContent-Type: {kind}\n\n".encode() + body


def matryoshka(depth: int) -> bytes:
    """A mail in a mail in a mail …"""
    inner = mail()
    for level in range(depth):
        inner = mail(kind=f'multipart/mixed; boundary="b{level}"', body=f"--b{level}\n".encode() + inner + f"\n--b{level}--\n".encode())
    return inner


def attached() -> bytes:
    message = EmailMessage()
    message["Subject"] = "附件"
    message.add_attachment(b"MZ", maintype="application", subtype="x-msdownload", filename="../../办法.exe")
    return message.as_bytes()


def archive(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of the given files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, data in members:
            file.writestr(zipfile.ZipInfo(name), data, method)
    return buffer.getvalue()


def forged(data: bytes, **fields: int) -> bytes:
    """An archive whose table of contents lies: ``flags``, ``method`` or ``size`` of the first file."""
    at = data.index(b"PK\x01\x02")
    places = {"flags": (8, "<H"), "method": (10, "<H"), "size": (24, "<I")}
    changed = bytearray(data)
    for field, value in fields.items():
        offset, form = places[field]
        struct.pack_into(form, changed, at + offset, value)
    if "flags" in fields:
        struct.pack_into("<H", changed, 6, fields["flags"])
    if "method" in fields:
        struct.pack_into("<H", changed, 8, fields["method"])
    return bytes(changed)


def linked() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(info, "/etc/passwd")
    return buffer.getvalue()


def flood() -> bytes:
    """An archive of 40 kB that claims 4.5 GB."""
    data = archive(*((f"{number}.txt", b"") for number in range(300)))
    changed = bytearray(data)
    at = changed.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", changed, at + 24, 15_000_000)
        at = changed.find(b"PK\x01\x02", at + 4)
    return bytes(changed)


def text(body: str) -> bytes:
    return f"{SENTENCE}\n{body}\n{SENTENCE}\n".encode("utf-8", "surrogatepass")


LONG = 90_000
PDF_FILES = {
    "pdf truncated": (pdf()[:1500], "scan|no PDF"),
    "pdf cut after its header": (pdf()[:20], "no PDF"),
    "pdf encrypted": (pdf(encrypt="secret"), "encrypted; save it without a password"),
    "pdf without text": (pdf(lambda canvas: canvas.rect(1, 1, 99, 99)), "scan without a text layer"),
    "pdf of garbage": (b"%PDF-1.4\n" + random.Random(2).randbytes(5000), "no PDF"),
    "pdf without pages": (raw_pdf("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 0>>"), "scan|no PDF"),
    "pdf of pages within themselves": (raw_pdf("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [2 0 R 2 0 R] /Count 9>>"), "scan|no PDF"),
    "pdf that claims many pages": (raw_pdf("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 2000000000>>"), "scan|no PDF|pages"),
    "pdf with a bomb of a page": (raw_pdf(
        "<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>", "<</Type /Page /Parent 2 0 R /Contents 4 0 R>>",
        "<</Filter /FlateDecode /Length 48000>>", streams={4: zlib.compress(b" " * 40_000_000)}), "scan"),
    "pdf of scattered letters": (pdf(scattered), None),
    "pdf of enormous and tiny type": (pdf(enormous), None),
    "pdf that is text": (SENTENCE.encode(), "no PDF"),
    "pdf that is empty": (b"", "no PDF"),
}
WORD_FILES = {
    "docx with a billion laughs": (word(laughing), "XML entities"),
    "docx with an entity from outside": (word(outside), "XML entities"),
    "docx with a bomb": (word(more={f"word/media/{n}.png": bytes(25_000_000) for n in range(9)}), "would unpack to 22"),
    "docx of tables within tables": (word(nested), "no Word document that can be read"),
    "docx truncated": (word()[:3000], "no Word document"),
    "docx that is text": (SENTENCE.encode(), "no Word document"),
    "docx that is another archive": (archive(("a.txt", b"x")), "no Word document"),
    "docx that is an old doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "older Word document"),
    "docx with broken XML": (word(lambda text: text.replace("</w:body>", "")), "no Word document"),
    "docx with parts that lead out": (word(more={"../../evil.xml": b"<x/>"}), None),
    "docx without text": (word(lambda text: text.replace(SENTENCE, "")), "no Chinese text|empty"),
}
WEB_FILES = {
    "html nested deep": (page("<div>" * 100_000 + SENTENCE), "nests its tags 100,0"),
    "html nested somewhat": (page("<div>" * 50 + f"<p>{SENTENCE * 3}</p>" + "</div>" * 50), None),
    "html of open paragraphs": (page(f"<p>{SENTENCE}" * 300 + "<p>" * 20_000), None),
    "html of broken tags": (page(f"<p>{SENTENCE * 4}</p>" + "<a <b <c " * 20_000), "nests its tags"),
    "html of a script": (page(f"<script>{SENTENCE}</script>"), "no main text"),
    "html with a long attribute": (page(f"<p title='{'国' * 1_000_000}'>{SENTENCE * 4}</p>"), None),
    "html of references": (page(f"<p>{SENTENCE * 4}</p><p>" + "&#x7684;" * 20_000 + "</p>"), None),
    "html with surrogate references": (page(f"<p>{SENTENCE * 4}&#xD800;&#xDFFF;&#x110000;&#0;</p>"), None),
    "html with an unknown encoding": (page(f"<p>{SENTENCE * 4}</p>", '<meta charset="x-none">'), None),
    "html with the wrong encoding": (page(f"<p>{SENTENCE * 4}</p>", '<meta charset="shift_jis">'), None),
    "html with a codec of Python": (page(f"<p>{SENTENCE * 4}</p>", '<meta charset="zlib">'), None),
    "html with an entity from outside": (b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page(f"<p>{SENTENCE * 4}&x;</p>"), None),
    "html of links": (page("<a href='x'>的</a>" * 20_000), "no main text|None"),
    "html that is empty": (b"  ", "is empty"),
    "html with NULs": (page(f"<p>{SENTENCE * 4}\x00</p>"), None),
}
MAIL_FILES = {
    "mail in a mail in a mail": (matryoshka(150), "no mail|without text|recursion|None"),
    "mail of broken base64": (
        mail(headers="Subject: x\nContent-Transfer-Encoding: base64\n", body=b"5rW35bee!!!=5byg5bee"), "no readable|no Chinese|no whole|no text|None"),
    "mail in an unknown encoding": (mail(kind="text/plain; charset=x-none"), None),
    "mail without headers": (b"\n" + SENTENCE.encode(), None),
    "mail with an endless header": (mail(headers=f"Subject: {'x' * 500_000}\n"), "line of 500,0"),
    "mail with lines in its subject": (mail(headers="Subject: =?utf-8?q?a=0AFrom:_evil=0A=23?=\nFrom: a@example.org\n"), None),
    "mail of no day": (mail(headers="Subject: x\nDate: Tue, 99 Foo 20255 99:99\nFrom: <<>>,;\n"), None),
    "mail of an attachment": (attached(), "without text"),
    "mail that is empty": (b"", "without text|is empty|no Chinese"),
}
ZIP_FILES = {
    "zip that leads up": (archive(("../../evil.txt", SENTENCE.encode())), "leads out of the archive"),
    "zip that leads to the root": (archive(("/tmp/evil.txt", SENTENCE.encode())), "leads out of the archive"),
    "zip that leads to a drive": (archive(("C:evil.txt", SENTENCE.encode())), "leads out of the archive"),
    "zip with control characters in a name": (archive(("a\x1b[31m\n.txt", SENTENCE.encode())), "leads out of the archive"),
    "zip encrypted": (forged(archive(("a.txt", SENTENCE.encode())), flags=1), "encrypted; unpack it"),
    "zip that floods": (flood(), "would unpack to 300 files of 4,500,000,000"),
    "zip of a bomb": (archive(("a.txt", bytes(40_000_000))), "larger than 32 MB"),
    "zip in a zip": (archive(("a.zip", archive(("b.txt", SENTENCE.encode())))), "archive in an archive"),
    "zip of a link": (linked(), "symbolic link"),
    "zip with a name twice": (forged(archive(("a.txt", SENTENCE.encode()), ("a.txt", b"x"))), "stands twice"),
    "zip of pictures": (archive(("a.jpg", b"x")), "no file of a known kind"),
    "zip truncated": (archive(("a.txt", SENTENCE.encode()))[:60], "no zip archive"),
    "zip with a wrong sum": (archive(("a.txt", SENTENCE.encode()), method=0).replace(SENTENCE.encode(), SENTENCE.replace("印", "颁").encode(), 1), "damaged"),
    "zip by an unknown method": (forged(archive(("a.txt", SENTENCE.encode())), method=77), "damaged"),
    "zip that claims less": (forged(archive(("a.txt", SENTENCE.encode() * 99)), size=5), "damaged|no Chinese|no whole|None"),
    "zip of many": (archive(*((f"{n}.jpg", b"x") for n in range(5000)), ("a.txt", SENTENCE.encode())), None),
    "zip that is text": (SENTENCE.encode(), "no zip archive"),
}
TEXT_FILES = {
    "txt of one long line": (("国家的" * 1_000_000).encode(), "line of 3,000,000"),
    "txt of NULs": (bytes(5000), "NUL bytes"),
    "txt with a NUL": (text("国\x00家"), "NUL bytes"),
    "txt with private-use characters": (text("\ue000\uf8ff\U000f0000\U0010fffd"), None),
    "txt with bidirectional characters": (text("\u202e局据数省州海\u202c\u2066\u2069\u200f印发\u200b通知\ufeff。"), None),
    "txt with lone surrogates": (text("海州\ud800省\udfff"), "no whole text|readable"),
    "txt of round brackets": (text("（" * LONG), None),
    "txt of brackets in pairs": (text("（《“" * (LONG // 3) + "”》）" * 3), None),
    "txt of titles": (text("《国》" * (LONG // 3)), None),
    "txt of quotation marks": (text("“" * LONG), None),
    "txt of digits": (text("1" * LONG), None),
    "txt of digits and commas": (text("1,234." * (LONG // 6)), None),
    "txt of years": (text("2025年" * (LONG // 5)), None),
    "txt of places": (text("北京市海淀区的" * (LONG // 7)), None),
    "txt of agencies": (text("国家医保局、" * (LONG // 6)), None),
    "txt of people": (text("局长李明的" * (LONG // 5)), None),
    "txt of spaces": (text("国" + " " * (LONG - 1)), None),
    "txt of Latin words": (text("a " * (LONG // 2)), None),
    "txt of stars": (text("**" * (LONG // 2)), None),
    "txt of hashes": (text("# " * (LONG // 2)), None),
    "txt of combining marks": (text("e" + "\u0301" * LONG), None),
    "txt of line breaks": (text("\n" * 1_000_000), None),
    "txt of short lines": (text("国\n" * 10_000), None),
    "txt of headings": (text("# 海州省印发办法\n" * 3000), None),
    "txt of control characters": (b"\x01\x02\x03" * 900 + SENTENCE.encode(), "control characters"),
    "txt of a mark alone": (b"\xef\xbb\xbf", "empty|no Chinese"),
    "txt of UTF-16 cut in half": (SENTENCE.encode("utf-16")[:-1], "no whole text"),
    "txt that is a picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "NUL bytes"),
}
FILES = {**PDF_FILES, **WORD_FILES, **WEB_FILES, **MAIL_FILES, **ZIP_FILES, **TEXT_FILES}
SUFFIXES = {"pdf": ".pdf", "docx": ".docx", "html": ".html", "mail": ".eml", "zip": ".zip", "txt": ".txt"}
