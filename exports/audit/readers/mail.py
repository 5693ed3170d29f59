"""Mail: the subject and other headings, and every part of the message as a file."""

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from exports.audit.content import Content, Text

_KINDS = {"text/plain": ".txt", "text/html": ".html", "text/csv": ".csv"}
_READ = ("subject", "from", "to", "cc", "comments", "keywords")


def read(name: str, data: bytes) -> Content:
    """The headings that a reader writes."""
    told = ((key, _message(data).get(key)) for key in _READ)
    return Content(texts=tuple(Text(f"{name}, {key}", str(words)) for key, words in told if words))


def parts(data: bytes) -> list[tuple[str, bytes]]:
    """The texts and attachments inside, by name."""
    inside = [part for part in _message(data).walk() if not part.is_multipart()]
    payloads = ((_name(part), part.get_payload(decode=True)) for part in inside)
    return [(name, payload) for name, payload in payloads if isinstance(payload, bytes)]


def _name(part: EmailMessage) -> str:
    return part.get_filename() or f"deel{_KINDS.get(part.get_content_type(), '.bin')}"


def _message(data: bytes) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(data)
