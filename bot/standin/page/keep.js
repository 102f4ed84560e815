import { uncover } from "./spoiler.js";

/**
 * @typedef {{focus: string | null, inside: boolean, open: string | null, line: number, read: Set<string>,
 *            chosen: Map<string, string>}} Kept
 */

/** Pictures that an edit leaves as they were stay the same elements: drawn anew they would load and jump. @param {HTMLElement} old @param {HTMLElement} node */
export function keepPictures(old, node) {
  const there = new Map([...old.querySelectorAll("img")].map((picture) => [picture.src, picture]));
  for (const picture of node.querySelectorAll("img")) {
    const same = there.get(picture.src);
    if (same) {
      same.alt = picture.alt;
      picture.replaceWith(same);
    }
    there.delete(picture.src);
  }
}

/** What a person has done to a message that an edit of it must not undo. @param {HTMLElement} node @returns {Kept} */
export function keep(node) {
  const focused = node.contains(document.activeElement)
    ? /** @type {HTMLElement} */ (document.activeElement)
    : null;
  const open = node.querySelector('[aria-expanded="true"]');
  const active = open?.parentElement?.querySelector(".line.active");
  return {
    focus: focused?.dataset.key ?? null,
    inside: focused !== null,
    open: /** @type {HTMLElement | null} */ (open)?.dataset.key ?? null,
    line: active ? [.../** @type {HTMLElement} */ (active.parentElement).children].indexOf(active) : -1,
    read: new Set([...node.querySelectorAll(".uncovered")].map(keyOf)),
    chosen: new Map(
      [...node.querySelectorAll("[data-values]")].map((box) => [
        keyOf(box),
        /** @type {HTMLElement} */ (box).dataset.values ?? "",
      ]),
    ),
  };
}

/** Does it again to the message's new drawing. @param {HTMLElement} node @param {Kept} kept */
export function restore(node, kept) {
  for (const cover of node.querySelectorAll(".spoiler")) {
    if (kept.read.has(keyOf(cover))) uncover(/** @type {HTMLElement} */ (cover));
  }
  for (const [key, values] of kept.chosen)
    if (values) find(node, key)?.dispatchEvent(new CustomEvent("choose", { detail: values }));
  if (kept.inside) focusAgain(node, kept.focus);
  if (kept.open) reopen(node, kept.open, kept.line);
}

/** Where the control is gone or disabled, its message takes the focus. @param {HTMLElement} node @param {string | null} key */
function focusAgain(node, key) {
  const control = key && find(node, key);
  if (control && !control.hasAttribute("disabled")) control.focus({ preventScroll: true });
  else node.focus({ preventScroll: true });
}

/** @param {HTMLElement} node @param {string} key @param {number} line */
function reopen(node, key, line) {
  const box = find(node, key);
  if (!box || box.hasAttribute("disabled")) return;
  box.click();
  box.dispatchEvent(new CustomEvent("activate", { detail: line }));
}

/** @param {HTMLElement} node @param {string} key */
function find(node, key) {
  return /** @type {HTMLElement[]} */ ([...node.querySelectorAll("[data-key]")]).find(
    (control) => control.dataset.key === key,
  );
}

/** @param {Element} node */
function keyOf(node) {
  return /** @type {HTMLElement} */ (node).dataset.key ?? "";
}
