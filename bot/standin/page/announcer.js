import { nameOf } from "./avatar.js";
import { element } from "./element.js";
import { lines, sentences } from "./speech.js";

/** Words in a live region are cut here: a listener can read the rest in the log. */
const LONGEST = 400;
/** More lines than this are not kept: they have long been read. */
const MOST = 8;

/** Reads new messages to whoever listens, once each and never a tick. */
export class Announcer {
  /** @param {HTMLElement} region */
  constructor(region) {
    this.region = region;
  }

  /** @param {Message} message @param {HTMLElement | null} drawn */
  tell(message, drawn) {
    const body = drawn?.querySelector(".body");
    this.say(`${nameOf(message.author)}: ${sentences(body ? lines(body) : [], LONGEST)}`);
  }

  /** A line of its own for each, so that one does not cut another short. @param {string} words */
  say(words) {
    this.region.append(element("p", {}, words));
    while (this.region.childElementCount > MOST) this.region.firstElementChild?.remove();
  }
}
