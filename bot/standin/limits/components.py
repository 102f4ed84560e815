"""Limits of components in messages and modals, and the walk over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.standin.limits.limit import Check, Fault, Limit, Node, between, join, long, needed, unique

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.standin.wire import Json

WHAT = {
    1: "row",
    2: "button",
    3: "options select",
    4: "text input",
    5: "select",
    6: "select",
    7: "select",
    8: "select",
    9: "section",
    10: "text",
    11: "thumbnail",
    12: "gallery",
    13: "file",
    14: "separator",
    17: "container",
    18: "label",
    19: "upload",
    21: "radio group",
    22: "checkbox group",
    23: "checkbox",
}
SELECTS = (3, 5, 6, 7, 8)
# Which components may stand in which (D components, "component types").
INSIDE = {
    "": (1,),
    "v2": (1, 9, 10, 12, 13, 14, 17),
    "modal": (1, 10, 18),
    "row": (2, 3, 4, 5, 6, 7, 8),
    "section": (10,),
    "container": (1, 9, 10, 12, 13, 14),
    "label": (3, 4, 5, 6, 7, 8, 19, 21, 22, 23),
    "accessory": (2, 11),
}


def walk(components: Any, path: str, inside: str) -> Iterator[Node]:
    """Return every component with its path, depth first; one in a wrong place comes as "misplaced"."""
    for index, component in enumerate(components or ()):
        yield from _visit(component, join(path, str(index)), inside)


def _visit(component: Any, path: str, inside: str) -> Iterator[Node]:
    type_ = component.get("type") if isinstance(component, dict) else None
    if type_ not in INSIDE[inside]:
        yield Node("misplaced", path, component)
        return
    what = WHAT[type_]
    yield Node("component", path, component)
    yield Node(what, path, component)
    if "components" in component and what in INSIDE:
        yield from walk(component["components"], f"{path}.components", what)
    if component.get("accessory") is not None:
        yield from _visit(component["accessory"], f"{path}.accessory", "accessory")
    if component.get("component") is not None:
        yield from _visit(component["component"], f"{path}.component", "label")
    for name in ("options", "items"):
        for index, member in enumerate(component.get(name) or ()):
            yield Node(f"{what} {name}", f"{path}.{name}.{index}", member)


def _misplaced(component: Json) -> Fault:
    return Fault("UNION_TYPE_CHOICES", f'Value of field "type" must not be {component.get("type")} here.')


def _row(row: Json) -> Fault | None:
    types = [
        component.get("type") for component in row.get("components") or () if isinstance(component, dict)
    ]
    if any(type_ in SELECTS or type_ == 4 for type_ in types) and len(types) > 1:
        return Fault("COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width")
    return None


def _button(button: Json) -> Fault | None:
    style = button.get("style")
    if style not in (1, 2, 3, 4, 5, 6):
        return Fault("BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4, 5, 6).")
    wanted = {5: "url", 6: "sku_id"}.get(style, "custom_id")
    for name in ("custom_id", "url", "sku_id"):
        if name == wanted and not button.get(name):
            return Fault("BASE_TYPE_REQUIRED", f"A {name} is required")
        if name != wanted and button.get(name) is not None:
            return Fault("BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", f"A {name} may not be here")
    if style != 6 and not button.get("label") and not button.get("emoji"):
        return Fault("BUTTON_COMPONENT_INVALID_LABEL", "A label or emoji is required")
    return None


def _range(component: Json) -> Fault | None:
    least, most = component.get("min_values"), component.get("max_values")
    least, most = 1 if least is None else least, 1 if most is None else most
    options = component.get("options")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        return Fault("BASE_TYPE_BAD_LENGTH", "min_values must not be greater than max_values.")
    if isinstance(options, list) and isinstance(most, int) and most > len(options):
        return Fault("BASE_TYPE_BAD_LENGTH", "max_values must not be greater than the number of options.")
    return None


def _distinct(of: str) -> Check:
    def check(members: Any) -> Fault | None:
        if unique(str(m.get(of)) for m in members or () if isinstance(m, dict)):
            return None
        return Fault("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used")

    return check


def _spacing(value: Any) -> Fault | None:
    return None if value in (None, 1, 2) else Fault("BASE_TYPE_CHOICES", "Value must be one of (1, 2).")


def _group(what: str, least: int, source: str) -> tuple[Limit, ...]:
    return (
        Limit(what, "custom_id", needed(long(100, 1)), source),
        Limit(what, "options", needed(long(10, least)), source),
        Limit(what, "options", _distinct("value"), source),
        Limit(f"{what} options", "label", needed(long(100, 1)), source),
        Limit(f"{what} options", "value", needed(long(100, 1)), source),
        Limit(f"{what} options", "description", long(100), source),
    )


COMPONENT_LIMITS = (
    Limit("misplaced", "", _misplaced, "D components, component types"),
    Limit("component", "id", between(0, 2**31 - 1), "S ButtonComponentForMessageRequest.id"),
    Limit("row", "components", needed(long(5, 1)), "D components:115"),
    Limit("row", "", _row, "D components:115"),
    Limit("button", "", _button, "D components, button"),
    Limit("button", "label", long(80), "S ButtonComponentForMessageRequest.label"),
    Limit("button", "custom_id", long(100, 1), "D components:81"),
    Limit("button", "url", long(512), "S ButtonComponentForMessageRequest.url"),
    Limit("options select", "custom_id", needed(long(100, 1)), "D components:81"),
    Limit("options select", "placeholder", long(150), "D components, string select"),
    Limit("options select", "options", needed(long(25, 1)), "D components, string select"),
    Limit("options select", "options", _distinct("value"), "D components, string select"),
    Limit("options select", "min_values", between(0, 25), "D components, string select"),
    Limit("options select", "max_values", between(1, 25), "D components, string select"),
    Limit("options select", "", _range, "D components, string select"),
    Limit("options select options", "label", needed(long(100, 1)), "D components, select option"),
    Limit("options select options", "value", needed(long(100, 1)), "D components, select option"),
    Limit("options select options", "description", long(100), "D components, select option"),
    Limit("select", "custom_id", needed(long(100, 1)), "D components:81"),
    Limit("select", "placeholder", long(150), "D components, user select"),
    Limit("select", "min_values", between(0, 25), "D components, user select"),
    Limit("select", "max_values", between(1, 25), "D components, user select"),
    Limit("select", "default_values", long(25), "D components, user select"),
    Limit("select", "", _range, "D components, user select"),
    Limit("section", "components", needed(long(3, 1)), "D components, section"),
    Limit("section", "accessory", needed(lambda _: None), "D components, section"),
    Limit("text", "content", needed(long(4000, 1)), "S TextDisplayComponentForMessageRequest.content"),
    Limit("thumbnail", "media", needed(lambda _: None), "D components, thumbnail"),
    Limit("thumbnail", "description", long(1024), "D components, thumbnail"),
    Limit("gallery", "items", needed(long(10, 1)), "D components, media gallery"),
    Limit("gallery items", "media", needed(lambda _: None), "D components, media gallery"),
    Limit("gallery items", "description", long(1024), "D components, media gallery"),
    Limit("file", "file", needed(lambda _: None), "D components, file"),
    Limit("separator", "spacing", _spacing, "D components, separator"),
    Limit("container", "components", needed(long(40, 1)), "S ContainerComponentForMessageRequest.components"),
    Limit("container", "accent_color", between(0, 0xFFFFFF), "D components, container"),
    Limit("label", "label", needed(long(45, 1)), "D receiving-and-responding:319"),
    Limit("label", "description", long(100), "D components, label"),
    Limit("label", "component", needed(lambda _: None), "D components, label"),
    Limit("text input", "custom_id", needed(long(100, 1)), "D components:81"),
    Limit("text input", "style", needed(between(1, 2)), "D components, text input"),
    Limit("text input", "label", long(45), "D components, text input"),
    Limit("text input", "min_length", between(0, 4000), "D components, text input"),
    Limit("text input", "max_length", between(1, 4000), "D components, text input"),
    Limit("text input", "value", long(4000), "D components, text input"),
    Limit("text input", "placeholder", long(100), "D components, text input"),
    Limit("upload", "custom_id", needed(long(100, 1)), "D components:81"),
    Limit("upload", "min_values", between(0, 10), "D components, file upload"),
    Limit("upload", "max_values", between(1, 10), "D components, file upload"),
    Limit("checkbox", "custom_id", needed(long(100, 1)), "D components:81"),
    *_group("radio group", 2, "D components, radio group"),
    *_group("checkbox group", 1, "D components, checkbox group"),
)
