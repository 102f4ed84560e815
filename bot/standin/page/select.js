import { element } from "./element.js";
import { Floating } from "./floating.js";
import { icon } from "./icon.js";
import { Listbox } from "./listbox.js";
import { narrowed } from "./option_values.js";
import { itemsOf } from "./select_items.js";

/** A select in a message: what is chosen is sent at once, or on closing where several may be. @param {Component} component @param {Message} message @param {Scene} scene */
export function select(component, message, scene) {
  const waits = scene.waits(message, component.custom_id ?? "");
  const menu = new SelectMenu(component, scene.world, (values) => scene.press(message, component, values));
  menu.box.classList.toggle("waiting", waits);
  return menu.element;
}

/** A box that opens a list of choices; typing narrows it. */
export class SelectMenu {
  #sought = "";

  /** @param {Component} component @param {World} world @param {(values: string[]) => void} send @param {string} [label] what it is for, where words beside it say so */
  constructor(component, world, send, label = "") {
    this.component = component;
    this.send = send;
    this.items = itemsOf(component, world);
    this.several = (component.max_values ?? 1) > 1;
    this.label = label || component.placeholder || "Make a selection";
    this.list = new Listbox(this.label, (item) => this.#pick(item));
    if (this.several) this.list.element.setAttribute("aria-multiselectable", "true");
    this.words = element("span", { class: "select-words" });
    this.box = this.#makeBox();
    this.element = element("div", { class: "select" }, this.box, this.list.element);
    this.floating = new Floating(this.list.element, this.box);
    this.element.addEventListener("focusout", (event) => this.#left(event));
    this.#write();
  }

  /** What is chosen now. @returns {string[]} */
  get values() {
    return this.items.filter((item) => item.chosen).map((item) => item.value);
  }

  get #least() {
    return this.component.required === false ? 0 : (this.component.min_values ?? 1);
  }

  open() {
    if (this.box.hasAttribute("disabled")) return;
    this.before = this.values.join("\n");
    this.box.setAttribute("aria-expanded", "true");
    this.#seek("");
    this.floating.open();
    this.list.activate(this.list.active); // it can be scrolled to only now
  }

  close() {
    if (this.list.element.hidden) return;
    this.#sought = "";
    this.floating.close();
    this.list.hide();
    this.box.setAttribute("aria-expanded", "false");
    this.#write();
    const { values } = this;
    if (this.several && values.join("\n") !== this.before && values.length >= this.#least) this.send(values);
  }

  #makeBox() {
    const attributes = {
      type: "button",
      class: "select-box",
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-controls": this.list.element.id,
      "aria-label": this.label,
      "data-key": `id:${this.component.custom_id}`,
      disabled: this.component.disabled === true,
      click: () => (this.list.element.hidden ? this.open() : this.close()),
      keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
      activate: (/** @type {CustomEvent<number>} */ event) => this.list.activate(event.detail),
      choose: (/** @type {CustomEvent<string>} */ event) => this.#chooseAgain(event.detail),
    };
    return element("button", attributes, this.words, icon("down"));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const closed = this.list.element.hidden;
    if (closed && !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    if (closed) this.open();
    else if (!this.#act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A key in the open list; says whether it had a meaning. @param {KeyboardEvent} event */
  #act(event) {
    if (event.key === "ArrowDown") return (this.list.move(1), true);
    if (event.key === "ArrowUp") return (this.list.move(-1), true);
    if (event.key === "Enter" || (event.key === " " && !this.#sought)) return (this.list.choose(), true);
    if (event.key === "Escape") return (this.close(), true);
    if (event.key === "Backspace") return (this.#seek(this.#sought.slice(0, -1)), true);
    const isSign = [...event.key].length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isSign) this.#seek(this.#sought + event.key);
    return isSign;
  }

  /** Offers what holds these words. @param {string} words */
  #seek(words) {
    this.#sought = words;
    const items = narrowed(this.items, words);
    const first = words ? 0 : Math.max(0, items.findIndex((item) => item.chosen));
    this.list.show(this.box, items, first);
    this.floating.place();
    this.#write();
  }

  /** @param {Item} item */
  #pick(item) {
    if (!this.several) return this.#pickOne(item);
    const most = this.component.max_values ?? 1;
    if (!item.chosen && this.values.length >= most) return;
    item.chosen = !item.chosen;
    this.list.show(this.box, this.list.items, this.list.items.indexOf(item));
    this.#write();
  }

  /** The one that is chosen, pressed again, is given up where none need be. @param {Item} item */
  #pickOne(item) {
    const gives = item.chosen && this.#least === 0;
    for (const other of this.items) other.chosen = other === item && !gives;
    this.close();
    this.send(this.values);
  }

  /** What was chosen before the message was drawn anew. @param {string} values */
  #chooseAgain(values) {
    for (const item of this.items) item.chosen = values.split("\n").includes(item.value);
    this.#write();
  }

  #write() {
    const chosen = this.items.filter((item) => item.chosen).map((item) => item.label);
    const empty = this.component.placeholder || "Make a selection";
    this.box.dataset.values = this.values.join("\n");
    this.words.textContent = this.#sought || chosen.join(", ") || empty;
    this.words.classList.toggle("placeholder", !chosen.length && !this.#sought);
  }

  /** An edit that takes the box out of the page is no leaving. @param {FocusEvent} event */
  #left(event) {
    const to = /** @type {Node | null} */ (event.relatedTarget);
    if (this.element.isConnected && !this.element.contains(to)) this.close();
  }
}
