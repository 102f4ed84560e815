"""Bodies of requests: JSON, or a form that carries files beside it."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any, NamedTuple

from aiohttp import BodyPartReader, web

from bot.standin.errors import INVALID_JSON, ApiError
from bot.standin.wire import Json, loads

if TYPE_CHECKING:
    from bot.standin.world import World


class File(NamedTuple):
    """A file that came with a request."""

    name: str
    type: str
    content: bytes


async def read_body(request: web.Request) -> tuple[Any, list[File]]:
    """Return a request's JSON body, or None, and the files beside it; `ApiError` 50109 when it is no JSON."""
    if not request.can_read_body:
        return None, []
    try:
        if request.content_type == "multipart/form-data":
            return await _read_form(request)
        return loads(await request.read()), []
    except (ValueError, ConnectionError, web.RequestPayloadError):
        # No JSON, or a bot that died while it was speaking.
        raise ApiError(*INVALID_JSON) from None


def keep_files(world: World, body: Json, files: list[File], base_url: str) -> None:
    """Put files into the world and what messages say of them into the body, for `attachment://` to find."""
    holder = body["data"] if isinstance(body.get("data"), dict) else body
    holder.pop("files", None)
    if not files:
        return
    urls = {}
    shown = []
    for file in files:
        id_ = world.ids.new()
        world.keep("files", {"id": id_, "type": file.type, "base64": b64encode(file.content).decode()})
        url = urls[f"attachment://{file.name}"] = f"{base_url}/media/{id_}/{file.name}"
        about = {"url": url, "proxy_url": url, "content_type": file.type, "size": len(file.content)}
        shown.append({"id": id_, "filename": file.name, **about})
    for name in ("embeds", "components"):
        if name in holder:
            holder[name] = _linked(holder[name], urls)
    holder["files"] = shown


async def _read_form(request: web.Request) -> tuple[Any, list[File]]:
    body: Any = {}
    files = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        content = bytes(await part.read())
        if part.name == "payload_json":
            body = loads(content)
        else:
            type_ = part.headers.get("Content-Type", "application/octet-stream")
            files.append(File(part.filename or "file", type_, content))
    return body, files


def _linked(value: Any, urls: dict[str, str]) -> Any:
    if isinstance(value, str):
        return urls.get(value, value)
    if isinstance(value, list):
        return [_linked(member, urls) for member in value]
    if isinstance(value, dict):
        return {key: _linked(member, urls) for key, member in value.items()}
    return value
