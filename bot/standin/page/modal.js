import { element, freshId } from "./element.js";
import { partOf } from "./form_parts.js";
import { reason } from "./interactions.js";

/** @typedef {(data: object) => Promise<Result>} Send */

/** Opens a form over the page; what is sent closes it unless it fails. @param {Modal} modal @param {Scene} scene @param {Send} send */
export function openModal(modal, scene, send) {
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const { dialog } = new Form(modal, scene, send);
  dialog.addEventListener("close", () => {
    dialog.remove();
    // Chromium gives the focus back without a caret, and then no key writes: taking and giving it again does
    before?.blur();
    before?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** A form over the page. */
class Form {
  #waits = false;

  /** @param {Modal} modal @param {Scene} scene @param {Send} send */
  constructor(modal, scene, send) {
    this.modal = modal;
    this.send = send;
    this.parts = modal.components.map((component) => partOf(component, scene));
    this.fault = element("p", { class: "fault", role: "alert" });
    this.submit = element(
      "button",
      { type: "submit", class: "button primary" },
      element("span", {}, "Submit"),
      element("span", { class: "dots", "aria-hidden": "true" }),
    );
    const titleId = freshId("modal");
    const form = this.#draw(titleId);
    this.dialog = /** @type {HTMLDialogElement} */ (
      element("dialog", { class: "modal", "aria-labelledby": titleId }, form)
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
  }

  /** @param {string} titleId */
  #draw(titleId) {
    const close = () => this.dialog.close();
    return element(
      "form",
      { method: "dialog", novalidate: true },
      element("h2", { id: titleId }, this.modal.title),
      element("p", { class: "popup-hint" }, "This form goes to the bot on this machine and to nobody else."),
      ...this.parts.map((part) => part.element),
      this.fault,
      element(
        "div",
        { class: "row modal-row" },
        element("button", { type: "button", class: "button secondary", click: close }, "Cancel"),
        this.submit,
      ),
    );
  }

  async #submit() {
    // every part says what is wrong with it, the first one last: the focus stays there
    const isRight = !this.parts.map((_, at, all) => all[all.length - 1 - at].isValid()).includes(false);
    if (this.#waits || !isRight) return;
    this.#wait(true);
    const result = await this.send({
      custom_id: this.modal.custom_id,
      components: this.parts.map((part) => part.answer()).filter(Boolean),
    });
    this.#wait(false);
    if (result.status !== "failed") return this.dialog.close();
    this.fault.textContent = `Something went wrong. Try again. (${reason(result, "No answer came")})`;
  }

  /** @param {boolean} waits */
  #wait(waits) {
    this.#waits = waits;
    this.submit.classList.toggle("waiting", waits);
    this.submit.setAttribute("aria-disabled", String(waits)); // really disabling it would drop the focus
  }
}
