"""The parameters of a request, whichever way they came: JSON, form, multipart or in the address."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from tests.chat.rules import bad

if TYPE_CHECKING:
    from tests.server.people import Json


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    content: bytes


@dataclass
class Parameters:
    """Values by name; those of forms are texts, which Telegram reads as what is wanted."""

    values: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return str(self.values.get(name, ""))

    def integer(self, name: str, default: int = 0) -> int:
        value = self.values.get(name, default)
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad(f"invalid {name} specified") from None

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "1", "yes"}

    def structure(self, name: str) -> Any:
        """A list or object, None without one."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise bad(f"can't parse {name} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """A file given under a name, or by `attach://other name`."""
        return self.uploads.get(self.text(name).removeprefix("attach://")) or self.uploads.get(name)


def read_parameters(query: str, content_type: str, body: bytes) -> Parameters:
    """The parameters of a request; refuses a body that cannot be read."""
    parameters = Parameters(dict(parse_qsl(query, keep_blank_values=True)))
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        parameters.values |= _read_json(body)
    elif kind == "application/x-www-form-urlencoded":
        parameters.values |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    elif kind == "multipart/form-data":
        _read_parts(parameters, content_type, body)
    return parameters


def _read_json(body: bytes) -> Json:
    try:
        read = json.loads(body or b"{}")
    except ValueError:
        read = None
    if not isinstance(read, dict):
        raise bad("can't parse request body as JSON object")
    return read


def _read_parts(parameters: Parameters, content_type: str, body: bytes) -> None:
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    for part in message_from_bytes(head + body, EmailMessage, policy=policy.HTTP).iter_parts():
        name, content = (
            str(part.get_param("name", header="content-disposition")),
            part.get_payload(decode=True),
        )
        if not isinstance(content, bytes):
            raise bad("can't parse a part of the request")
        file_name = part.get_filename()
        if file_name is None:
            parameters.values[name] = content.decode()
        else:
            parameters.uploads[name] = Upload(file_name, content)
