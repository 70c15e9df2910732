"""Reads e-mails (.eml): subject as title, date, sender as source, and the text; HTML goes through the reader of web pages."""
from __future__ import annotations

from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from email.policy import default
from email.utils import parseaddr

from kg.errors import UnreadableInput
from kg.model import Metadata
from kg.readers.text import check_text, decode_text
from kg.readers.web import read_web


def read_mail(data: bytes) -> tuple[str, Metadata]:
    """The text of a mail under its subject, with its day and its sender; attachments are not read.

    Raises:
        UnreadableInput: it is no mail, or has no text.
    """
    try:
        message = message_from_bytes(data, policy=default)
        subject = " ".join(str(message["subject"] or "").split())
        sender = parseaddr(str(message["from"] or ""))
        sent = message["date"].datetime if message["date"] else None
        part = message.get_body(("plain", "html"))
    except (MessageError, ValueError, TypeError, AttributeError, IndexError, KeyError, LookupError, RecursionError) as error:
        raise UnreadableInput(f"is no mail that can be read ({error}); save its text alone") from error
    if part is None:
        raise UnreadableInput("is a mail without text; save what is attached to it as files of its own")
    text, told = _read_part(part)
    head = f"# {subject}\n\n" if subject and subject not in text[:2 * len(subject) + 40] else ""
    return check_text(head + text), Metadata(sent.date() if sent else told.date, sender[0] or sender[1] or told.source)


def _read_part(part: Message) -> tuple[str, Metadata]:
    """The text of one part in its own encoding, else in the one that gives Chinese."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        raise UnreadableInput("is a mail without text; save its text alone")
    if part.get_content_type() == "text/html":
        return read_web(data)
    return decode_text(data), Metadata()
