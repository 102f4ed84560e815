import { element } from "./element.js";

const TINTS = 7;

/** The name people see. @param {User | undefined | null} user */
export function nameOf(user) {
  return user?.global_name || user?.username || "someone";
}

/** Which tint belongs to an id, always the same. @param {string} id */
function tintOf(id) {
  let sum = 0;
  for (const sign of String(id)) sum = (sum * 31 + sign.charCodeAt(0)) % 9973;
  return sum % TINTS;
}

/** A round badge with the first letter of a name. @param {string} id @param {string} name */
export function badge(id, name) {
  const letter = [...name][0]?.toUpperCase() ?? "?";
  return element("span", { class: `avatar tint-${tintOf(id)}`, "aria-hidden": "true" }, letter);
}

/** A user's badge. @param {User} user */
export function avatar(user) {
  return badge(user?.id ?? "", nameOf(user));
}
