"""Description: Discord's own OpenAPI description, held against what is sent and what is answered."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from bot.standin.errors import Problem
from bot.standin.wire import Json, loads

if TYPE_CHECKING:
    from pathlib import Path

# discord.py sends these although the description does not know them.
ALLOWED_BESIDE = {
    "ApplicationCommandUpdateRequest": ("nsfw",),
    "MessageEditRequestPartial": ("tts",),
    "IncomingWebhookUpdateRequestPartial": ("tts",),
    "IncomingWebhookUpdateForInteractionCallbackRequestPartial": ("tts",),
    "RichEmbed": ("flags",),
}
# Where description and documentation differ the documentation holds: ids may be sent as numbers.
SNOWFLAKE = {"type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$"}
CALLBACKS = {
    4: "CreateMessageInteractionCallbackRequest",
    5: "CreateMessageInteractionCallbackRequest",
    6: "UpdateMessageInteractionCallbackRequest",
    7: "UpdateMessageInteractionCallbackRequest",
    8: "ApplicationCommandAutocompleteCallbackRequest",
    9: "ModalInteractionCallbackRequest",
}
CALLBACK_PATH = "/interactions/{interaction_id}/{interaction_token}/callback"
WEBHOOK_PATH = "/webhooks/{webhook_id}/{webhook_token}"
SHOWN = 5


class Description:
    """The description's schemas, compiled for a route when it is first met."""

    def __init__(self, document: Json) -> None:
        self._paths: Json = document["paths"]
        schemas: Json = document["components"]["schemas"]
        # The description wants numbers as the codes of a bad body's members; Discord's are words.
        schemas["Error"]["properties"]["code"] = {"type": ["integer", "string"]}
        self._answers = document["components"]
        self._bodies = {
            "schemas": {
                name: _strict(schema, ALLOWED_BESIDE.get(name, ())) for name, schema in schemas.items()
            }
        }
        self._bodies["schemas"]["SnowflakeType"] = SNOWFLAKE
        self._validators: dict[tuple[str, str, str], Any] = {}

    def body_problems(self, method: str, path: str, body: Any) -> list[Problem]:
        """Return what in a body the description does not allow, misspelt members too; `path` a template."""
        return _problems(self._body_validator(method, path, body), body)

    def describes_body(self, method: str, path: str, body: Any) -> bool:
        """Return whether the description says anything about the body of a route."""
        return self._body_validator(method, path, body) is not None

    def describes_answer(self, method: str, path: str, status: int) -> bool:
        """Return whether the description says anything about a route's answer of this status."""
        return self._answer_validator(method, path, status) is not None

    def answer_problems(self, method: str, path: str, status: int, answer: Any) -> list[Problem]:
        """Return what in an answer of ours the description does not allow; `path` is a template."""
        return _problems(self._answer_validator(method, path, status), answer)

    def _body_validator(self, method: str, path: str, body: Any) -> Any:
        type_ = body.get("type") if path == CALLBACK_PATH and isinstance(body, dict) else None
        name = CALLBACKS.get(type_, "") if isinstance(type_, int) else ""
        key = (method, path, name)
        if key not in self._validators:
            self._validators[key] = self._compile(self._body_schema(method, path, name), self._bodies)
        return self._validators[key]

    def _answer_validator(self, method: str, path: str, status: int) -> Any:
        key = (method, path, str(status))
        if key not in self._validators:
            self._validators[key] = self._compile(self._answer_schema(method, path, status), self._answers)
        return self._validators[key]

    def _body_schema(self, method: str, path: str, name: str) -> Json | None:
        if name:
            return {"$ref": f"#/components/schemas/{name}"}
        if path == WEBHOOK_PATH:
            return {"$ref": "#/components/schemas/IncomingWebhookRequestPartial"}
        body = self._operation(method, path).get("requestBody", {})
        schema: Json | None = body.get("content", {}).get("application/json", {}).get("schema")
        return schema

    def _answer_schema(self, method: str, path: str, status: int) -> Json | None:
        answers = self._operation(method, path).get("responses", {})
        answer = answers.get(str(status)) or (answers.get("4XX") if status >= 400 else None) or {}
        if "$ref" in answer:
            answer = self._answers["responses"][answer["$ref"].rsplit("/", 1)[1]]
        schema: Json | None = answer.get("content", {}).get("application/json", {}).get("schema")
        return schema

    def _operation(self, method: str, path: str) -> Json:
        operation: Json = self._paths[path][method.lower()]
        return operation

    @staticmethod
    def _compile(schema: Json | None, components: Json) -> Any:
        if schema is None:
            return None
        return jsonschema_rs.validator_for({**schema, "components": components}, validate_formats=True)


@lru_cache(maxsize=2)
def read_description(path: Path) -> Description:
    """Return the description in a file; read and compiled once per process."""
    return Description(loads(path.read_bytes()))


def _strict(schema: Any, beside: tuple[str, ...] = ()) -> Any:
    """Return a schema in which an object has no members but those named."""
    if isinstance(schema, list):
        return [_strict(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _strict(member) for key, member in schema.items()}
    if isinstance(schema.get("properties"), dict):
        made["properties"].update(dict.fromkeys(beside, True))
        made.setdefault("additionalProperties", False)
    return made


def _problems(validator: Any, value: Any) -> list[Problem]:
    if validator is None or validator.is_valid(value):
        return []
    found = []
    for error in validator.iter_errors(value):
        path = ".".join(str(step) for step in error.instance_path)
        found.append(Problem(path, "DESCRIPTION", str(error.message)[:500]))
        if len(found) == SHOWN:
            break
    return found
