"""A form with every kind of field, and a card with every kind of select, as a bot would send them."""

from __future__ import annotations

from typing import Any

V2 = 1 << 15
MESSAGE, MODAL = 4, 9
COMMAND, MODAL_SUBMIT = 2, 5


def label(text: str, component: dict[str, Any], description: str | None = None) -> dict[str, Any]:
    """Return a form's field under its label."""
    about = {"description": description} if description else {}
    return {"type": 18, "label": text, "component": component, **about}


def options(*names: str) -> list[dict[str, str]]:
    """Return options by their names."""
    return [{"label": name, "value": name.lower()} for name in names]


FORM = {
    "title": "Propose a film",
    "custom_id": "form",
    "components": [
        label("Title", {"type": 4, "custom_id": "title", "style": 1}, "As on the poster"),
        label("Era", {"type": 21, "custom_id": "era", "options": options("Shōwa", "Heisei")}),
        label(
            "Monsters", {"type": 22, "custom_id": "monsters", "options": options("Gamera", "Legion", "Gyaos")}
        ),
        label("Seen it", {"type": 23, "custom_id": "seen"}),
        label("Proposed by", {"type": 5, "custom_id": "who", "placeholder": "Somebody"}),
    ],
}
SECOND_FORM = {
    "title": "Where to",
    "custom_id": "second",
    "components": [
        label("Genre", {"type": 3, "custom_id": "genre", "options": options("Kaiju", "Drama")}),
        label("Role", {"type": 6, "custom_id": "role", "required": False}),
        label("Anybody", {"type": 7, "custom_id": "anybody", "required": False, "min_values": 0}),
        label("Channel", {"type": 8, "custom_id": "channel", "channel_types": [0]}),
        label("More", {"type": 4, "custom_id": "more", "style": 2, "required": False}),
    ],
}
COMMANDS = [
    {"name": "propose", "type": 1, "description": "Propose a film"},
    {"name": "place", "type": 1, "description": "Say where to"},
    {
        "name": "plan",
        "type": 1,
        "description": "Plan an evening",
        "options": [
            {"type": 3, "name": "about", "description": "What about", "required": True},
            {"type": 4, "name": "questions", "description": "How many"},
            {
                "type": 3,
                "name": "length",
                "description": "How long",
                "choices": [{"name": "Short", "value": "s"}],
            },
        ],
    },
    {"name": "silence", "type": 1, "description": "Say nothing"},
]


def answer(interaction: dict[str, Any]) -> dict[str, Any] | None:
    """Return a form for two of the commands, nothing for one, and a word for everything else."""
    name = interaction["data"].get("name")
    if "silence" in (name, interaction["data"].get("custom_id")):
        return None
    if interaction["type"] == COMMAND and name in ("propose", "place"):
        return {"type": MODAL, "data": FORM if name == "propose" else SECOND_FORM}
    return {"type": MESSAGE, "data": {"content": "Noted."}}


def filled(interaction: dict[str, Any]) -> dict[str, Any]:
    """Return what a submitted form holds, by custom_id."""
    fields = [part["component"] for part in interaction["data"]["components"]]
    return {field["custom_id"]: field.get("values", field.get("value")) for field in fields}
