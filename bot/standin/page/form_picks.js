import { element, freshId } from "./element.js";

/**
 * @typedef {import("./form_parts.js").Part} Part
 */

const RADIO_GROUP = 21;
const BOX_GROUP = 22;
const BOX = 23;

/** One of several, of a form. @param {Component} component @param {string} label @param {string} description @returns {Part} */
export function radioPart(component, label, description) {
  const required = component.required !== false;
  const group = pickGroup(component, label, description, required, "radio");
  return {
    element: group.element,
    isValid: () => group.complain(!required || group.values().length > 0, "Choose one."),
    answer: () => {
      const [value] = group.values();
      return { type: RADIO_GROUP, custom_id: component.custom_id, ...(value === undefined ? {} : { value }) };
    },
  };
}

/** Any of several, of a form. @param {Component} component @param {string} label @param {string} description @returns {Part} */
export function boxesPart(component, label, description) {
  const required = component.required !== false;
  const least = required ? Math.max(1, component.min_values ?? 1) : (component.min_values ?? 0);
  const most = component.max_values ?? (component.options ?? []).length;
  const group = pickGroup(component, label, description, required, "checkbox");
  const isValid = () => {
    const count = group.values().length;
    if (!required && !count) return group.complain(true, "");
    const words = count < least ? `Choose at least ${least}.` : `Choose at most ${most}.`;
    return group.complain(count >= least && count <= most, words);
  };
  return {
    element: group.element,
    isValid,
    answer: () => ({ type: BOX_GROUP, custom_id: component.custom_id, values: group.values() }),
  };
}

/** A single box of a form: yes or no. @param {Component} component @param {string} label @param {string} description @returns {Part} */
export function boxPart(component, label, description) {
  const line = pickLine("checkbox", freshId("box"), { label, description, value: "", default: component.default });
  return {
    element: element("div", { class: "modal-part" }, line.element),
    isValid: () => true,
    answer: () => ({ type: BOX, custom_id: component.custom_id, value: line.input.checked }),
  };
}

/** @param {Component} component @param {string} label @param {string} description @param {boolean} required @param {"radio" | "checkbox"} type */
function pickGroup(component, label, description, required, type) {
  const name = freshId(type);
  const lines = (component.options ?? []).map((option) => pickLine(type, name, option));
  const fault = element("p", { class: "fault", id: freshId("fault") });
  const drawn = element(
    "fieldset",
    { class: "modal-part picks", "aria-describedby": fault.id, role: type === "radio" ? "radiogroup" : null },
    element(
      "legend",
      { class: "modal-label" },
      label,
      required ? element("span", { class: "star", "aria-hidden": "true" }, " *") : null,
    ),
    description ? element("p", { class: "popup-hint" }, description) : null,
    ...lines.map((line) => line.element),
    fault,
  );
  if (type === "radio") drawn.setAttribute("aria-required", String(required));
  const complain = (/** @type {boolean} */ isRight, /** @type {string} */ words) => {
    fault.textContent = isRight ? "" : words;
    if (!isRight) lines[0]?.input.focus();
    return isRight;
  };
  return {
    element: drawn,
    complain,
    values: () => lines.filter((line) => line.input.checked).map((line) => line.value),
  };
}

/** @param {string} type @param {string} name @param {SelectOption} option */
function pickLine(type, name, option) {
  const described = option.description ? freshId("about") : null;
  const attributes = { type, name, class: "pick", "aria-describedby": described, checked: option.default === true };
  const input = /** @type {HTMLInputElement} */ (element("input", attributes));
  const words = element("span", { class: "pick-label" }, option.label);
  const about = option.description ? element("span", { class: "pick-about", id: described }, option.description) : null;
  return {
    element: element("label", { class: "pick-line" }, input, element("span", { class: "pick-words" }, words, about)),
    input,
    value: option.value,
  };
}
