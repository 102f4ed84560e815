"""Components as messages show them: numbered, and with what Discord fills in."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from bot.standin.wire import Json, bare

if TYPE_CHECKING:
    from collections.abc import Iterator

ROW, BUTTON, STRING_SELECT, SECTION, THUMBNAIL = 1, 2, 3, 9, 11
GALLERY, FILE, SEPARATOR, CONTAINER, LABEL = 12, 13, 14, 17, 18
SELECTS = (3, 5, 6, 7, 8)
NESTED = ("components", "accessory", "component")


def each(components: Any) -> Iterator[Json]:
    """Return every component, those within others included, in the order they are read."""
    for component in components or ():
        yield component
        for name in NESTED:
            inner = component.get(name)
            yield from each([inner] if isinstance(inner, dict) else inner)


def shown(components: list[Json]) -> list[Json]:
    """Return components as a message shows them; those without an id get the next free number from 1."""
    taken = {component["id"] for component in each(components) if component.get("id")}
    free = (number for number in count(1) if number not in taken)
    return [_shown(component, free) for component in bare(components)]


def _shown(component: Json, free: Iterator[int]) -> Json:
    made = dict(component)
    made["id"] = component.get("id") or next(free)
    if "components" in made:
        made["components"] = [_shown(inner, free) for inner in made["components"]]
    for name in ("accessory", "component"):
        if name in made:
            made[name] = _shown(made[name], free)
    return {**_defaults(made), **made, **_unfurled(made)}


def _defaults(component: Json) -> Json:
    type_ = component["type"]
    if type_ in SELECTS:
        return {"min_values": 1, "max_values": 1}
    if type_ == CONTAINER:
        return {"accent_color": None, "spoiler": False}
    if type_ == SEPARATOR:
        return {"spacing": 1, "divider": True}
    if type_ in (THUMBNAIL, FILE):
        return {"description": None, "spoiler": False} if type_ == THUMBNAIL else {"spoiler": False}
    return {}


def _unfurled(component: Json) -> Json:
    if component["type"] == THUMBNAIL:
        return {"media": media(component["media"], component["id"])}
    if component["type"] == FILE:
        return {"file": media(component["file"], component["id"])}
    if component["type"] == GALLERY:
        extra = {"description": None, "spoiler": False}
        return {
            "items": [
                {**extra, **item, "media": media(item["media"], component["id"])}
                for item in component["items"]
            ]
        }
    return {}


def media(given: Json, id_: int) -> Json:
    """Return a picture or file as Discord shows it after looking it up."""
    url = given["url"]
    return {"id": str(id_), "url": url, "proxy_url": url, "width": None, "height": None, "content_type": None}


def texts(message: Json) -> Iterator[str]:
    """Return all the text of a message in which a mention would count: its content and its text displays."""
    yield message.get("content") or ""
    for component in each(message.get("components")):
        if component["type"] == 10:
            yield component["content"]
