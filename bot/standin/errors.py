"""ApiError: a refusal in Discord's own words, and the refusals that the stand-in knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.standin.wire import Json


class ApiError(Exception):
    """A request refused as Discord refuses it: HTTP status, code, message and where a bad body is bad."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.body: Json = {"message": message, "code": code}
        if errors:
            self.body["errors"] = errors


# Status, code and message as in Discord's "opcodes and status codes".
UNAUTHORIZED = (401, 0, "401: Unauthorized")
NOT_FOUND = (404, 0, "404: Not Found")
UNKNOWN_CHANNEL = (404, 10003, "Unknown Channel")
UNKNOWN_GUILD = (404, 10004, "Unknown Guild")
UNKNOWN_MEMBER = (404, 10007, "Unknown Member")
UNKNOWN_MESSAGE = (404, 10008, "Unknown Message")
UNKNOWN_USER = (404, 10013, "Unknown User")
UNKNOWN_WEBHOOK = (404, 10015, "Unknown Webhook")
UNKNOWN_INTERACTION = (404, 10062, "Unknown interaction")
UNKNOWN_APPLICATION = (404, 10002, "Unknown Application")
ALREADY_ACKNOWLEDGED = (400, 40060, "Interaction has already been acknowledged.")
MISSING_ACCESS = (403, 50001, "Missing Access")
NOT_YOUR_MESSAGE = (403, 50005, "Cannot edit a message authored by another user")
EMPTY_MESSAGE = (400, 50006, "Cannot send an empty message")
CANNOT_SEND_TO_USER = (403, 50007, "Cannot send messages to this user")
MISSING_PERMISSIONS = (403, 50013, "Missing Permissions")
INVALID_WEBHOOK_TOKEN = (401, 50027, "Invalid Webhook Token")
INVALID_JSON = (400, 50109, "The request body contains invalid JSON.")


class Problem:
    """One thing wrong with a body: the dotted path to it, Discord's code for such a fault, and a sentence."""

    __slots__ = ("code", "message", "path")

    def __init__(self, path: str, code: str, message: str) -> None:
        self.path = path
        self.code = code
        self.message = message

    def __repr__(self) -> str:
        return f"{self.path or '.'}: {self.message} ({self.code})"


def invalid_body(problems: list[Problem]) -> ApiError:
    """Return the 400 with code 50035 that names every problem at its path in a nested object."""
    errors: dict[str, Any] = {}
    for problem in problems:
        place = errors
        for step in problem.path.split(".") if problem.path else ():
            place = place.setdefault(step, {})
        place.setdefault("_errors", []).append({"code": problem.code, "message": problem.message})
    return ApiError(400, 50035, "Invalid Form Body", _deepest(errors))


def _deepest(errors: Json) -> Json:
    """Where a part is bad and something within it too, Discord tells only of what is within."""
    within = {step: _deepest(inner) for step, inner in errors.items() if step != "_errors"}
    return within or errors
