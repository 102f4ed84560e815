import { element } from "./element.js";

/** A typing person is forgotten after this many milliseconds, as Discord has it. */
const LASTS = 10_000;

/** The line that says who is typing. */
export class Typing {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {HTMLElement} line */
  constructor(line) {
    this.line = line;
  }

  /** @param {string} name */
  show(name) {
    clearTimeout(this.#timer);
    this.line.replaceChildren(
      element("span", { class: "dots", "aria-hidden": "true" }),
      element("strong", {}, name),
      " is typing…",
    );
    this.#timer = setTimeout(() => this.clear(), LASTS);
  }

  clear() {
    clearTimeout(this.#timer);
    this.line.textContent = "";
  }
}
