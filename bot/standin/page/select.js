import { nameOf } from "./avatar.js";
import { emojiText } from "./button.js";
import { element } from "./element.js";
import { icon } from "./icon.js";
import { Listbox } from "./listbox.js";

const STRINGS = 3;
const USERS = 5;
const ROLES = 6;
const CHANNELS = 8;

/** What can be chosen in a select of any type. @param {Component} component @param {World} world @returns {Item[]} */
function itemsOf(component, world) {
  const users = () => world.users.map((user) => ({ label: nameOf(user), value: user.id }));
  const roles = () => world.roles().map((role) => ({ label: `@${role.name}`, value: role.id }));
  if (component.type === STRINGS) return (component.options ?? []).map(fromOption);
  if (component.type === USERS) return users();
  if (component.type === ROLES) return roles();
  if (component.type !== CHANNELS) return [...users(), ...roles()];
  return world
    .channelsHere(component.channel_types)
    .map((channel) => ({ label: `#${channel.name}`, value: channel.id }));
}

/** @param {SelectOption} option @returns {Item} */
function fromOption(option) {
  return {
    label: option.label,
    description: option.description,
    value: option.value,
    emoji: emojiText(option.emoji),
    chosen: option.default,
  };
}

/** A select in a message: what is chosen is sent at once, or on closing where several may be. @param {Component} component @param {Message} message @param {Scene} scene */
export function select(component, message, scene) {
  const waits = scene.waits(message, component.custom_id ?? "");
  const menu = new SelectMenu(component, scene.world, (values) => scene.press(message, component, values));
  menu.box.classList.toggle("waiting", waits);
  return menu.element;
}

/** A box that opens a list of choices. */
export class SelectMenu {
  /** @param {Component} component @param {World} world @param {(values: string[]) => void} send */
  constructor(component, world, send) {
    this.component = component;
    this.send = send;
    this.items = itemsOf(component, world);
    this.several = (component.max_values ?? 1) > 1;
    this.list = new Listbox(component.placeholder || "Choices", (item) => this.#pick(item));
    if (this.several) this.list.element.setAttribute("aria-multiselectable", "true");
    this.words = element("span", { class: "select-words" });
    this.box = this.#makeBox();
    this.element = element("div", { class: "select" }, this.box, this.list.element);
    this.list.element.hidden = true;
    this.element.addEventListener("focusout", (event) => this.#left(event));
    this.#write();
  }

  /** What is chosen now. @returns {string[]} */
  get values() {
    return this.items.filter((item) => item.chosen).map((item) => item.value);
  }

  open() {
    if (this.box.hasAttribute("disabled")) return;
    this.before = this.values.join("\n");
    this.list.element.hidden = false;
    this.box.setAttribute("aria-expanded", "true");
    this.list.show(
      this.box,
      this.items,
      Math.max(
        this.items.findIndex((item) => item.chosen),
        0,
      ),
    );
  }

  close() {
    if (this.list.element.hidden) return;
    this.list.element.hidden = true;
    this.list.hide();
    this.box.setAttribute("aria-expanded", "false");
    if (
      this.several &&
      this.values.join("\n") !== this.before &&
      this.values.length >= (this.component.min_values ?? 1)
    )
      this.send(this.values);
  }

  #makeBox() {
    const attributes = {
      type: "button",
      class: "select-box",
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-controls": this.list.element.id,
      "aria-label": this.component.placeholder || "Make a selection",
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
    else if (event.key === "ArrowDown") this.list.move(1);
    else if (event.key === "ArrowUp") this.list.move(-1);
    else if (event.key === "Enter" || event.key === " ") this.list.choose();
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {Item} item */
  #pick(item) {
    if (!this.several) return this.#pickOne(item);
    const most = this.component.max_values ?? 1;
    if (!item.chosen && this.values.length >= most) return;
    item.chosen = !item.chosen;
    this.#write();
    this.list.show(this.box, this.items, this.items.indexOf(item));
  }

  /** @param {Item} item */
  #pickOne(item) {
    for (const other of this.items) other.chosen = other === item;
    this.#write();
    this.close();
    this.send([item.value]);
  }

  /** What was chosen before the message was drawn anew. @param {string} values */
  #chooseAgain(values) {
    for (const item of this.items) item.chosen = values.split("\n").includes(item.value);
    this.#write();
  }

  #write() {
    const chosen = this.items.filter((item) => item.chosen).map((item) => item.label);
    this.box.dataset.values = this.values.join("\n");
    this.words.textContent = chosen.join(", ") || this.component.placeholder || "Make a selection";
    this.words.classList.toggle("placeholder", !chosen.length);
  }

  /** An edit that takes the box out of the page is no leaving. @param {FocusEvent} event */
  #left(event) {
    const to = /** @type {Node | null} */ (event.relatedTarget);
    if (this.element.isConnected && !this.element.contains(to)) this.close();
  }
}
