import { inWords } from "./timestamp.js";

/** The server's time, and the `<time>` elements that follow it. */
export class Clock {
  #ahead = 0;

  /** Starts ticking once a second. */
  constructor() {
    setInterval(() => this.tick(document), 1000);
  }

  /** Sets the server's present: ISO text, or seconds or milliseconds since 1970. @param {string | number} now */
  set(now) {
    const told = typeof now === "string" ? Date.parse(now) : now < 1e11 ? now * 1000 : now;
    if (Number.isFinite(told)) this.#ahead = told - Date.now();
  }

  /** Milliseconds since 1970, as the server counts them. */
  now() {
    return Date.now() + this.#ahead;
  }

  /** Rewrites every relative time whose words have changed. @param {ParentNode} root */
  tick(root) {
    for (const node of root.querySelectorAll("time[data-relative]")) {
      const seconds = Number(/** @type {HTMLElement} */ (node).dataset.relative);
      const words = inWords(seconds, "R", this.now());
      if (node.textContent !== words) node.textContent = words;
    }
  }
}
