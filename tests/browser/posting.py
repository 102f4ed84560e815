"""Messages as a bot sends and edits them, with files too, and put into the world past every check."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from bot.standin import StandIn

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f0005000"
    "1ff89993d1d0000000049454e44ae426082"
)
HEADERS = {"Authorization": "Bot a-token"}


async def send(standin: StandIn, body: dict[str, Any], **files: str) -> None:
    """Post a message with files, each given as its name (two underscores for the dot) and its type."""
    form = aiohttp.FormData()
    form.add_field("payload_json", json.dumps(body))
    for place, (name, type_) in enumerate(files.items()):
        form.add_field(f"files[{place}]", PIXEL, filename=name.replace("__", "."), content_type=type_)
    given: dict[str, Any] = {"data": form} if files else {"json": body}
    url = f"{standin.api_base}/channels/{standin.channel('quiz-night')}/messages"
    async with aiohttp.ClientSession(headers=HEADERS) as session, session.post(url, **given) as sent:
        assert sent.status == 200, await sent.text()


async def edit(standin: StandIn, message_id: str, body: dict[str, Any]) -> None:
    """Edit a message as the bot."""
    url = f"{standin.api_base}/channels/{standin.channel('quiz-night')}/messages/{message_id}"
    async with aiohttp.ClientSession(headers=HEADERS) as session:
        (await session.patch(url, json=body)).raise_for_status()


def put(standin: StandIn, message: dict[str, Any]) -> str:
    """Return the id of a message of the bot that was put into the world past every check."""
    place = {"id": standin.world.ids.new(), "channel_id": str(standin.channel("quiz-night")), "flags": 0}
    author = {"id": standin.world.bot_id, "username": "marquee", "bot": True}
    whole = {"author": author, "content": "", "embeds": [], "components": [], "attachments": []}
    return str(standin.world.keep("messages", {**place, **whole, **message})["id"])
