"""Discord's limits: every planted bad body is refused where it is bad, with the description or without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.standin import StandIn
from bot.standin.limits import callback_problems, command_problems, message_problems

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    Json = dict[str, Any]

V2 = 1 << 15


def text(content: str = "x") -> Json:
    """Return a text display."""
    return {"type": 10, "content": content}


def row(*components: Json) -> Json:
    """Return a row."""
    return {"type": 1, "components": list(components)}


def button(number: int = 0, **more: object) -> Json:
    """Return a button."""
    return {"type": 2, "style": 1, "label": "A", "custom_id": f"b:{number}", **more}


def menu(options: int = 1, **more: object) -> Json:
    """Return a menu of so many options."""
    listed = [{"label": str(n), "value": str(n)} for n in range(options)]
    return {"type": 3, "custom_id": "menu", "options": listed, **more}


def cards(*components: Json) -> Json:
    """Return the body of a Components V2 message."""
    return {"flags": V2, "components": list(components)}


BAD_MESSAGES: dict[str, tuple[Json, str]] = {
    "content beside the flag": ({**cards(text()), "content": "x"}, ""),
    "embeds beside the flag": ({**cards(text()), "embeds": [{"title": "x"}]}, ""),
    "content too long": ({"content": "x" * 2001}, "content"),
    "eleven embeds": ({"embeds": [{"title": "x"}] * 11}, "embeds"),
    "embeds of 6,001": ({"embeds": [{"description": "x" * 4000}, {"description": "x" * 2001}]}, "embeds"),
    "a title too long": ({"embeds": [{"title": "x" * 257}]}, "embeds.0.title"),
    "a description too long": ({"embeds": [{"description": "x" * 4097}]}, "embeds.0.description"),
    "26 fields": ({"embeds": [{"fields": [{"name": "x", "value": "x"}] * 26}]}, "embeds.0.fields"),
    "a field without a value": ({"embeds": [{"fields": [{"name": "x"}]}]}, "embeds.0.fields.0.value"),
    "a footer too long": ({"embeds": [{"footer": {"text": "x" * 2049}}]}, "embeds.0.footer.text"),
    "an author too long": ({"embeds": [{"author": {"name": "x" * 257}}]}, "embeds.0.author.name"),
    "41 components": (cards(*[text()] * 41), ""),
    "41 components within others": (cards(*[{"type": 17, "components": [text()] * 20}] * 2), ""),
    "4,001 characters in all": (cards(text("x" * 4000), text()), ""),
    "six rows without the flag": ({"components": [row(button(n)) for n in range(6)]}, ""),
    "a text without the flag": ({"components": [text()]}, "components.0"),
    "a bare button": (cards(button()), "components.0"),
    "a button without custom_id": (cards(row(button(custom_id=None))), "components.0.components.0"),
    "a custom_id of 101": (cards(row(button(custom_id="x" * 101))), "components.0.components.0.custom_id"),
    "a button with a link too": (cards(row(button(url="https://x.org"))), "components.0.components.0"),
    "a link without its address": (
        cards(row({"type": 2, "style": 5, "label": "A"})),
        "components.0.components.0",
    ),
    "a button without a face": (cards(row(button(label=None))), "components.0.components.0"),
    "a label of 81": (cards(row(button(label="x" * 81))), "components.0.components.0.label"),
    "one custom_id twice": (cards(row(button(), button())), ""),
    "one id twice": (cards({**text(), "id": 7}, {**text(), "id": 7}), ""),
    "six buttons in a row": (cards(row(*[button(n) for n in range(6)])), "components.0.components"),
    "a menu beside a button": (cards(row(menu(), button())), "components.0"),
    "an empty row": (cards(row()), "components.0.components"),
    "26 options": (cards(row(menu(26))), "components.0.components.0.options"),
    "no options": (cards(row(menu(0))), "components.0.components.0.options"),
    "more to choose than there is": (cards(row(menu(1, max_values=2))), "components.0.components.0"),
    "a placeholder of 151": (
        cards(row(menu(placeholder="x" * 151))),
        "components.0.components.0.placeholder",
    ),
    "an empty text": (cards(text("")), "components.0.content"),
    "a section without its side": (cards({"type": 9, "components": [text()]}), "components.0.accessory"),
    "a section of four": (
        cards({"type": 9, "components": [text()] * 4, "accessory": button()}),
        "components.0.components",
    ),
    "a container in a container": (
        cards({"type": 17, "components": [{"type": 17, "components": [text()]}]}),
        "components.0.components.0",
    ),
    "mentions both ways": (
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        "allowed_mentions",
    ),
    "a nonce of 26": ({"content": "x", "nonce": "x" * 26}, "nonce"),
}


def command(**more: object) -> Json:
    """Return a command."""
    return {"name": "quiz", "description": "x", **more}


def option(number: int = 0, **more: object) -> Json:
    """Return an option of a command."""
    return {"type": 3, "name": f"o{number}", "description": "x", **more}


def choosing(name: str = "x", value: str = "x", times: int = 1, **more: Any) -> list[Json]:
    """Return a command whose option has choices."""
    choices = [{"name": f"{name}{n or ''}", "value": value} for n in range(times)]
    return [command(options=[option(choices=choices, **more)])]


LONG = [{"name": f"{n:0100}", "value": f"{n:0100}"} for n in range(21)]
BAD_COMMANDS: dict[str, tuple[list[Json], str]] = {
    "capitals": ([command(name="Quiz")], "0.name"),
    "a space": ([command(name="a quiz")], "0.name"),
    "a name of 33": ([command(name="x" * 33)], "0.name"),
    "capitals in another language": ([command(name_localizations={"de": "Quiz"})], "0.name_localizations"),
    "no description": ([command(description="")], "0.description"),
    "a description of 101": ([command(description="x" * 101)], "0.description"),
    "26 options": ([command(options=[option(n) for n in range(26)])], "0.options"),
    "26 subcommands": ([command(options=[option(n, type=1) for n in range(26)])], "0.options"),
    "26 choices": (choosing(times=26), "0.options.0.choices"),
    "a choice of 101": (choosing(name="x" * 101), "0.options.0.choices.0.name"),
    "a choice's value of 101": (choosing(value="x" * 101), "0.options.0.choices.0.value"),
    "choices and completion": (choosing(autocomplete=True), "0.options.0"),
    "required after optional": ([command(options=[option(0), option(1, required=True)])], "0.options"),
    "options beside subcommands": ([command(options=[option(0), option(1, type=1)])], "0.options"),
    "an option twice": ([command(options=[option(), option()])], "0.options"),
    "a subcommand in one": ([command(options=[option(type=1, options=[option(type=1)])])], "0.options.0"),
    "8,001 characters": ([command(options=[option(n, choices=LONG) for n in range(2)])], "0"),
    "one name twice": ([command(), command()], ""),
    "101 commands": ([command(name=f"c{n}") for n in range(101)], ""),
}

BAD_CALLBACKS: dict[str, tuple[Json, str]] = {
    "26 choices": ({"type": 8, "data": {"choices": [{"name": "x", "value": "x"}] * 26}}, "data.choices"),
    "a choice of 101": (
        {"type": 8, "data": {"choices": [{"name": "x" * 101, "value": "x"}]}},
        "data.choices.0.name",
    ),
    "a choice without a value": ({"type": 8, "data": {"choices": [{"name": "x"}]}}, "data.choices.0.value"),
    "a title of 46": (
        {"type": 9, "data": {"title": "x" * 46, "custom_id": "x", "components": [text()]}},
        "data.title",
    ),
    "six parts": (
        {"type": 9, "data": {"title": "x", "custom_id": "x", "components": [text()] * 6}},
        "data.components",
    ),
    "an empty form": (
        {"type": 9, "data": {"title": "x", "custom_id": "x", "components": []}},
        "data.components",
    ),
    "a label of 46": (
        {
            "type": 9,
            "data": {
                "title": "x",
                "custom_id": "x",
                "components": [{"type": 18, "label": "x" * 46, "component": menu()}],
            },
        },
        "data.components.0.label",
    ),
    "a radio group of one": (
        {
            "type": 9,
            "data": {
                "title": "x",
                "custom_id": "x",
                "components": [{"type": 18, "label": "x", "component": {**menu(1), "type": 21}}],
            },
        },
        "data.components.0.component.options",
    ),
    "content beside the flag": ({"type": 4, "data": {**cards(text()), "content": "x"}}, "data"),
    "a text of 2,001": ({"type": 4, "data": {"content": "x" * 2001}}, "data.content"),
}


@pytest.mark.parametrize("name", list(BAD_MESSAGES))
def test_a_bad_message_is_refused(name: str) -> None:
    """Our own table finds the fault, and finds it where it is."""
    body, path = BAD_MESSAGES[name]
    assert path in [problem.path for problem in message_problems(body)]


@pytest.mark.parametrize("name", list(BAD_COMMANDS))
def test_a_bad_command_is_refused(name: str) -> None:
    """Our own table finds the fault, and finds it where it is."""
    body, path = BAD_COMMANDS[name]
    assert path in [problem.path for problem in command_problems(body)]


@pytest.mark.parametrize("name", list(BAD_CALLBACKS))
def test_a_bad_callback_is_refused(name: str) -> None:
    """Our own table finds the fault, and finds it where it is."""
    body, path = BAD_CALLBACKS[name]
    assert path in [problem.path for problem in callback_problems(body)]


def test_what_is_just_within_the_limits_passes() -> None:
    """The largest bodies that Discord takes are taken."""
    full = {"type": 17, "components": [row(*[button(n) for n in range(5)]), text("x" * 3000)]}
    assert message_problems(cards(full, row(menu(25)), *[text("x")] * 30)) == []
    assert message_problems({"content": "x" * 2000, "embeds": [{"title": "x" * 256}] * 10}) == []
    assert command_problems([command(name=f"c{n}") for n in range(100)]) == []
    assert callback_problems({"type": 8, "data": {"choices": [{"name": "x", "value": "x"}] * 25}}) == []


def test_an_edit_may_not_mix_a_card_with_content() -> None:
    """The flag of the message being edited counts, for it cannot be taken away."""
    assert message_problems({"content": "x"}, V2)
    assert not message_problems({"content": "x"})


async def test_the_refusal_names_the_path(
    standin: StandIn, api: Callable[..., Awaitable[tuple[int, Any]]]
) -> None:
    """A bad body comes back as 400 with code 50035 and the fault at its place in a nested object."""
    body = cards(row(button(label="x" * 81)))

    status, answer = await api("POST", f"/channels/{standin.channel('general')}/messages", body)

    assert (status, answer["code"]) == (400, 50035)
    assert answer["errors"]["components"]["0"]["components"]["0"]["label"]["_errors"][0]["code"]
    assert standin.player("Ada").sees(standin.channel("general")) == []


@pytest.mark.parametrize("body", [{"components": 5}, {"embeds": ["x"]}, {"content": {}}, [5], None, "x"])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/channels/{general}/messages"),
        ("PUT", "/applications/{bot}/commands"),
        ("POST", "/users/@me/channels"),
        ("PATCH", "/channels/{general}/messages/{message}"),
    ],
)
async def test_misshapen_bodies_are_refused(
    standin: StandIn, api: Callable[..., Awaitable[tuple[int, Any]]], method: str, path: str, body: object
) -> None:
    """A body of a wrong shape is refused too, and nothing breaks."""
    general = standin.channel("general")
    _, sent = await api("POST", f"/channels/{general}/messages", {"content": "x"})
    path = path.format(general=general, bot=standin.world.bot_id, message=sent["id"])

    status, _ = await api(method, path, body)

    assert status == 400


async def test_the_description_catches_a_misspelt_key(
    standin: StandIn, description: Path | None, api: Callable[..., Awaitable[tuple[int, Any]]]
) -> None:
    """With Discord's description at hand a key that Discord does not know is refused."""
    if description is None:
        pytest.skip("Discord's OpenAPI description is not here (DISCORD_OPENAPI)")
    status, answer = await api(
        "POST", f"/channels/{standin.channel('general')}/messages", {"content": "x", "embed": {}}
    )
    assert (status, answer["code"]) == (400, 50035)
