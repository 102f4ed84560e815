import { avatar, nameOf } from "./avatar.js";
import { element } from "./element.js";
import { icon } from "./icon.js";
import { Listbox } from "./listbox.js";

/** Who you are, and a list to become somebody else. */
export class Players {
  /** @param {HTMLElement} place @param {World} world @param {(userId: string) => void} become */
  constructor(place, world, become) {
    this.world = world;
    this.become = become;
    this.place = place;
    this.list = new Listbox("Players", (item) => this.#pick(item.value));
    this.box = element("button", {
      type: "button",
      class: "plain player-box",
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-controls": this.list.element.id,
      click: () => this.#toggle(),
      keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    });
    this.window = element(
      "a",
      { class: "text-button", target: "_blank", rel: "noopener" },
      "Open another player in a new window",
    );
    this.popup = element(
      "div",
      { class: "popup", hidden: true },
      element("p", { class: "popup-title" }, "Play as"),
      this.list.element,
      this.window,
    );
    place.append(this.box, this.popup);
    place.addEventListener(
      "focusout",
      (event) => !place.contains(/** @type {Node | null} */ (event.relatedTarget)) && this.#close(),
    );
  }

  draw() {
    const you = this.world.you;
    if (!you) return;
    const name = nameOf(you);
    const words = element(
      "span",
      { class: "player-words" },
      element("span", { class: "player-name" }, name),
      element("span", { class: "player-note" }, "playing as"),
    );
    this.box.replaceChildren(avatar(you), words, icon("down"));
    this.box.setAttribute("aria-label", `Playing as ${name}. Switch player`);
    this.window.setAttribute("href", addressOf(this.#other()));
  }

  /** Somebody whom this window is not. */
  #other() {
    const players = this.world.players();
    const at = players.findIndex((user) => user.id === this.world.you?.id);
    return players[(at + 1) % players.length]?.id ?? "";
  }

  #toggle() {
    if (!this.popup.hidden) return this.#close();
    const items = this.world.players().map((user) => ({
      label: nameOf(user),
      note: noteOf(user),
      value: user.id,
      chosen: user.id === this.world.you?.id,
    }));
    this.popup.hidden = false;
    this.box.setAttribute("aria-expanded", "true");
    this.list.show(
      this.box,
      items,
      Math.max(
        items.findIndex((item) => item.chosen),
        0,
      ),
    );
  }

  #close() {
    this.popup.hidden = true;
    this.list.hide();
    this.box.setAttribute("aria-expanded", "false");
  }

  /** @param {string} id */
  #pick(id) {
    this.#close();
    if (id !== this.world.you?.id) this.become(id);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.popup.hidden && !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    if (this.popup.hidden) this.#toggle();
    else if (event.key === "ArrowDown") this.list.move(1);
    else if (event.key === "ArrowUp") this.list.move(-1);
    else if (event.key === "Enter" || event.key === " ") this.list.choose();
    else if (event.key === "Escape") this.#close();
    else return;
    event.preventDefault();
  }
}

/** What sets a player apart. @param {User} user */
function noteOf(user) {
  if (user.phone) return "on a phone";
  return user.locale && !user.locale.startsWith("en") ? user.locale : "";
}

/** This page's address for a player. @param {string} userId */
export function addressOf(userId) {
  const address = new URL(location.href);
  address.searchParams.set("as", userId);
  return address.href;
}
