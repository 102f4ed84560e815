import { Autocomplete } from "./autocomplete.js";
import { localised } from "./commands.js";
import { element, freshId } from "./element.js";
import { bounds, fixedItems, narrowed, read } from "./option_values.js";

/**
 * What a field needs of the line it stands in.
 * @typedef {{world: World, suggestions: Suggestions,
 *            complete: (field: OptionField) => Promise<Result>,
 *            filled: (field: OptionField) => void, emptied: (field: OptionField) => void, send: () => void,
 *            leave: () => void, spread: (text: string, from: OptionField) => boolean}} Line
 */

/** One option of a command: its name, and a place to fill in. */
export class OptionField {
  /** What was picked from a list, while the text still says so. @type {Item | null} */
  picked = null;

  /** @param {Option} option @param {Line} line */
  constructor(option, line) {
    this.option = option;
    this.line = line;
    this.name = localised(option, "name", line.world.you?.locale);
    this.fixed = fixedItems(option, line.world);
    this.asking = option.autocomplete
      ? new Autocomplete(
          () => line.complete(this),
          (result) => this.#answered(result),
        )
      : null;
    this.input = this.#makeInput();
    this.mirror = element("span", { class: "field-mirror", "aria-hidden": "true" });
    this.element = element(
      "span",
      { class: "field" },
      element("label", { for: this.input.id }, this.name),
      element("span", { class: "field-room" }, this.mirror, this.input),
    );
  }

  /** @returns {import("./option_values.js").Read | null} nothing where it is empty and may be */
  get read() {
    if (!this.input.value.trim())
      return this.option.required ? { fault: `${this.name}: this option is required.` } : null;
    if (this.picked) return { value: this.picked.value };
    const found = read(this.option, this.input.value, this.fixed);
    return "fault" in found ? { fault: `${this.name}: ${found.fault}` } : found;
  }

  /** Shows that it is wrong, or no longer. @param {boolean} isWrong @param {string} by the id of the words that say why */
  mark(isWrong, by) {
    this.element.classList.toggle("wrong", isWrong);
    this.input.setAttribute("aria-invalid", String(isWrong));
    if (isWrong) this.input.setAttribute("aria-describedby", by);
    else this.input.removeAttribute("aria-describedby");
  }

  /** @param {string} text */
  type(text) {
    this.fill(text);
    this.#typed();
  }

  /** Takes a text without offering anything for it. @param {string} text */
  fill(text) {
    if (text !== this.picked?.label) this.picked = null;
    this.input.value = text;
    this.mirror.textContent = text;
  }

  /** Closes what it has opened. */
  leave() {
    this.asking?.stop();
    if (this.line.suggestions.serves(this.input)) this.line.suggestions.hide();
  }

  #makeInput() {
    const attributes = {
      id: freshId("option"),
      type: "text",
      role: "combobox",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "next",
      inputmode: this.option.type === 4 && !this.option.autocomplete ? "numeric" : null,
      "aria-expanded": "false",
      "aria-autocomplete": "list",
      "aria-required": this.option.required ? "true" : null,
      focus: () => this.#offer(),
      blur: () => this.leave(),
      input: () => this.#typed(),
      keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    };
    return /** @type {HTMLInputElement} */ (element("input", attributes));
  }

  #typed() {
    if (this.line.spread(this.input.value, this)) return;
    this.picked = null;
    this.mark(false, "");
    this.mirror.textContent = this.input.value;
    this.#offer(true);
  }

  /** Shows what may be filled in. @param {boolean} [isTyping] */
  #offer(isTyping = false) {
    const items = this.picked || !this.fixed ? [] : narrowed(this.fixed, this.input.value);
    this.#show(items, this.fixed && !items.length && !this.picked ? "Nothing fits." : "");
    if (!this.asking || this.picked) return;
    if (isTyping) this.asking.soon();
    else void this.asking.now();
  }

  /** @param {Result} result */
  #answered(result) {
    if (document.activeElement !== this.input) return;
    const items = (result.choices ?? []).map((choice) => ({
      label: localised(choice, "name", this.line.world.you?.locale),
      value: choice.value,
    }));
    const failed = result.status === "failed";
    this.#show(
      items,
      failed ? "Loading options failed." : items.length ? "" : "No options match what you typed.",
    );
  }

  /** @param {Item[]} items @param {string} note */
  #show(items, note) {
    const description = localised(this.option, "description", this.line.world.you?.locale);
    const hint = [description, bounds(this.option), this.option.required ? "required" : "", note]
      .filter(Boolean)
      .join(" · ");
    this.line.suggestions.show({
      control: this.input,
      title: this.name,
      hint,
      items,
      pick: (item) => this.#pick(item),
    });
  }

  /** @param {Item} item */
  #pick(item) {
    this.input.value = item.label;
    this.mirror.textContent = item.label;
    this.picked = item;
    this.mark(false, "");
    this.asking?.stop();
    this.line.filled(this);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.line.suggestions.takes(event)) return;
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      this.line.send();
    } else if (event.key === "Backspace" && !this.input.value) {
      event.preventDefault();
      this.line.emptied(this);
    } else if (event.key === "Escape") {
      this.line.leave();
    }
  }
}
