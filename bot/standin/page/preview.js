import { markdown } from "./markdown_view.js";

const TEXT = 10;
/** More letters than this never fit a line. */
const LONGEST = 120;

/** The first words of a message, plain. @param {Message} message @param {Scene} scene */
export function preview(message, scene) {
  const text = message.content || firstText(message.components ?? []) || message.embeds?.[0]?.title || "";
  return (markdown(text, scene).textContent ?? "").replace(/\s+/g, " ").slice(0, LONGEST);
}

/** @param {Component[]} components @returns {string} */
function firstText(components) {
  for (const component of components) {
    const words = component.type === TEXT ? component.content : firstText(component.components ?? []);
    if (words && !words.startsWith("-# ")) return words; // small print says least
  }
  return "";
}
