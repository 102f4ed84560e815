import { interactionData, localised } from "./commands.js";
import { element, freshId } from "./element.js";
import { OptionField } from "./option_field.js";
import { named } from "./option_line.js";

/**
 * @typedef {{world: World, suggestions: Suggestions,
 *            complete: (data: object) => Promise<Result>,
 *            send: (invocation: Invocation, data: object) => void, cancel: (text: string) => void}} Surroundings
 */

/** A command being filled in: its name, its options, and an end where more can be added. */
export class CommandLine {
  /** @type {OptionField[]} */
  fields = [];

  /** @param {Invocation} invocation @param {Surroundings} around */
  constructor(invocation, around) {
    this.invocation = invocation;
    this.around = around;
    this.fault = element("p", { class: "composer-fault", id: freshId("fault"), role: "alert" });
    this.end = this.#makeEnd();
    this.element = element(
      "div",
      { class: "command-line" },
      element("span", { class: "command-chip" }, `/${invocation.shown}`),
      this.end,
    );
    for (const option of invocation.options) if (option.required) this.#add(option);
  }

  /** Puts the cursor where the next thing is to be said, with these words typed. @param {string} [text] */
  begin(text = "") {
    if (text && this.#spread(text, null)) return;
    if (text && !this.fields.length && this.invocation.options.length) this.#add(this.invocation.options[0]);
    const [first] = this.fields;
    (first?.input ?? this.end).focus();
    if (text) first?.type(text);
  }

  /** Fills in options written as `name:value` in one line; says whether there were any. @param {string} text @param {OptionField | null} from where it was written */
  #spread(text, from) {
    const locale = this.around.world.you?.locale;
    const { before, given } = named(text, this.invocation.options, locale);
    if (!given.length) return false;
    from?.fill(before);
    let last = from;
    for (const { option, value } of given) {
      last = this.fields.find((field) => field.option === option) ?? this.#add(option);
      last.fill(value);
    }
    last?.input.focus();
    if (last) last.type(last.input.value);
    return true;
  }

  /** The options that are not on the line yet. */
  get #left() {
    return this.invocation.options.filter((option) => !this.fields.some((field) => field.option === option));
  }

  #makeEnd() {
    const attributes = {
      class: "line-end",
      type: "text",
      role: "combobox",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "send",
      "aria-expanded": "false",
      "aria-autocomplete": "list",
      "aria-label": `/${this.invocation.shown}: add an option, or press Enter to send`,
      focus: () => this.#offer(),
      blur: () => this.around.suggestions.hide(),
      input: () => this.#typed(),
      keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    };
    return /** @type {HTMLInputElement} */ (element("input", attributes));
  }

  /** @param {Option} option */
  #add(option) {
    const field = new OptionField(option, {
      world: this.around.world,
      suggestions: this.around.suggestions,
      complete: (asking) => this.#complete(asking),
      filled: () => this.#next(),
      emptied: (empty) => this.#remove(empty),
      send: () => this.send(),
      leave: () => this.around.cancel(""),
      spread: (text, from) => this.#spread(text, from),
    });
    this.fields.push(field);
    this.element.insertBefore(field.element, this.end);
    this.end.value = "";
    this.#invite();
    return field;
  }

  /** Says at the end whether there is more to add. */
  #invite() {
    this.end.placeholder = this.#left.length ? `+${this.#left.length} optional` : "Enter to send";
  }

  /** Goes to the next option that is still to be filled in. */
  #next() {
    const field = this.fields.find((each) => each.option.required && !each.input.value);
    (field?.input ?? this.end).focus();
  }

  /** Backspace in an empty field: an optional one goes, a required one takes the command back. @param {OptionField} field */
  #remove(field) {
    const at = this.fields.indexOf(field);
    if (field.option.required && at > 0) return this.fields[at - 1].input.focus();
    if (field.option.required) return this.around.cancel(`/${this.invocation.shown}`);
    this.fields.splice(at, 1);
    this.#invite();
    (this.fields[at - 1]?.input ?? this.end).focus();
    return field.element.remove();
  }

  #typed() {
    if (!this.#spread(this.end.value, null)) this.#offer();
  }

  #offer() {
    const locale = this.around.world.you?.locale;
    const typed = this.end.value.trim().toLowerCase();
    const items = this.#left
      .map((option) => ({
        label: localised(option, "name", locale),
        description: localised(option, "description", locale),
        value: option,
      }))
      .filter((item) => item.label.toLowerCase().startsWith(typed));
    const hint = `${this.invocation.description} · Enter sends it${items.length ? ", the arrow keys add an option" : ""}`;
    const pick = (/** @type {Item} */ item) => this.#add(item.value).input.focus();
    this.around.suggestions.show({
      control: this.end,
      title: `/${this.invocation.shown}`,
      hint,
      items,
      active: typed ? 0 : -1,
      pick,
    });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.around.suggestions.takes(event)) return;
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Backspace" && !this.end.value) {
      event.preventDefault();
      const last = this.fields[this.fields.length - 1];
      if (last) last.input.focus();
      else this.around.cancel(`/${this.invocation.shown}`);
    } else if (event.key === "Escape") {
      this.around.cancel("");
    }
  }

  /** @param {OptionField} asking */
  #complete(asking) {
    const values = this.fields.flatMap((field) =>
      field === asking ? [said(field, field.input.value, { focused: true })] : settled(field),
    );
    return this.around.complete(interactionData(this.invocation, values));
  }

  /** Sends the command, or says what is wrong with the first option that is. */
  send() {
    const wrong = this.fields.find((field) => field.read && "fault" in field.read);
    for (const field of this.fields) field.mark(field === wrong, this.fault.id);
    this.fault.textContent = wrong?.read && "fault" in wrong.read ? wrong.read.fault : "";
    if (wrong) return wrong.input.focus();
    return this.around.send(this.invocation, interactionData(this.invocation, this.fields.flatMap(settled)));
  }
}

/** What a field says, if it says something that can be sent. @param {OptionField} field */
function settled(field) {
  return field.read && "value" in field.read ? [said(field, field.read.value)] : [];
}

/** An option as an interaction carries it. @param {OptionField} field @param {any} value @param {object} [more] */
function said(field, value, more) {
  return { type: field.option.type, name: field.option.name, value, ...more };
}
