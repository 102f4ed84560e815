import { nameOf } from "./avatar.js";

/** Words in a live region are cut here: a listener can read the rest in the log. */
const LONGEST = 400;

/** Reads new messages to whoever listens, once each and never a tick. */
export class Announcer {
  /** @param {HTMLElement} region */
  constructor(region) {
    this.region = region;
  }

  /** @param {Message} message @param {HTMLElement | null} drawn */
  tell(message, drawn) {
    const words = drawn?.querySelector(".body")?.textContent ?? "";
    this.say(`${nameOf(message.author)}: ${words.slice(0, LONGEST)}`);
  }

  /** @param {string} words */
  say(words) {
    this.region.textContent = words;
  }
}
