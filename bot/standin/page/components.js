import { button } from "./button.js";
import { element } from "./element.js";
import { actionRow, container, section, separator, textDisplay } from "./layout.js";
import { file, gallery, thumbnail } from "./media.js";
import { select } from "./select.js";

/** How each type of component is drawn. A function, as the modules know one another. @type {() => Record<number, (component: Component, message: Message, scene: Scene) => HTMLElement>} */
const drawers = () => ({
  1: actionRow,
  2: button,
  3: select,
  5: select,
  6: select,
  7: select,
  8: select,
  9: section,
  10: textDisplay,
  11: thumbnail,
  12: gallery,
  13: file,
  14: separator,
  17: container,
});

/** A component of a message; one that cannot be drawn says so and harms no other. @param {Component} component @param {Message} message @param {Scene} scene @returns {HTMLElement} */
export function drawComponent(component, message, scene) {
  try {
    return drawers()[component.type](component, message, scene);
  } catch (error) {
    console.warn("component not drawn", component, error);
    return element("p", { class: "broken" }, "This part of the message cannot be shown here.");
  }
}
