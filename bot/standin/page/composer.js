import { begun, invocations, matching } from "./commands.js";
import { CommandLine } from "./command_line.js";
import { element } from "./element.js";
import { icon } from "./icon.js";
import { Suggestions } from "./suggestions.js";

/** The line at the foot of the page, where commands are typed. */
export class Composer {
  /** @type {CommandLine | null} */
  #line = null;

  /**
   * @param {HTMLElement} place
   * @param {{world: World, complete: (data: object) => Promise<Result>,
   *          send: (invocation: Invocation, data: object) => void}} around
   */
  constructor(place, around) {
    this.around = around;
    this.suggestions = new Suggestions();
    this.text = this.#makeText();
    this.room = element("div", { class: "composer-room" }, this.text);
    const send = element(
      "button",
      { type: "button", class: "plain icon-button send", "aria-label": "Send", click: () => this.#send() },
      icon("send"),
    );
    this.hint = element("p", { class: "composer-hint" });
    this.faults = element("div", { class: "composer-faults" });
    place.append(
      this.suggestions.element,
      element("div", { class: "composer-box" }, this.room, send),
      this.faults,
      this.hint,
    );
    this.#tell();
  }

  /** Begins a command by its name, as a press on its mention does. @param {string} path */
  use(path) {
    const found = this.#all().find((one) => one.path === path);
    if (found) this.#take(found, "");
    else this.#cancel(`/${path}`);
  }

  /** Leaves whatever was half typed. */
  reset() {
    const held = this.room.contains(document.activeElement);
    this.#line = null;
    this.text.value = "";
    this.suggestions.hide();
    this.faults.replaceChildren();
    this.room.replaceChildren(this.text);
    if (held) this.text.focus();
    this.#tell();
  }

  /** Puts the cursor here. */
  focus() {
    if (this.#line) this.#line.begin();
    else this.text.focus();
  }

  #all() {
    return invocations(this.around.world.commands, this.around.world.you?.locale);
  }

  #makeText() {
    const attributes = {
      class: "composer-text",
      type: "text",
      role: "combobox",
      placeholder: "Type / for commands",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "send",
      "aria-expanded": "false",
      "aria-autocomplete": "list",
      "aria-label": "Type / for commands",
      focus: () => this.#typed(),
      blur: () => this.suggestions.hide(),
      input: () => this.#typed(),
      keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    };
    return /** @type {HTMLInputElement} */ (element("input", attributes));
  }

  #typed() {
    this.#tell();
    const typed = this.text.value;
    if (!typed.startsWith("/")) return this.suggestions.hide();
    const whole = begun(this.#all(), typed.slice(1));
    if (whole) return this.#take(whole.invocation, whole.rest);
    return this.#offer(typed.slice(1));
  }

  /** @param {string} typed */
  #offer(typed) {
    const all = this.#all();
    const items = matching(all, typed).map((one) => ({
      label: `/${one.shown}`,
      description: one.description,
      note: optionNames(one),
      value: one,
    }));
    this.suggestions.show({
      control: this.text,
      title: "Commands",
      hint: items.length ? "" : all.length ? "No command of that name here." : "The bot has no commands yet.",
      items,
      pick: (item) => this.#take(item.value, ""),
    });
  }

  /** @param {Invocation} invocation @param {string} rest */
  #take(invocation, rest) {
    this.suggestions.hide();
    this.#line = new CommandLine(invocation, {
      world: this.around.world,
      suggestions: this.suggestions,
      complete: this.around.complete,
      send: (given, data) => this.#sent(given, data),
      cancel: (text) => this.#cancel(text),
    });
    this.room.replaceChildren(this.#line.element);
    this.faults.replaceChildren(this.#line.fault);
    this.#tell();
    this.#line.begin(rest);
  }

  /** @param {Invocation} invocation @param {object} data */
  #sent(invocation, data) {
    this.reset();
    this.around.send(invocation, data);
  }

  /** @param {string} text */
  #cancel(text) {
    this.reset();
    this.text.value = text;
    this.text.focus();
    this.#typed();
  }

  #send() {
    if (this.#line) return this.#line.send();
    if (!this.text.value) this.text.value = "/";
    this.text.focus();
    return this.#typed();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.suggestions.takes(event) || event.key !== "Enter") return;
    event.preventDefault();
    if (this.text.value && !this.text.value.startsWith("/"))
      this.#tell("Nobody reads plain messages here: the bot answers commands. Type / to see them.");
  }

  /** @param {string} [words] */
  #tell(words) {
    this.hint.textContent =
      words ?? (this.#line ? "Tab goes to the next option, Enter sends, Escape leaves." : "");
  }
}

/** @param {Invocation} invocation */
function optionNames(invocation) {
  return invocation.options.map((option) => (option.required ? option.name : `${option.name}?`)).join(" ");
}
