import { beginning } from "./beginning.js";
import { element } from "./element.js";
import { divide } from "./dates.js";
import { keep, keepPictures, restore } from "./keep.js";
import { continues, drawMessage } from "./message.js";

/** Nearer to the end than this counts as reading along, in pixels. */
const NEAR = 80;
/** More messages than this are not kept on the page. */
const MOST = 200;

/** The messages of the open channel, oldest first. */
export class Log {
  /** @type {Map<string, {message: Message, node: HTMLElement}>} */
  #shown = new Map();

  /** @param {Scene} scene */
  constructor(scene) {
    this.scene = scene;
    this.list = element("div", { class: "messages" });
    // new messages are told by the announcer, once each; a log that reads every edit would never be quiet
    this.element = element(
      "div",
      { class: "log", role: "log", "aria-live": "off", "aria-label": "Messages", tabindex: "0" },
      this.list,
    );
    new ResizeObserver(() => this.#following && this.toEnd()).observe(this.list);
    this.element.addEventListener("scroll", () => this.#scrolled(), { passive: true });
  }

  #following = true;
  #top = 0;

  /** Only going up leaves the end: a picture that has just loaded moves the end away by itself. */
  #scrolled() {
    const { scrollTop } = this.element;
    if (this.#isAtEnd()) this.#following = true;
    else if (scrollTop < this.#top) this.#following = false;
    this.#top = scrollTop;
  }

  /** Shows these messages and no others; those already there keep their place. @param {Message[]} messages @param {boolean} sameChannel */
  show(messages, sameChannel) {
    const wanted = new Set(messages.map((message) => message.id));
    for (const id of [...this.#shown.keys()]) if (!sameChannel || !wanted.has(id)) this.#drop(id);
    for (const message of messages) this.#draw(message);
    this.#begin(messages.length < MOST);
    this.#group();
    if (!sameChannel || this.#following) this.toEnd();
  }

  /** Adds a message, or edits it in place. @param {Message} message */
  put(message) {
    this.#draw(message);
    this.#group();
    if (this.#following) this.toEnd();
  }

  /** @param {Message} message */
  #draw(message) {
    const before = this.#shown.get(message.id);
    const node = drawMessage(message, this.scene);
    if (before) this.#swap(before.node, node);
    else this.#insert(message, node);
    this.#shown.set(message.id, { message, node });
  }

  /** Draws a message again as it is. @param {string} id */
  redraw(id) {
    const shown = this.#shown.get(id);
    if (shown) this.put(shown.message);
  }

  /** @param {string} id */
  remove(id) {
    const held = this.#shown.get(id)?.node.contains(document.activeElement);
    this.#drop(id);
    this.#group();
    if (held) this.element.focus({ preventScroll: true });
  }

  /** @param {string} id */
  find(id) {
    return this.#shown.get(id)?.message;
  }

  /** Brings a message into view. @param {string} id */
  reveal(id) {
    const node = this.#shown.get(id)?.node;
    node?.scrollIntoView({ block: "center" });
    node?.focus({ preventScroll: true });
  }

  /** @param {HTMLElement} old @param {HTMLElement} node */
  #swap(old, node) {
    const kept = keep(old);
    keepPictures(old, node);
    // a focus below would make the browser lay out the page before the messages are grouped again
    node.classList.toggle("continued", old.classList.contains("continued"));
    old.replaceWith(node);
    restore(node, kept);
  }

  /** Ids grow with time, so they are the order. @param {Message} message @param {HTMLElement} node */
  #insert(message, node) {
    const later = [...this.#shown.values()].filter((shown) => isOlder(message.id, shown.message.id));
    const next = later.sort((a, b) => (isOlder(a.message.id, b.message.id) ? -1 : 1))[0];
    this.list.insertBefore(node, next?.node ?? null);
    if (this.#shown.size < MOST) return;
    this.#begin(false);
    this.#drop(this.#nodes()[0].dataset.message ?? "");
  }

  /** Says above the first message that it is the first, where it is. @param {boolean} isWhole */
  #begin(isWhole) {
    this.list.querySelector(":scope > .beginning")?.remove();
    if (isWhole) this.list.prepend(beginning(this.scene.world));
  }

  /** @param {string} id */
  #drop(id) {
    const node = this.#shown.get(id)?.node;
    if (node) divide(node, undefined, undefined);
    node?.remove();
    this.#shown.delete(id);
  }

  #group() {
    /** @type {Message | undefined} */
    let before;
    for (const node of this.#nodes()) {
      const message = this.find(node.dataset.message ?? "");
      const isNewDay = divide(node, message, before);
      node.classList.toggle("continued", !isNewDay && message !== undefined && continues(before, message));
      before = message;
    }
  }

  /** The messages as they are drawn, oldest first. @returns {HTMLElement[]} */
  #nodes() {
    return [...this.list.querySelectorAll(":scope > [data-message]")].map(
      (node) => /** @type {HTMLElement} */ (node),
    );
  }

  #isAtEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.element;
    return scrollTop + clientHeight >= scrollHeight - NEAR;
  }

  /** Goes to the newest message and stays with it. */
  toEnd() {
    this.element.scrollTop = this.element.scrollHeight;
    this.#following = true;
  }
}

/** Whether one snowflake is older: they are longer than a number can hold. @param {string} one @param {string} other */
function isOlder(one, other) {
  return one.length === other.length ? one < other : one.length < other.length;
}
