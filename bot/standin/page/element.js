/** @typedef {Node | string | null | undefined | false} Child */

let made = 0;

/** A page-wide unique id that starts with `name`. @param {string} name */
export function freshId(name) {
  made += 1;
  return `${name}-${made}`;
}

/**
 * A new element; functions become listeners, `true` an empty attribute, `null` and `false` none.
 * Text only ever becomes a text node.
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) set(node, key, value);
  node.append(...children.filter(isDrawn));
  return node;
}

/** @param {HTMLElement} node @param {string} key @param {any} value */
function set(node, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") node.addEventListener(key, value);
  else node.setAttribute(key, value === true ? "" : String(value));
}

/** @param {Child} child @returns {child is Node | string} */
function isDrawn(child) {
  return child !== null && child !== undefined && child !== false;
}
