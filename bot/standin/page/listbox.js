import { element, freshId } from "./element.js";
import { emojiSign } from "./emoji.js";

/** A list to choose from with the arrow keys while the focus stays in its control. */
export class Listbox {
  /** @type {Item[]} */
  items = [];
  active = -1;
  /** @type {HTMLElement | null} */
  #control = null;

  /** @param {string} label @param {(item: Item) => void} pick */
  constructor(label, pick) {
    this.pick = pick;
    this.element = element("div", {
      class: "listbox",
      role: "listbox",
      id: freshId("list"),
      "aria-label": label,
    });
    this.element.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays where it is
  }

  /** Shows the items for a control. @param {HTMLElement} control @param {Item[]} items @param {number} [active] */
  show(control, items, active = 0) {
    this.#control = control;
    this.items = items;
    this.element.replaceChildren(...items.map((item) => this.#line(item)));
    control.setAttribute("aria-controls", this.element.id);
    this.activate(items.length ? Math.min(active, items.length - 1) : -1);
  }

  /** Forgets its control. */
  hide() {
    this.#control?.removeAttribute("aria-activedescendant");
    this.#control = null;
    this.items = [];
    this.active = -1;
  }

  /** @param {number} steps */
  move(steps) {
    const count = this.items.length;
    if (!count) return;
    const from = this.active < 0 && steps < 0 ? 0 : this.active;
    this.activate((from + steps + count) % count);
  }

  /** @param {number} index -1 for none */
  activate(index) {
    this.active = index;
    [...this.element.children].forEach((line, at) => line.classList.toggle("active", at === index));
    const line = this.element.children[index];
    if (line) this.#control?.setAttribute("aria-activedescendant", line.id);
    else this.#control?.removeAttribute("aria-activedescendant");
    line?.scrollIntoView({ block: "nearest" });
  }

  /** Picks the active line; says whether there was one. */
  choose() {
    const item = this.items[this.active];
    if (item) this.pick(item);
    return Boolean(item);
  }

  /** @param {Item} item */
  #line(item) {
    return element(
      "div",
      {
        class: "line",
        role: "option",
        id: freshId("line"),
        "aria-selected": String(Boolean(item.chosen)),
        click: () => this.pick(item),
      },
      item.emoji?.name ? emojiSign(item.emoji, "line-emoji", true) : null,
      element("span", { class: "line-label" }, item.label),
      item.note ? element("span", { class: "line-note" }, item.note) : null,
      item.description ? element("span", { class: "line-description" }, item.description) : null,
    );
  }
}
