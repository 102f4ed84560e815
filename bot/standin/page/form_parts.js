import { element, freshId } from "./element.js";
import { boxesPart, boxPart, radioPart } from "./form_picks.js";
import { markdown } from "./markdown_view.js";
import { SelectMenu } from "./select.js";

/**
 * A part of a form: what is shown, what is sent, and whether it can be sent; asked for that, it says what is wrong.
 * @typedef {{element: HTMLElement, answer: () => object | null, isValid: () => boolean}} Part
 */

const ROW = 1;
const STRING_SELECT = 3;
const TEXT_INPUT = 4;
const TEXT_DISPLAY = 10;
const LABEL = 18;
const UPLOAD = 19;
const RADIO_GROUP = 21;
const BOX_GROUP = 22;
const BOX = 23;
const PARAGRAPH = 2;

/** A component of a form, ready to be filled in. @param {Component} component @param {Scene} scene @returns {Part} */
export function partOf(component, scene) {
  if (component.type === ROW)
    return wrapped(
      inputPart(component.components?.[0] ?? component, component.components?.[0]?.label ?? "", "", scene),
      (answer) => ({ type: ROW, components: [answer] }),
    );
  if (component.type === LABEL && component.component)
    return wrapped(
      inputPart(component.component, component.label ?? "", component.description ?? "", scene),
      (answer) => ({ type: LABEL, component: answer }),
    );
  if (component.type === TEXT_DISPLAY) return silent(markdown(component.content ?? "", scene));
  return silent(element("p", { class: "broken" }, "This part of the form cannot be shown here."));
}

/** @param {HTMLElement} drawn @returns {Part} */
function silent(drawn) {
  return { element: drawn, answer: () => null, isValid: () => true };
}

/** @param {Part} part @param {(answer: object) => object} wrap @returns {Part} */
function wrapped(part, wrap) {
  return { ...part, answer: () => wrap(part.answer() ?? {}) };
}

/** @param {Component} component @param {string} label @param {string} description @param {Scene} scene @returns {Part} */
function inputPart(component, label, description, scene) {
  if (component.type === TEXT_INPUT) return textPart(component, label, description);
  if (component.type >= STRING_SELECT && component.type <= 8)
    return selectPart(component, label, description, scene);
  if (component.type === RADIO_GROUP) return radioPart(component, label, description);
  if (component.type === BOX_GROUP) return boxesPart(component, label, description);
  if (component.type === BOX) return boxPart(component, label, description);
  if (component.type === UPLOAD) return uploadPart(component, label);
  return silent(element("p", { class: "broken" }, "This part of the form cannot be shown here."));
}

/** @param {Component} component @param {string} label @param {string} description @returns {Part} */
function textPart(component, label, description) {
  const ids = { input: freshId("input"), fault: freshId("fault") };
  const required = component.required !== false;
  const isLong = component.style === PARAGRAPH;
  const attributes = {
    id: ids.input,
    placeholder: component.placeholder,
    maxlength: component.max_length ?? 4000,
    rows: isLong ? 4 : null,
    type: isLong ? null : "text",
    "aria-describedby": ids.fault,
    "aria-required": String(required),
    autocomplete: "off",
  };
  const input = /** @type {HTMLInputElement} */ (element(isLong ? "textarea" : "input", attributes));
  input.value = component.value ?? "";
  const fault = element("p", { class: "fault", id: ids.fault });
  const isValid = () => {
    fault.textContent = textFault(input.value, component, required);
    input.setAttribute("aria-invalid", String(Boolean(fault.textContent)));
    if (fault.textContent) input.focus();
    return !fault.textContent;
  };
  const drawn = element(
    "div",
    { class: "modal-part" },
    caption(label, required, ids.input),
    description ? element("p", { class: "popup-hint" }, description) : null,
    input,
    fault,
  );
  return {
    element: drawn,
    isValid,
    answer: () => ({ type: TEXT_INPUT, custom_id: component.custom_id, value: input.value }),
  };
}

/** @param {string} text @param {Component} component @param {boolean} required */
function textFault(text, component, required) {
  if (required && !text.trim()) return "This is required.";
  const least = component.min_length ?? 0;
  return text && text.length < least ? `Give at least ${least} characters.` : "";
}

/** @param {Component} component @param {string} label @param {string} description @param {Scene} scene @returns {Part} */
function selectPart(component, label, description, scene) {
  const menu = new SelectMenu(component, scene.world, () => {}, label);
  const required = component.required !== false;
  const fault = element("p", { class: "fault", role: "alert" });
  const isValid = () => {
    const enough = menu.values.length >= (required ? (component.min_values ?? 1) : 0);
    fault.textContent = enough ? "" : "Choose from the list.";
    if (!enough) menu.box.focus();
    return enough;
  };
  const drawn = element(
    "div",
    { class: "modal-part" },
    caption(label, required, null),
    description ? element("p", { class: "popup-hint" }, description) : null,
    menu.element,
    fault,
  );
  return {
    element: drawn,
    isValid,
    answer: () => ({ type: component.type, custom_id: component.custom_id, values: menu.values }),
  };
}

/** Nothing can be handed in from this page. @param {Component} component @param {string} label @returns {Part} */
function uploadPart(component, label) {
  const words = "Files cannot be handed in here: this goes to the bot without any.";
  const drawn = element(
    "div",
    { class: "modal-part" },
    caption(label, component.required !== false, null),
    element("p", { class: "popup-hint" }, words),
  );
  return {
    element: drawn,
    isValid: () => true,
    answer: () => ({ type: UPLOAD, custom_id: component.custom_id, values: [] }),
  };
}

/** @param {string} label @param {boolean} required @param {string | null} inputId */
function caption(label, required, inputId) {
  return element(
    inputId ? "label" : "p",
    { class: "modal-label", for: inputId },
    label,
    required ? element("span", { class: "star", "aria-hidden": "true" }, " *") : null,
  );
}
