/** Typing faster than this asks once, in milliseconds. */
const PAUSE = 150;

/** Asks the bot for suggestions as somebody types; only the newest question's answer counts. */
export class Autocomplete {
  #newest = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => Promise<Result>} ask @param {(result: Result) => void} answer */
  constructor(ask, answer) {
    this.ask = ask;
    this.answer = answer;
  }

  /** Asks after a pause, unless there is more typing. */
  soon() {
    this.stop();
    this.#timer = setTimeout(() => this.now(), PAUSE);
  }

  async now() {
    this.stop();
    const mine = this.#newest;
    const result = await this.ask();
    if (mine === this.#newest) this.answer(result);
  }

  /** Whatever is on its way no longer counts. */
  stop() {
    clearTimeout(this.#timer);
    this.#newest += 1;
  }
}
