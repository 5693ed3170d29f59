"""Mail: the subject and other headings, and every part of the message as a file."""

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from exports.audit.content import Content, Text

_KINDS = {"text/plain": ".txt", "text/html": ".html", "text/csv": ".csv"}
_WRITTEN = ("subject", "from", "to", "cc", "comments", "keywords")  # by who sends
_NEXT = re.compile(rb"^From .*\n", re.MULTILINE)  # begins each message in a file of more (mbox)


def read(name: str, data: bytes) -> Content:
    """The headings; in those of programs only what is said of residents counts."""
    told = [heading for message in _messages(data) for heading in message.items()]
    return Content(
        texts=tuple(
            Text(f"{name}, {key}", str(words), scale=key.lower() not in _WRITTEN)
            for key, words in told
        )
    )


def parts(data: bytes) -> list[tuple[str, bytes]]:
    """The texts and attachments inside, by name."""
    walked = (part for message in _messages(data) for part in message.walk())
    inside = [part for part in walked if not part.is_multipart()]
    payloads = ((_name(part), part.get_payload(decode=True)) for part in inside)
    return [(name, payload) for name, payload in payloads if isinstance(payload, bytes)]


def _name(part: EmailMessage) -> str:
    return part.get_filename() or f"deel{_KINDS.get(part.get_content_type(), '.bin')}"


def _messages(data: bytes) -> list[EmailMessage]:
    parser = BytesParser(policy=policy.default)
    return [parser.parsebytes(one) for one in _NEXT.split(data) if one.strip()]
