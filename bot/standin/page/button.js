import { element } from "./element.js";
import { emojiSign } from "./emoji.js";
import { icon } from "./icon.js";
import { jump, webAddress } from "./links.js";

const STYLES = ["", "primary", "secondary", "success", "danger", "link", "premium"];
const LINK = 5;

/** A button of any style. @param {Component} component @param {Message} message @param {Scene} scene */
export function button(component, message, scene) {
  return component.style === LINK ? linkButton(component, scene) : pressButton(component, message, scene);
}

/** @param {Component} component */
function face(component) {
  return [
    component.emoji?.name ? emojiSign(component.emoji, "button-emoji", Boolean(component.label)) : null,
    component.label ? element("span", { class: "button-label" }, component.label) : null,
  ];
}

/** @param {Component} component @param {Message} message @param {Scene} scene */
function pressButton(component, message, scene) {
  const waits = scene.waits(message, component.custom_id ?? "");
  const attributes = {
    type: "button",
    class: `button ${STYLES[component.style ?? 2] ?? "secondary"}${waits ? " waiting" : ""}`,
    "data-key": `id:${component.custom_id}`,
    disabled: component.disabled === true,
    // really disabling it would drop the keyboard's focus
    "aria-disabled": waits ? "true" : null,
    click: () => scene.press(message, component),
  };
  return element(
    "button",
    attributes,
    ...face(component),
    element("span", { class: "dots", "aria-hidden": "true" }),
  );
}

/** @param {Component} component @param {Scene} scene */
function linkButton(component, scene) {
  const target = webAddress(component.url);
  if (!target || component.disabled)
    return element(
      "button",
      { type: "button", class: "button secondary", disabled: true },
      ...face(component),
    );
  const leap = jump(target);
  const attributes = {
    class: "button secondary",
    href: target,
    target: "_blank",
    rel: "noreferrer noopener nofollow",
    "data-key": `link:${target}`,
    click:
      leap &&
      ((/** @type {Event} */ event) => (event.preventDefault(), scene.open(leap.channelId, leap.messageId))),
  };
  return element("a", attributes, ...face(component), icon("link"));
}
