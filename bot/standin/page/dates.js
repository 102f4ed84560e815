import { element } from "./element.js";
import { inWords } from "./timestamp.js";

/** Puts the day before the first message of it, and takes away what does not belong there; says whether it is the first. @param {HTMLElement} node @param {Message | undefined} message @param {Message | undefined} before */
export function divide(node, message, before) {
  const isNew = dayOf(message) !== "" && dayOf(message) !== dayOf(before);
  const above = node.previousElementSibling;
  const there = above?.classList.contains("day") ? above : null;
  const words = isNew ? inWords(sent(message) / 1000, "D", 0) : "";
  if (isNew && there?.textContent === words) return true;
  there?.remove();
  if (isNew) node.before(element("p", { class: "day" }, element("span", {}, words)));
  return isNew;
}

/** @param {Message | undefined} message */
function dayOf(message) {
  const when = sent(message);
  return Number.isFinite(when) ? new Date(when).toDateString() : "";
}

/** @param {Message | undefined} message */
function sent(message) {
  return Date.parse(message?.timestamp ?? "");
}
