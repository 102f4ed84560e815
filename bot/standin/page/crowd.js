import { nameOf } from "./avatar.js";
import { element, freshId } from "./element.js";

/** Where the player panel has no room for the switch, as in style.css. */
const NARROW = "(max-width: 760px)";
/** What the server calls each company, and what a person reads. @type {[string, string][]} */
const COMPANIES = [
  ["mixed", "mixed"],
  ["novices", "beginners"],
  ["regulars", "regulars"],
  ["experts", "experts"],
];

/** The switch by which the machine's six players play in the open server, and how well they do. */
export class Crowd {
  /**
   * @param {HTMLElement} panel where it stands
   * @param {HTMLElement} popup where it stands if the page is narrow
   * @param {World} world
   * @param {(wish: {guild_id: string, skill: string | null}) => boolean} wish
   */
  constructor(panel, popup, world, wish) {
    this.world = world;
    this.wish = wish;
    this.box = /** @type {HTMLInputElement} */ (
      element("input", { type: "checkbox", "aria-describedby": freshId("six"), change: () => this.#ask() })
    );
    this.level = /** @type {HTMLSelectElement} */ (
      element(
        "select",
        { "aria-label": "How well the six others play", change: () => this.#ask() },
        ...COMPANIES.map(([value, words]) => element("option", { value }, words)),
      )
    );
    this.who = element("span", { class: "unseen", id: this.box.getAttribute("aria-describedby") });
    this.words = element("label", { class: "crowd-switch" }, this.box, "Let six others play quizzes");
    // A press on plain words would take the focus away, and with it close the popup.
    this.words.addEventListener("mousedown", (event) => event.target !== this.box && event.preventDefault());
    this.element = element("div", { class: "crowd" }, this.words, this.who);
    const narrow = matchMedia(NARROW);
    const settle = () => (narrow.matches ? popup.append(this.element) : panel.prepend(this.element));
    narrow.addEventListener("change", settle);
    settle();
  }

  /** Shows how it stands in the open server; a direct message has room for one. */
  draw() {
    const skill = this.#skill();
    this.box.disabled = this.level.disabled = !this.world.guild();
    this.box.checked = skill !== undefined;
    if (skill === undefined) this.level.remove();
    else this.words.after(this.level);
    if (skill) this.level.value = skill;
    const names = this.world.users.filter((user) => user.company).map(nameOf);
    const where = this.world.guild()?.name;
    this.who.textContent = where
      ? `${names.join(", ")} answer every quiz question in ${where}. The machine plays them.`
      : "Only in a server: a direct message is between you and the bot.";
    this.element.setAttribute("title", this.who.textContent);
  }

  #skill() {
    return this.world.company[this.world.guild()?.id ?? ""];
  }

  /** What is shown follows the server's answer; without one it goes back. */
  #ask() {
    const skill = this.box.checked ? this.level.value : null;
    if (!this.wish({ guild_id: this.world.guild()?.id ?? "", skill })) this.draw();
  }
}
