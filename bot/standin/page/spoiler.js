import { element } from "./element.js";

/** A text that stays covered until it is pressed. @param {(Node | string)[]} inside */
export function spoiler(inside) {
  const words = element("span", { class: "spoiler-words", "aria-hidden": "true" }, ...inside);
  words.inert = true; // nothing under the cover may be reached
  const cover = element(
    "span",
    { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Spoiler, press to read" },
    words,
  );
  cover.dataset.key = `spoiler:${words.textContent}`;
  cover.addEventListener("click", () => uncover(cover));
  cover.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    uncover(cover);
  });
  return cover;
}

/** Shows what is underneath, for good. @param {HTMLElement} cover */
export function uncover(cover) {
  const words = /** @type {HTMLElement} */ (cover.firstElementChild);
  words.inert = false;
  words.removeAttribute("aria-hidden");
  for (const name of ["role", "aria-label"]) cover.removeAttribute(name);
  cover.tabIndex = -1;
  cover.classList.add("uncovered");
}
