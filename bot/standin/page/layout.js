import { drawComponent } from "./components.js";
import { element } from "./element.js";
import { markdown } from "./markdown_view.js";
import { spoiler } from "./spoiler.js";

/** A box with a coloured edge. @param {Component} component @param {Message} message @param {Scene} scene */
export function container(component, message, scene) {
  const box = element("div", { class: "container" }, ...drawInside(component, message, scene));
  if (Number.isInteger(component.accent_color)) {
    box.classList.add("accented");
    box.style.setProperty("--accent", hex(Number(component.accent_color)));
  }
  return component.spoiler ? spoiler([box]) : box;
}

/** Buttons side by side, or one select. @param {Component} component @param {Message} message @param {Scene} scene */
export function actionRow(component, message, scene) {
  return element("div", { class: "row" }, ...drawInside(component, message, scene));
}

/** Texts with a button or picture beside them. @param {Component} component @param {Message} message @param {Scene} scene */
export function section(component, message, scene) {
  const texts = element("div", { class: "section-texts" }, ...drawInside(component, message, scene));
  const beside = component.accessory ? drawComponent(component.accessory, message, scene) : null;
  return element("div", { class: "section" }, texts, beside);
}

/** @param {Component} component @param {Message} _message @param {Scene} scene */
export function textDisplay(component, _message, scene) {
  return markdown(component.content ?? "", scene);
}

/** Empty space, with a line in it unless it says otherwise. @param {Component} component */
export function separator(component) {
  const kind = `separator${component.divider === false ? " blank" : ""}${component.spacing === 2 ? " wide" : ""}`;
  return component.divider === false ? element("div", { class: kind }) : element("hr", { class: kind });
}

/** @param {Component} component @param {Message} message @param {Scene} scene */
function drawInside(component, message, scene) {
  return (component.components ?? []).map((inner) => drawComponent(inner, message, scene));
}

/** @param {number} colour */
function hex(colour) {
  return `#${(colour & 0xffffff).toString(16).padStart(6, "0")}`;
}
