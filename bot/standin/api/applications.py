"""The bot itself: its user, its application, its commands and where its gateway is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.standin import shapes
from bot.standin.api.endpoint import Call, Endpoint
from bot.standin.errors import UNKNOWN_APPLICATION, ApiError, Problem
from bot.standin.feed import Event
from bot.standin.limits import command_problems
from bot.standin.rates import Bucket

if TYPE_CHECKING:
    from bot.standin.wire import Json

COMMANDS = Bucket("commands", 5, 20.0, ("application_id",))
ABOUT_BOT = Bucket("about-bot", 30, 30.0)
IDENTIFIES_A_DAY = 1000  # D gateway:507


def own_user(call: Call) -> Json:
    """Return the bot's user."""
    return shapes.own_user(call.stage.world.users[call.stage.world.bot_id])


def application(call: Call) -> Json:
    """Return the bot's application."""
    return shapes.application(call.stage.world)


def gateway(call: Call) -> Json:
    """Return where the gateway is."""
    return {"url": call.gateway_url}


def gateway_bot(call: Call) -> Json:
    """Return where the gateway is, with how many shards, and how often the bot may still identify today."""
    left = max(IDENTIFIES_A_DAY - call.stage.gateway.identified, 0)
    limit = {"total": IDENTIFIES_A_DAY, "remaining": left, "reset_after": 86_400_000, "max_concurrency": 1}
    return {"url": call.gateway_url, "shards": 1, "session_start_limit": limit}


def commands(call: Call) -> list[Json]:
    """Return the bot's global commands."""
    _own(call)
    return list(call.stage.world.commands.values())


def replace_commands(call: Call) -> list[Json]:
    """Return the bot's global commands after replacing them all; the same type and name keep their id."""
    _own(call)
    world = call.stage.world
    before = {(command["type"], command["name"]): command for command in world.commands.values()}
    made = [
        _command(call, body, before.pop((body.get("type") or 1, body["name"]), None)) for body in call.body
    ]
    for gone in before.values():
        world.drop("commands", gone["id"])
    for command in made:
        world.keep("commands", command)
    call.stage.feed.publish(Event("commands", None, {"commands": made}))
    return made


def _own(call: Call) -> None:
    if call.params["application_id"] != call.stage.world.bot_id:
        raise ApiError(*UNKNOWN_APPLICATION)


def _command(call: Call, body: Json, before: Json | None) -> Json:
    allowed = body.get("default_member_permissions")
    made = {
        "application_id": call.stage.world.bot_id,
        "type": body.get("type") or 1,
        "name": body["name"],
        "name_localizations": body.get("name_localizations"),
        "description": body.get("description") or "",
        "description_localizations": body.get("description_localizations"),
        "default_member_permissions": None if allowed is None else str(allowed),
        "contexts": body.get("contexts"),
        "integration_types": body.get("integration_types") or [0],
        "nsfw": bool(body.get("nsfw")),
        "options": [_option(option) for option in body.get("options") or ()],
    }
    if before and all(before.get(key) == value for key, value in made.items()):
        return before
    return {
        **made,
        "id": before["id"] if before else call.stage.world.ids.new(),
        "version": call.stage.world.ids.new(),
    }


def _option(option: Json) -> Json:
    shown = {key: value for key, value in option.items() if value is not None}
    if "options" in shown:
        shown["options"] = [_option(inner) for inner in shown["options"]]
    return shown


def _check(call: Call) -> list[Problem]:
    return command_problems(call.body)


ENDPOINTS = (
    Endpoint("GET", "/users/@me", own_user, (ABOUT_BOT,)),
    Endpoint("GET", "/oauth2/applications/@me", application, (ABOUT_BOT,)),
    Endpoint("GET", "/gateway", gateway),
    Endpoint("GET", "/gateway/bot", gateway_bot, (ABOUT_BOT,)),
    Endpoint("GET", "/applications/{application_id}/commands", commands, (COMMANDS,)),
    Endpoint("PUT", "/applications/{application_id}/commands", replace_commands, (COMMANDS,), _check),
)
