import { element } from "./element.js";
import { icon } from "./icon.js";
import { drawBodies, drawExchange } from "./traffic_view.js";

/** @typedef {import("./traffic_view.js").Exchange} Exchange */

/** Older exchanges than these are dropped. */
const MOST = 300;
/** Where the drawer lies over the whole page, as in style.css. */
const NARROW = matchMedia("(max-width: 760px)");

/** The drawer that shows what goes between the bot and the stand-in; the server tells it only while it is open. */
export class Drawer {
  /** @type {Map<number, {exchange: Exchange, line: HTMLElement}>} */
  #shown = new Map();

  /** @param {HTMLElement} panel @param {HTMLElement} button @param {(type: string, told: object) => boolean} send */
  constructor(panel, button, send) {
    this.panel = panel;
    this.button = button;
    this.send = send;
    this.count = element("span", { class: "drawer-count" });
    this.list = element("ol", { class: "exchanges", "aria-label": "Traffic, newest first" });
    panel.append(this.#head(), this.#choices(), this.list);
    panel.addEventListener("keydown", (event) => event.key === "Escape" && this.#close());
    button.append(icon("traffic"));
    button.addEventListener("click", () => (panel.hidden ? this.#open() : this.#close()));
    NARROW.addEventListener("change", () => this.#cover());
  }

  /** The server forgets who watches when the line breaks. */
  resume() {
    if (!this.panel.hidden) this.send("traffic", { on: true });
  }

  /** Shows these and no others. @param {Exchange[]} exchanges oldest first */
  fill(exchanges) {
    this.#shown.clear();
    this.list.replaceChildren();
    for (const exchange of exchanges) this.#put(exchange);
    this.#tally();
  }

  /** @param {Exchange} exchange */
  add(exchange) {
    if (this.panel.hidden) return;
    this.#put(exchange);
    this.#tally();
  }

  /** @param {import("./traffic_view.js").Bodies} told */
  bodies(told) {
    const shown = this.#shown.get(told.number);
    if (shown) drawBodies(shown.line, shown.exchange, told);
  }

  #head() {
    const close = { type: "button", class: "text-button", click: () => this.#close() };
    return element(
      "header",
      { class: "drawer-head" },
      element("h2", { id: "drawer-title" }, "What happens"),
      element("button", close, "Close"),
      element("p", {}, "All that goes between the bot and this stand-in, newest first."),
    );
  }

  #choices() {
    const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox" }));
    box.addEventListener("change", () => this.panel.classList.toggle("refused-only", box.checked));
    const words = element("label", {}, box, "Only what was refused");
    return element("p", { class: "drawer-choices" }, words, this.count);
  }

  #open() {
    this.#show(true);
    this.send("traffic", { on: true });
    this.panel.focus();
  }

  #close() {
    this.#show(false);
    this.send("traffic", { on: false });
    this.fill([]);
    this.button.focus();
  }

  /** @param {boolean} isOpen */
  #show(isOpen) {
    this.panel.hidden = !isOpen;
    this.button.setAttribute("aria-expanded", String(isOpen));
    document.body.classList.toggle("drawer-open", isOpen);
    this.#cover();
  }

  /** Nobody shall reach by keyboard what the drawer hides. */
  #cover() {
    document.getElementById("app")?.toggleAttribute("inert", NARROW.matches && !this.panel.hidden);
  }

  /** @param {Exchange} exchange */
  #put(exchange) {
    const line = drawExchange(exchange, (number) => this.send("exchange", { number }));
    this.list.prepend(line);
    this.#shown.set(exchange.number, { exchange, line });
    const [oldest] = this.#shown.keys();
    if (this.#shown.size <= MOST) return;
    this.#shown.get(oldest)?.line.remove();
    this.#shown.delete(oldest);
  }

  #tally() {
    const refused = [...this.#shown.values()].filter((shown) => shown.exchange.refused).length;
    this.count.textContent = `${refused} of ${this.#shown.size} refused`;
  }
}
