import { icon } from "./icon.js";

const PLACE = "marquee-theme";

/** Makes a button switch between dark, the default, and light; the choice outlives a reload. @param {HTMLElement} button */
export function themeSwitch(button) {
  button.append(icon("sun"));
  apply(button, localStorage.getItem(PLACE) === "light");
  button.addEventListener("click", () => {
    const light = document.documentElement.dataset.theme !== "light";
    localStorage.setItem(PLACE, light ? "light" : "dark");
    apply(button, light);
  });
}

/** @param {HTMLElement} button @param {boolean} light */
function apply(button, light) {
  document.documentElement.dataset.theme = light ? "light" : "dark";
  button.setAttribute("aria-pressed", String(light));
}
