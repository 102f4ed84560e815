import { element } from "./element.js";
import { Listbox } from "./listbox.js";

/**
 * @typedef {{control: HTMLElement, title: string, hint?: string, items: Item[], active?: number, pick: (item: Item) => void}} Offer
 */

/** The panel above the command line: what is asked for, and what fits. */
export class Suggestions {
  /** @type {Offer | null} */
  #offer = null;

  constructor() {
    this.list = new Listbox("Suggestions", (item) => this.#offer?.pick(item));
    this.title = element("p", { class: "popup-title" });
    this.hint = element("p", { class: "popup-hint" });
    this.element = element(
      "div",
      { class: "popup suggestions", hidden: true },
      this.title,
      this.hint,
      this.list.element,
    );
  }

  /** @param {Offer} offer */
  show(offer) {
    this.hide();
    this.#offer = offer;
    this.title.textContent = offer.title;
    this.hint.textContent = offer.hint ?? "";
    this.element.hidden = false;
    this.list.element.hidden = !offer.items.length;
    this.list.show(offer.control, offer.items, offer.active ?? 0);
    offer.control.setAttribute("aria-expanded", String(offer.items.length > 0));
  }

  hide() {
    this.#offer?.control.setAttribute("aria-expanded", "false");
    this.list.hide();
    this.#offer = null;
    this.element.hidden = true;
  }

  /** Whether it is this control that the panel is about. @param {HTMLElement} control */
  serves(control) {
    return this.#offer?.control === control;
  }

  /** Takes the keys that belong to the list; says whether it did. @param {KeyboardEvent} event */
  takes(event) {
    if (this.element.hidden || event.isComposing) return false;
    const done = this.#act(event);
    if (done) event.preventDefault();
    return done;
  }

  /** @param {KeyboardEvent} event */
  #act(event) {
    if (event.key === "Escape") return (this.hide(), true);
    if (!this.list.items.length) return false;
    if (event.key === "ArrowDown") return (this.list.move(1), true);
    if (event.key === "ArrowUp") return (this.list.move(-1), true);
    return (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) && this.list.choose();
  }
}
